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
const guard = guardFor(allowed);
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
    ['a second notification', updateAnnouncement, { update_request: { notify: true } }],
    ['a DING on an update', updateAnnouncement, { update_request: { ding: true } }],
    ['the root department', createAnnouncement, to({ deptid_list: [1] })],
    ['the root department by its other name', createAnnouncement, to({ deptid_list: [-1] })],
    ['the root department written as text', createAnnouncement, to({ deptid_list: ['-1'] })],
    ['the root department outside a list', createAnnouncement, to({ deptid_list: -1 })],
    ['a foreign department', createAnnouncement, to({ deptid_list: [42, 43] })],
    ['a foreign user', createAnnouncement, to({ userid_list: ['manager01', 'someone'] })],
    ['foreign users in one text', createAnnouncement, to({ userid_list: 'manager01,someone' })],
    ['a draft that is written as one JSON text', createAnnouncement, { create_request: '{"ding":true}' }],
    ['a chat message', createReport, report({ to_chat: true })],
    ['a group', createReport, report({ to_cids: ['cid123'] })],
    ['a group outside a list', createReport, report({ to_cids: 'cid123' })],
    ['a foreign receiver', createReport, report({ to_userids: ['someone'] })],
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
    ['a DING in the brackets of a form', createAnnouncement, { 'create_request[ding]': 'true' }],
    ['a DING in capitals', createAnnouncement, draft({ DING: 'TRUE' })],
    ['a DING that is neither yes nor no', createAnnouncement, draft({ ding: 'maybe' })],
    ['the root department with blanks around it', createAnnouncement, to({ deptid_list: ' 1 ' })],
    ['the root department as a fraction', createAnnouncement, to({ deptid_list: ['1.0'] })],
    ['the root department in hexadecimal', createAnnouncement, to({ deptid_list: '0x1' })],
    ['the root department in wide digits', createAnnouncement, to({ deptid_list: '１' })],
    ['the root department in an object', createAnnouncement, to({ deptid_list: { item: 1 } })],
    ['the root department in a JSON text', createAnnouncement, to({ deptid_list: '[1]' })],
    ['the root department in another spelling', createAnnouncement, to({ deptIdList: [1] })],
    ['a foreign user as a number', createAnnouncement, to({ userid_list: [12345] })],
    ['foreign users in a JSON text', createAnnouncement, to({ userid_list: '["someone"]' })],
    ['a draft for a URL', createAnnouncement, { create_request: encodeURIComponent('{"ding":true}') }],
    ['a draft that was written twice', createAnnouncement, { create_request: JSON.stringify('{"ding":1}') }],
  ])('does not let out %s', (_, endpoint, request) => {
    expect(() => {
      guard(endpoint, request);
    }).toThrow(GuardViolation);
  });

  it.each([
    ['the configured people', createAnnouncement, to({ userid_list: ['manager01', '0147'] })],
    ['the configured department', createAnnouncement, to({ deptid_list: [42] })],
    ['the same person too often', createAnnouncement, to({ userid_list: Array<string>(1001).fill('0147') })],
    ['no DING', createAnnouncement, draft({ ding: false })],
    ['a malformed DING', createAnnouncement, draft({ ding: {} })],
    ['malformed receivers', createAnnouncement, to({ deptid_list: 'abc', userid_list: null })],
    ['a report for a configured person', createReport, report({ to_userids: ['manager01'], to_cids: [] })],
    ['a read about anybody', listTopTen, { userid: 'someone' }],
    ['a read of what is not ours', getAnnouncement, { blackboard_id: theirs }],
    ['a deletion of what is ours', deleteAnnouncement, { blackboard_id: mine }],
    ['a change of what is ours', updateAnnouncement, change(mine)],
    ['an id that is blank', deleteAnnouncement, { blackboard_id: ' ' }],
    ['an id that is none', deleteAnnouncement, { blackboard_id: {} }],
  ])('lets %s pass', (_, endpoint, request) => {
    expect(() => {
      guard(endpoint, request);
    }).not.toThrow();
  });

  it.each([createAnnouncement, updateAnnouncement, deleteAnnouncement, createReport] as Endpoint[])(
    'lets nothing pass to $id where the run only reads',
    (endpoint) => {
      expect(() => {
        guardFor({ ...allowed, readOnly: true })(endpoint, { blackboard_id: mine });
      }).toThrow('only reads');
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
