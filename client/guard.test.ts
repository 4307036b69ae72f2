import { createAnnouncement, createReport, listTopTen, updateAnnouncement } from '../schemas';
import { guardFor, GuardViolation } from './guard';

const guard = guardFor({ people: ['manager01', '0147'], deptId: 42 });
const draft = (fields: object): object => ({ create_request: { title: '通知', content: '内容', ...fields } });
const to = (receiver: object): object => draft({ blackboard_receiver: receiver });
const report = (fields: object): object => ({ create_report_param: { to_chat: false, ...fields } });

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
  ])('lets %s pass', (_, endpoint, request) => {
    expect(() => {
      guard(endpoint, request);
    }).not.toThrow();
  });
});
