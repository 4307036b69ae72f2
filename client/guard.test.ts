import fc from 'fast-check';
import {
  createAnnouncement,
  createReport,
  deleteAnnouncement,
  getAnnouncement,
  listTopTen,
  updateAnnouncement,
} from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import { guardFor, GuardViolation } from './guard';

const [mine, theirs] = ['a'.repeat(32), 'b'.repeat(32)];
const allowed = { people: ['manager01', '0147'], deptId: 42, mayChange: (id: string) => id === mine };
const guard = (...call: [Endpoint, object]) => {
  guardFor(allowed)(...call);
};
const draft = (fields: object): object => ({ create_request: { title: '通知', content: '内容', ...fields } });
const to = (receiver: object): object => draft({ blackboard_receiver: receiver });
const deletion = deleteAnnouncement.path;
const change = (id: string): object => ({ update_request: JSON.stringify({ blackboard_id: id }) });
const report = (fields: object): object => ({ create_report_param: { to_chat: false, ...fields } });

const wrappings: readonly ((inner: object) => object)[] = [
  (inner) => ({ update_request: inner }),
  (inner) => ({ update_request: JSON.stringify(inner) }),
  (inner) => ({ update_request: [inner] }),
  (inner) => ({ other: encodeURIComponent(JSON.stringify(inner)) }),
  (inner) => ({ other: JSON.stringify(JSON.stringify(inner)) }),
];

describe('guardFor', () => {
  it.each([
    ['a DING', createAnnouncement, draft({ ding: true })],
    ['a DING written as text', createAnnouncement, draft({ ding: 'true' })],
    ['a DING written as a number', createAnnouncement, draft({ ding: 1 })],
    ['a DING in capitals', createAnnouncement, draft({ DING: 'TRUE' })],
    ['a DING that is neither yes nor no', createAnnouncement, draft({ ding: 'maybe' })],
    ['a yes that begins like a no', createAnnouncement, draft({ ding: 'offer' })],
    ['a yes that ends like a no', updateAnnouncement, { notify: 'not off' }],
    ['a yes with zeros', createAnnouncement, { ding: '10' }],
    ['a DING in the brackets of a form', createAnnouncement, { 'create_request[ding]': 'true' }],
    ['a second notification', updateAnnouncement, { update_request: { notify: true } }],
    ['a DING on an update', updateAnnouncement, { update_request: { ding: true } }],
    ['the root department', createAnnouncement, to({ deptid_list: [1] })],
    ['the root department by its other name', createAnnouncement, to({ deptid_list: [-1] })],
    ['the root department written as text', createAnnouncement, to({ deptid_list: ['-1'] })],
    ['the root department outside a list', createAnnouncement, to({ deptid_list: -1 })],
    ['the root department with blanks around it', createAnnouncement, to({ deptid_list: ' 1 ' })],
    ['the root department as a fraction', createAnnouncement, to({ deptid_list: ['1.0'] })],
    ['the root department in hexadecimal', createAnnouncement, to({ deptid_list: '0x1' })],
    ['the root department in wide digits', createAnnouncement, to({ deptid_list: '１' })],
    ['the root department in an object', createAnnouncement, to({ deptid_list: { item: 1 } })],
    ['the root department in a JSON text', createAnnouncement, to({ deptid_list: '[1]' })],
    ['the root department in another spelling', createAnnouncement, to({ deptIdList: [1] })],
    ['a foreign department', createAnnouncement, to({ deptid_list: [42, 43] })],
    ['a foreign user', createAnnouncement, to({ userid_list: ['manager01', 'someone'] })],
    ['foreign users in one text', createAnnouncement, to({ userid_list: 'manager01,someone' })],
    ['a foreign user as a number', createAnnouncement, to({ userid_list: [12345] })],
    ['foreign users in a JSON text', createAnnouncement, to({ userid_list: '["someone"]' })],
    ['a draft that is written as one JSON text', createAnnouncement, { create_request: '{"ding":true}' }],
    ['a draft for a URL', createAnnouncement, { create_request: encodeURIComponent('{"ding":true}') }],
    ['a draft that was written twice', createAnnouncement, { create_request: JSON.stringify('{"ding":1}') }],
    ['everybody', createReport, report({ to_all_user: true })],
    ['a chat message', createReport, report({ to_chat: true })],
    ['a group', createReport, report({ to_cids: ['cid123'] })],
    ['a group outside a list', createReport, report({ to_cids: 'cid123' })],
    ['a foreign receiver', createReport, report({ to_userids: ['someone'] })],
    ['one of two receivers', createReport, report({ to_userids: 'manager01 ; | x' })],
    ['a name with a quote in it', createReport, report({ to_userids: '01"47' })],
    ['a foreign receiver in a numbered bracket', createReport, { 'a[to_userids][10]': 'x' }],
    ['an object behind a blank', createReport, { a: ' \n{"to_userids":["x"]}' }],
    ['a deletion of what is not ours', deleteAnnouncement, { blackboard_id: theirs }],
    ['a change of what is not ours', updateAnnouncement, { update_request: { blackboard_id: theirs } }],
    ['a change that is written as one JSON text', updateAnnouncement, change(theirs)],
    ['a deletion of several at once', deleteAnnouncement, { blackboard_id: [mine, theirs] }],
    [
      'a deletion under the path of a read',
      { ...getAnnouncement, path: deletion },
      { blackboard_id: theirs },
    ],
    ['a deletion by another name', { ...deleteAnnouncement, path: '/x' }, { blackboardId: theirs }],
  ] as [string, Endpoint, object][])('does not let out %s', (_, endpoint, request) => {
    expect(() => {
      guard(endpoint, request);
    }).toThrow(GuardViolation);
  });

  it.each([
    ['the configured people', createAnnouncement, to({ userid_list: ['manager01', '0147'] })],
    ['the configured people in one text', createReport, report({ to_userids: ' manager01 , "0147" ' })],
    ['the configured people beside nobody', createReport, { to_userids: ['manager01', null, undefined] }],
    ['the configured department', createAnnouncement, to({ deptid_list: [42] })],
    ['the configured department as a text', createAnnouncement, to({ deptid_list: '42' })],
    ['the same person too often', createAnnouncement, to({ userid_list: Array<string>(1001).fill('0147') })],
    ['no DING', createAnnouncement, draft({ ding: false })],
    ['a no in any spelling', createReport, { ding: 'FALSE', notify: '0', to_chat: 'off' }],
    ['a malformed DING', createAnnouncement, draft({ ding: {} })],
    ['malformed receivers', createAnnouncement, to({ deptid_list: 'abc', userid_list: null })],
    ['no group', createReport, report({ to_userids: ['manager01'], to_cids: [] })],
    ['a read about anybody', listTopTen, { userid: 'someone' }],
    ['a read of what is not ours', getAnnouncement, { blackboard_id: theirs }],
    ['a deletion of what is ours', deleteAnnouncement, { blackboard_id: mine }],
    ['a change of what is ours', updateAnnouncement, change(mine)],
    ['an id that is blank', deleteAnnouncement, { blackboard_id: ' ' }],
    ['an id that is none', deleteAnnouncement, { blackboard_id: {} }],
    ['a field of another name', createReport, { 'notify[v2]': true, 'ding[2nd]': true }],
    ['numbers as names', createReport, { 'a[0]': 'x', '7': 'x' }],
    ['a text that only begins like JSON', createReport, { content: '{to_userids', title: '%7Bx' }],
    ['a broken URL encoding', createReport, { content: '%7B%E0%A4%A' }],
  ] as [string, Endpoint, object][])('lets %s pass', (_, endpoint, request) => {
    expect(() => {
      guard(endpoint, request);
    }).not.toThrow();
  });

  it('names what it stops, with its value', () => {
    const act = () => {
      guard(createReport, { to_userids: ['x'] });
    };

    expect(act).toThrow(/report\/create was not sent: to_userids = \["x"\]/);
    expect(new GuardViolation('').name).toBe('GuardViolation');
  });

  it.each([createAnnouncement, updateAnnouncement, deleteAnnouncement, createReport] as Endpoint[])(
    'lets nothing pass to $id where the run only reads',
    (endpoint) => {
      const readOnly = guardFor({ ...allowed, readOnly: true });

      expect(() => {
        readOnly(endpoint, { blackboard_id: mine });
      }).toThrow('only reads');
      expect(() => {
        readOnly(listTopTen, {});
      }).not.toThrow();
    },
  );

  it('does not let out what is forbidden, however deep it stands and however it is written', () => {
    const forbidden = fc.constantFrom(
      { ding: true },
      { notify: '1' },
      { deptid_list: [42, -1] },
      { userid_list: 'manager01,someone' },
      { to_chat: 'true' },
      { blackboard_id: theirs },
    );
    const wrapped = fc.array(fc.constantFrom(...wrappings), { maxLength: 6 });

    fc.assert(
      fc.property(forbidden, wrapped, (request, layers) => {
        const whole = layers.reduce<object>((inner, wrap) => wrap(inner), request);
        expect(() => {
          guard(updateAnnouncement, whole);
        }).toThrow(GuardViolation);
      }),
    );
  });
});
