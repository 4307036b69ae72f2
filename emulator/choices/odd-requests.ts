import {
  createAnnouncement,
  createReport,
  getCheckinRecords,
  listAnnouncementIds,
  listComments,
  listOnJobEmployees,
  listPreEntryEmployees,
  listReports,
  listTemplatesByUser,
  listTopTen,
  recognizeText,
} from '../../schemas/index';
import type { Endpoint } from '../../schemas/endpoint';
import { aReport } from '../good-requests';
import type { Emulator } from '../server';

const operation_userid = 'manager4220';
const query = { operation_userid, page: 1, page_size: 30 };
const day = 86_400_000;
const window = { start_time: Date.now() - 9 * day, end_time: Date.now(), cursor: 0, size: 5 };
const announcement = {
  operation_userid,
  title: '标题',
  content: '内容',
  blackboard_receiver: { userid_list: [operation_userid] },
};
const url = `https://example.com/${'a'.repeat(1000)}`;

/** A request that is not as the page says, and what a tenant with one answer says to it that a plain one does not. */
interface OddRequest {
  readonly choice: string;
  readonly endpoint: Endpoint;
  readonly request: (emulator: Emulator) => object;
  /** What an answer has to hold besides errcode 0, or the code of its refusal. */
  readonly wanted: object;
}

const creating = (given: object) => () => ({ create_request: { ...announcement, ...given } });
const reporting = (given: object) => (emulator: Emulator) => ({
  create_report_param: { ...aReport(emulator), ...given },
});
const filling = (given: object) => (emulator: Emulator) => {
  const { contents, ...report } = aReport(emulator);
  return { create_report_param: { ...report, contents: contents.map((one) => ({ ...one, ...given })) } };
};
const taken = { errcode: 0 };

/** One or more for every answer about requests that others refuse. */
export const oddRequests: readonly OddRequest[] = [
  {
    choice: 'input/object-for-text=text',
    endpoint: listTopTen,
    request: () => ({ userid: {} }),
    wanted: { errcode: 60121 },
  },
  {
    choice: 'input/object-for-text=ignored',
    endpoint: listTopTen,
    request: () => ({ userid: [] }),
    wanted: { errcode: 40 },
  },
  {
    choice: 'input/object-for-text=ignored',
    endpoint: listTemplatesByUser,
    request: () => ({ userid: {} }),
    wanted: taken,
  },
  {
    choice: 'input/nested-object-for-text=text',
    endpoint: createAnnouncement,
    request: creating({ title: {} }),
    wanted: taken,
  },
  {
    choice: 'input/text-for-number=ignored',
    endpoint: listReports,
    request: () => ({ ...window, size: 'abc' }),
    wanted: { errcode: 40 },
  },
  {
    choice: 'input/text-for-number=zero',
    endpoint: listReports,
    request: () => ({ ...window, cursor: 'abc' }),
    wanted: taken,
  },
  {
    choice: 'input/number-for-text=refused',
    endpoint: listTopTen,
    request: () => ({ userid: 7 }),
    wanted: { errcode: 41 },
  },
  {
    choice: 'input/nested-number-for-text=digits',
    endpoint: createAnnouncement,
    request: creating({ title: 7 }),
    wanted: taken,
  },
  {
    choice: 'input/nested-text-for-number=read',
    endpoint: listAnnouncementIds,
    request: () => ({ query_request: { ...query, page: '1' } }),
    wanted: taken,
  },
  {
    choice: 'input/fraction=floored',
    endpoint: listReports,
    request: () => ({ ...window, size: 5.5 }),
    wanted: { result: { size: 5 } },
  },
  {
    choice: 'input/flag=read',
    endpoint: createAnnouncement,
    request: creating({ push_top: 'no' }),
    wanted: taken,
  },
  {
    choice: 'input/text-for-list=one',
    endpoint: createAnnouncement,
    request: creating({ blackboard_receiver: { userid_list: operation_userid } }),
    wanted: taken,
  },
  {
    choice: 'input/text-for-list=split',
    endpoint: createAnnouncement,
    request: creating({ blackboard_receiver: { userid_list: `${operation_userid},user123` } }),
    wanted: taken,
  },
  {
    choice: 'input/other-for-object=40',
    endpoint: createAnnouncement,
    request: () => ({ create_request: 7 }),
    wanted: { errcode: 40 },
  },
  {
    choice: 'input/null=refused',
    endpoint: listTemplatesByUser,
    request: () => ({ userid: null }),
    wanted: { errcode: 41 },
  },
  {
    choice: 'input/nested-null=absent',
    endpoint: createAnnouncement,
    request: creating({ author: null }),
    wanted: taken,
  },
  {
    choice: 'input/blank-optional=text',
    endpoint: listTemplatesByUser,
    request: () => ({ userid: ' ' }),
    wanted: { errcode: 60121 },
  },
  {
    choice: 'input/comma-spaces=kept',
    endpoint: listOnJobEmployees,
    request: () => ({ status_list: '2, 3', offset: 0, size: 5 }),
    wanted: { errcode: 41 },
  },
  {
    choice: 'input/brackets=dropped',
    endpoint: listOnJobEmployees,
    request: () => ({ status_list: '[2,3]', offset: 0, size: 5 }),
    wanted: taken,
  },
  {
    choice: 'input/code-of-limit=400002',
    endpoint: listComments,
    request: () => ({ report_id: 'r', size: 21 }),
    wanted: { errcode: 400002 },
  },
  {
    choice: 'input/code-of-type=40035',
    endpoint: listTopTen,
    request: () => ({ userid: {} }),
    wanted: { errcode: 40035 },
  },
  {
    choice: 'blackboard/above-most=clamped',
    endpoint: listAnnouncementIds,
    request: () => ({ query_request: { ...query, page_size: 31 } }),
    wanted: taken,
  },
  {
    choice: 'blackboard/below-least=clamped',
    endpoint: listAnnouncementIds,
    request: () => ({ query_request: { ...query, page: 0 } }),
    wanted: taken,
  },
  {
    choice: 'blackboard/unknown-level=taken',
    endpoint: createAnnouncement,
    request: creating({ private_level: 7 }),
    wanted: taken,
  },
  {
    choice: 'blackboard/words-left-out=taken',
    endpoint: createAnnouncement,
    request: creating({ title: undefined }),
    wanted: taken,
  },
  {
    choice: 'blackboard/no-receivers=nobody',
    endpoint: createAnnouncement,
    request: creating({ blackboard_receiver: undefined }),
    wanted: taken,
  },
  {
    choice: 'blackboard/too-many-receivers=cut',
    endpoint: createAnnouncement,
    request: creating({ blackboard_receiver: { deptid_list: Array.from({ length: 21 }, () => 1) } }),
    wanted: taken,
  },
  {
    choice: 'blackboard/too-many-receivers=taken',
    endpoint: createAnnouncement,
    request: creating({ blackboard_receiver: { deptid_list: Array.from({ length: 21 }, () => 1) } }),
    wanted: taken,
  },
  {
    choice: 'report/above-most=clamped',
    endpoint: listReports,
    request: () => ({ ...window, size: 21 }),
    wanted: { result: { size: 20 } },
  },
  {
    choice: 'report/below-least=clamped',
    endpoint: listReports,
    request: () => ({ ...window, size: 0 }),
    wanted: { result: { size: 1 } },
  },
  {
    choice: 'report/switches-left-out=taken',
    endpoint: createReport,
    request: reporting({ to_chat: undefined, dd_from: undefined }),
    wanted: taken,
  },
  {
    choice: 'report/form-left-out=taken',
    endpoint: createReport,
    request: filling({ type: undefined, content_type: undefined }),
    wanted: taken,
  },
  {
    choice: 'report/content-type=taken',
    endpoint: createReport,
    request: filling({ content_type: 'origin' }),
    wanted: taken,
  },
  { choice: 'report/field-type=taken', endpoint: createReport, request: filling({ type: 3 }), wanted: taken },
  {
    choice: 'report/wrong-key=taken',
    endpoint: createReport,
    request: filling({ key: '别的' }),
    wanted: taken,
  },
  {
    choice: 'hrm/above-most=clamped',
    endpoint: listPreEntryEmployees,
    request: () => ({ offset: 0, size: 51 }),
    wanted: taken,
  },
  {
    choice: 'hrm/unknown-status=nobody',
    endpoint: listOnJobEmployees,
    request: () => ({ status_list: '9', offset: 0, size: 5 }),
    wanted: { result: { data_list: [] } },
  },
  {
    choice: 'hrm/too-many-statuses=cut',
    endpoint: listOnJobEmployees,
    request: () => ({ status_list: '3,'.repeat(25) + '3', offset: 0, size: 5 }),
    wanted: taken,
  },
  {
    choice: 'checkin/too-many-people=cut',
    endpoint: getCheckinRecords,
    request: () => ({
      ...window,
      start_time: window.end_time - 1000,
      userid_list: Array.from({ length: 11 }, (_, place) => `u${place}`).join(','),
    }),
    wanted: taken,
  },
  {
    choice: 'ai/long-url=cut',
    endpoint: recognizeText,
    request: () => ({ type: 'idcard', image_url: url }),
    wanted: taken,
  },
  {
    choice: 'ai/unknown-type=taken',
    endpoint: recognizeText,
    request: () => ({ type: 'poem', image_url: 'https://example.com' }),
    wanted: taken,
  },
];
