import { familyOf, gatewayFacts } from '../../../schemas/gateways';
import { at, jsonIn, listAt } from '../json';
import type { JudgedCall } from '../judge-call';
import { momentOf } from '../request';
import { isSuccess, type Fault } from './rule';

type Check = (values: Readonly<Record<string, unknown>>, body: unknown) => Fault[];

const none: Fault[] = [];

/** What is shown is what was asked for. */
const same =
  (promise: string, asked: string, shown: string): Check =>
  (values, body) => {
    const [expected, got] = [at(values, asked), at(body, shown)];
    return expected === undefined || got === undefined || expected === got
      ? none
      : [{ promise, what: `${shown} is not the ${asked} that was asked for`, expected, got }];
  };

/** Every row of a list has what was asked for; nothing is expected where it was not asked. */
const everyRow =
  (promise: string, rows: string, member: string, asked: string, isIn = isOne): Check =>
  (values, body) => {
    const wanted = at(values, asked);
    if (wanted === undefined || wanted === '') return none;
    const shown = listAt(body, rows).map((row) => at(row, member));
    const stranger = shown.find((value) => value !== undefined && !isIn(value, wanted));
    const what = `a row has another ${member} than the ${asked} that was asked for`;
    return stranger === undefined ? none : [{ promise, what, expected: wanted, got: stranger }];
  };

const isOne = (value: unknown, wanted: unknown): boolean => value === wanted;
const isAmong = (value: unknown, wanted: unknown): boolean =>
  String(wanted).split(',').includes(String(value));
// A tenant may cut a moment to the second, and which of both ends counts in is not known everywhere.
const isNotBefore = (value: unknown, wanted: unknown): boolean =>
  !(momentOf(value) < momentOf(wanted) - 1000);
const isNotAfter = (value: unknown, wanted: unknown): boolean => !(momentOf(value) > momentOf(wanted) + 1000);

const window = (promise: string, rows: string, member: string, prefix = ''): Check[] => [
  everyRow(promise, rows, member, `${prefix}start_time`, isNotBefore),
  everyRow(promise, rows, member, `${prefix}end_time`, isNotAfter),
];

const coordinates = (id: string, rows: string): Check[] =>
  [
    { name: 'latitude', most: 90 },
    { name: 'longitude', most: 180 },
  ].map(({ name, most }): Check => (_, body) => {
    const shown = listAt(body, rows).map((row) => at(row, name));
    const wrong = shown.find(
      (value) => value !== undefined && value !== null && !(Math.abs(Number(value)) <= most),
    );
    const what = `${name} is no degree between -${most} and ${most}`;
    return wrong === undefined ? none : [{ promise: `${id}#${rows}[].${name}`, what, got: wrong }];
  });

const ofReports = (id: string, filter: string, times: string): Check[] => [
  everyRow(`${id}/${filter}`, 'result.data_list', 'creator_id', 'userid'),
  everyRow(`${id}/${filter}`, 'result.data_list', 'template_name', 'template_name'),
  ...window(`${id}/${times}`, 'result.data_list', 'create_time'),
];

const isJsonText: Check = (_, body) =>
  typeof jsonIn(String(at(body, 'result.data'))) === 'object'
    ? none
    : [{ promise: 'ai/ocr/R2', what: 'result.data is no JSON text with an object or a list in it' }];

const isFilled: Check = (_, body) =>
  String(at(body, 'result')).trim() === ''
    ? [{ promise: 'ai/translate/R2', what: 'result is an empty text' }]
    : none;

// A token is valid for two hours, by either generation.
const lifetime =
  (id: string, member: string): Check =>
  (_, body) => {
    const got = at(body, member);
    const expected = gatewayFacts.limits.tokenSeconds;
    const what = `${member} is longer than a token is valid`;
    return Number(got) > expected ? [{ promise: `${id}/R1`, what, expected, got }] : none;
  };

const checks: Readonly<Record<string, readonly Check[]>> = {
  'blackboard/get': [same('blackboard/get#result.id', 'blackboard_id', 'result.id')],
  'blackboard/get-blackboard': [same('blackboard/get-blackboard#id', 'blackboardId', 'id')],
  'report/list': [
    ...ofReports('report/list', 'R3', 'R10'),
    ...window('report/list/R11', 'result.data_list', 'modified_time', 'modified_'),
    same('report/list/R16', 'size', 'result.size'),
  ],
  'report/simplelist': ofReports('report/simplelist', 'R3', 'R5'),
  'report/template-getbyname': [
    same('report/template-getbyname/R2', 'template_name', 'result.name'),
    same('report/template-getbyname/R7', 'userid', 'result.userid'),
  ],
  'checkin/record-get': [
    everyRow('checkin/record-get?userid_list', 'result.page_list', 'userid', 'userid_list', isAmong),
    ...window('checkin/record-get#result.page_list[].checkin_time', 'result.page_list', 'checkin_time'),
    ...coordinates('checkin/record-get', 'result.page_list'),
  ],
  'checkin/record': [
    ...window('checkin/record/R1', 'data', 'timestamp'),
    ...coordinates('checkin/record', 'data'),
  ],
  'token/get': [lifetime('token/get', 'expires_in')],
  'token/access-token': [lifetime('token/access-token', 'expireIn')],
  'ai/ocr': [isJsonText],
  'ai/translate': [isFilled],
};

/** What is wrong with an answer by itself, beyond its schema: it shows something else than was asked for, or lacks what its gateway adds. */
export function faultsOfAnswer(call: JudgedCall): Fault[] {
  const { endpoint, asked, body } = call;
  if (body === undefined) return none;
  const ofEndpoint = isSuccess(call) ? (checks[endpoint.id] ?? []) : [];
  return [...ofEndpoint.flatMap((check) => check(asked.values, body)), ...ofGateway(call)];
}

function ofGateway(call: JudgedCall): Fault[] {
  const family = familyOf(call.endpoint);
  if (family === 'v1') return ofHeaders(call);
  return family === 'topapi' ? ofTopapi(call) : none;
}

// An export without headers says nothing of them.
function ofHeaders({ exchange: { responseHeaders = {} } }: JudgedCall): Fault[] {
  const names = Object.keys(responseHeaders);
  const missing = ['x-acs-request-id', 'x-acs-trace-id'].filter((name) => !names.includes(name));
  const what = `the answer has no header ${missing.join(' and no ')}`;
  return names.length > 1 && missing.length > 0 ? [{ promise: 'gateway/G26', what }] : none;
}

function ofTopapi(call: JudgedCall): Fault[] {
  const [missing] = isSuccess(call) ? call.asked.missing : [];
  const what = `it is answered although ${missing ?? ''} is missing`;
  const answered = missing === undefined ? none : [{ promise: `${call.endpoint.id}!40`, what }];
  return [...answered, ...ofEnvelope(call), ...ofType(call)];
}

function ofEnvelope({ body = {}, exchange: { responseBody = '' } }: JudgedCall): Fault[] {
  const { errcode, sub_code: code, errmsg } = body as Readonly<Record<string, unknown>>;
  const texts = [errmsg, code].filter((text) => typeof text === 'string');
  const isNamed = errcode !== 88 || texts.every((text) => texts[0]?.includes(text));
  const isLast = !('request_id' in body) || /"request_id"\s*:\s*"[^"]*"\s*\}\s*$/.test(responseBody);
  return [
    ...(isNamed ? none : [{ promise: 'gateway/G6', what: 'errmsg does not name the sub_code', got: errmsg }]),
    ...(isLast ? none : [{ promise: 'gateway/G5', what: 'request_id is not the last member' }]),
  ];
}

function ofType({ exchange: { responseHeaders = {} } }: JudgedCall): Fault[] {
  const { 'content-type': type = '', ...others } = responseHeaders;
  const isTold = /charset/i.test(type) || Object.keys(others).length === 0;
  return isTold ? none : [{ promise: 'gateway/G4', what: 'the content type names no charset', got: type }];
}
