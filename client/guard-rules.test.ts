import { createAnnouncement, createReport, deleteAnnouncement, listTopTen } from '../schemas';
import { guardFor, GuardViolation } from './guard';

const allowed = { people: ['manager01', '0147'], deptId: 42, mayChange: (id: string) => id === 'ours' };

describe('A fresh guard stops', () => {
  it.each([
    { what: 'a yes that begins like a no', endpoint: createAnnouncement, request: { ding: 'offer' } },
    { what: 'a yes that ends like a no', endpoint: createAnnouncement, request: { notify: 'not off' } },
    { what: 'a yes with zeros', endpoint: createAnnouncement, request: { ding: '10' } },
    { what: 'everybody', endpoint: createReport, request: { to_all_user: true } },
    { what: 'a chat', endpoint: createReport, request: { to_chat: true } },
    { what: 'a group', endpoint: createReport, request: { to_cids: ['x'] } },
    { what: 'a department', endpoint: createAnnouncement, request: { deptid_list: [43] } },
    { what: 'a stranger', endpoint: createAnnouncement, request: { userid_list: ['x'] } },
    { what: 'a foreign receiver', endpoint: createReport, request: { to_userids: ['x'] } },
    { what: 'a name with a quote in it', endpoint: createReport, request: { to_userids: '01"47' } },
    { what: 'one of two', endpoint: createReport, request: { to_userids: 'manager01 ; | x' } },
    { what: 'a foreign announcement', endpoint: deleteAnnouncement, request: { blackboard_id: 'theirs' } },
    { what: 'a numbered bracket', endpoint: createReport, request: { 'a[to_userids][10]': 'x' } },
    { what: 'a blank before an object', endpoint: createReport, request: { a: ' \n{"to_userids":["x"]}' } },
  ])('$what', ({ endpoint, request }) => {
    expect(() => {
      guardFor(allowed)(endpoint, request);
    }).toThrow(GuardViolation);
  });

  it('what it names, with its value', () => {
    const act = () => {
      guardFor(allowed)(createReport, { to_userids: ['x'] });
    };

    expect(act).toThrow(/report\/create was not sent: to_userids = \["x"\]/);
  });

  it('under its own name', () => {
    expect(new GuardViolation('').name).toBe('GuardViolation');
  });

  it('every write where a run only reads', () => {
    const readOnly = guardFor({ ...allowed, readOnly: true });

    expect(() => {
      readOnly(createReport, {});
    }).toThrow('this run only reads');
    expect(() => {
      readOnly(listTopTen, { userid: 'x' });
    }).not.toThrow();
  });
});

describe('A fresh guard lets pass', () => {
  it.each([
    { what: 'a no in any spelling', request: { ding: 'FALSE', notify: '0', to_chat: 'off' } },
    { what: 'our people', request: { to_userids: ' manager01 , "0147" ' } },
    { what: 'our people without what is absent', request: { to_userids: ['manager01', null, undefined] } },
    { what: 'our department', request: { deptid_list: '42' } },
    { what: 'an empty list of groups', request: { to_cids: [] } },
    { what: 'our announcement', request: { blackboard_id: 'ours' } },
    { what: 'a field of another name', request: { 'notify[v2]': true, 'ding[2nd]': true } },
    { what: 'numbers as names', request: { 'a[0]': 'x', '7': 'x' } },
    { what: 'a text that only begins like JSON', request: { content: '{to_userids', title: '%7Bx' } },
    { what: 'a broken URL encoding', request: { content: '%7B%E0%A4%A' } },
  ])('$what', ({ request }) => {
    expect(() => {
      guardFor(allowed)(createReport, request);
    }).not.toThrow();
  });
});
