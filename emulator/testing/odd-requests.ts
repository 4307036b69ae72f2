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

const odd = (
  choice: string,
  endpoint: Endpoint,
  request: object | OddRequest['request'],
  wanted: object = { errcode: 0 },
): OddRequest => ({
  choice,
  endpoint,
  request: typeof request === 'function' ? (request as OddRequest['request']) : () => request,
  wanted,
});

const creating = (given: object) => ({ create_request: { ...announcement, ...given } });
const reporting = (given: object) => (emulator: Emulator) => ({
  create_report_param: { ...aReport(emulator), ...given },
});
const filling = (given: object) => (emulator: Emulator) => {
  const { contents, ...report } = aReport(emulator);
  return { create_report_param: { ...report, contents: contents.map((one) => ({ ...one, ...given })) } };
};
const manyDepartments = creating({
  blackboard_receiver: { deptid_list: Array.from({ length: 21 }, () => 1) },
});

/** One or more for every answer about requests that others refuse. */
export const oddRequests: readonly OddRequest[] = [
  odd('input/object-for-text=text', listTopTen, { userid: {} }, { errcode: 60121 }),
  odd('input/object-for-text=ignored', listTopTen, { userid: [] }, { errcode: 40 }),
  odd('input/object-for-text=ignored', listTemplatesByUser, { userid: {} }),
  odd('input/nested-object-for-text=text', createAnnouncement, creating({ title: {} })),
  odd('input/text-for-number=ignored', listReports, { ...window, size: 'abc' }, { errcode: 40 }),
  odd('input/text-for-number=zero', listReports, { ...window, cursor: 'abc' }),
  odd('input/number-for-text=refused', listTopTen, { userid: 7 }, { errcode: 41 }),
  odd('input/nested-number-for-text=digits', createAnnouncement, creating({ title: 7 })),
  odd('input/nested-text-for-number=read', listAnnouncementIds, { query_request: { ...query, page: '1' } }),
  odd('input/fraction=floored', listReports, { ...window, size: 5.5 }, { result: { size: 5 } }),
  odd('input/flag=read', createAnnouncement, creating({ push_top: 'no' })),
  odd(
    'input/text-for-list=one',
    createAnnouncement,
    creating({ blackboard_receiver: { userid_list: operation_userid } }),
  ),
  odd(
    'input/text-for-list=split',
    createAnnouncement,
    creating({ blackboard_receiver: { userid_list: `${operation_userid},user123` } }),
  ),
  odd('input/other-for-object=40', createAnnouncement, { create_request: 7 }, { errcode: 40 }),
  odd('input/null=refused', listTemplatesByUser, { userid: null }, { errcode: 41 }),
  odd('input/nested-null=absent', createAnnouncement, creating({ author: null })),
  odd('input/blank-optional=text', listTemplatesByUser, { userid: ' ' }, { errcode: 60121 }),
  odd(
    'input/comma-spaces=kept',
    listOnJobEmployees,
    { status_list: '2, 3', offset: 0, size: 5 },
    { errcode: 41 },
  ),
  odd('input/brackets=dropped', listOnJobEmployees, { status_list: '[2,3]', offset: 0, size: 5 }),
  odd('input/code-of-limit=400002', listComments, { report_id: 'r', size: 21 }, { errcode: 400002 }),
  odd('input/code-of-type=40035', listTopTen, { userid: {} }, { errcode: 40035 }),
  odd('blackboard/above-most=clamped', listAnnouncementIds, { query_request: { ...query, page_size: 31 } }),
  odd('blackboard/below-least=clamped', listAnnouncementIds, { query_request: { ...query, page: 0 } }),
  odd('blackboard/unknown-level=taken', createAnnouncement, creating({ private_level: 7 })),
  odd('blackboard/words-left-out=taken', createAnnouncement, creating({ title: undefined })),
  odd('blackboard/no-receivers=nobody', createAnnouncement, creating({ blackboard_receiver: undefined })),
  odd('blackboard/too-many-receivers=cut', createAnnouncement, manyDepartments),
  odd('blackboard/too-many-receivers=taken', createAnnouncement, manyDepartments),
  odd('report/above-most=clamped', listReports, { ...window, size: 21 }, { result: { size: 20 } }),
  odd('report/below-least=clamped', listReports, { ...window, size: 0 }, { result: { size: 1 } }),
  odd('report/switches-left-out=taken', createReport, reporting({ to_chat: undefined, dd_from: undefined })),
  odd('report/form-left-out=taken', createReport, filling({ type: undefined, content_type: undefined })),
  odd('report/content-type=taken', createReport, filling({ content_type: 'origin' })),
  odd('report/field-type=taken', createReport, filling({ type: 3 })),
  odd('report/wrong-key=taken', createReport, filling({ key: '别的' })),
  odd('hrm/above-most=clamped', listPreEntryEmployees, { offset: 0, size: 51 }),
  odd(
    'hrm/unknown-status=nobody',
    listOnJobEmployees,
    { status_list: '9', offset: 0, size: 5 },
    { result: { data_list: [] } },
  ),
  odd('hrm/too-many-statuses=cut', listOnJobEmployees, {
    status_list: '3,'.repeat(25) + '3',
    offset: 0,
    size: 5,
  }),
  odd('checkin/too-many-people=cut', getCheckinRecords, {
    ...window,
    start_time: window.end_time - 1000,
    userid_list: Array.from({ length: 11 }, (_, place) => `u${place}`).join(','),
  }),
  odd('ai/long-url=cut', recognizeText, { type: 'idcard', image_url: url }),
  odd('ai/unknown-type=taken', recognizeText, { type: 'poem', image_url: 'https://example.com' }),
];
