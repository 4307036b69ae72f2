import { createReport, getBlackboard, listReports } from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import type { Exchange } from './exchange';
import { troubleOf } from './patience';

const exchange = (fields: Partial<Exchange>): Exchange => ({
  endpoint: 'report/list',
  method: 'POST',
  url: 'https://oapi.dingtalk.com/topapi/report/list',
  requestHeaders: {},
  startedAt: 0,
  durationMs: 1,
  attempt: 1,
  outcome: 'ok',
  counted: true,
  curl: '',
  docs: '',
  ...fields,
});

interface Row {
  readonly when: string;
  readonly endpoint?: Endpoint;
  readonly attempt?: number;
  readonly code?: string;
  readonly fields?: Partial<Exchange>;
  readonly ownToken?: boolean;
  readonly patient?: boolean;
}

const lost = { outcome: 'no answer: the connection was reset' };

const repeated: Row[] = [
  { when: "the run's own token is refused", code: '88/40014' },
  { when: "the run's own token is refused by v1.0", endpoint: getBlackboard, code: 'InvalidAuthentication' },
  { when: 'a read is throttled', code: '88/90018' },
  { when: 'a write is throttled', endpoint: createReport, code: '88/90002' },
  { when: 'v1.0 throttles', endpoint: getBlackboard, code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' },
  { when: 'a read is throttled for the fourth time', code: '88/90018', attempt: 4 },
  { when: 'the service is busy for a read', code: '-1' },
  { when: 'v1.0 is busy', endpoint: getBlackboard, code: 'serviceBusy' },
  { when: 'the answer to a read is lost', fields: lost },
  { when: 'a read gets an HTML 502', fields: { status: 502, outcome: 'broken: the content type' } },
];

const final: Row[] = [
  { when: 'a call succeeded', code: undefined },
  { when: 'the token that a case chose is refused', code: '88/40014', ownToken: false },
  { when: 'a renewed token is refused a fourth time', code: '88/40014', attempt: 4 },
  { when: 'throttling does not end', code: '88/90018', attempt: 5 },
  { when: 'the month is used up', code: '90020' },
  { when: 'the service is busy for a write', endpoint: createReport, code: '-1' },
  { when: 'the answer to a write is lost', endpoint: createReport, fields: lost },
  { when: 'the answer is lost where nothing may be lost', fields: lost, patient: false },
  { when: 'the answer is lost three times', fields: lost, attempt: 3 },
  { when: 'the business refuses', code: '400002' },
  { when: 'a permission is missing', code: '88/60011' },
  { when: 'a 200 breaks its contract', fields: { status: 200, outcome: 'broken: /result is missing' } },
].map(({ code, ...row }) => (code === undefined ? row : { ...row, code }));

const trouble = ({
  endpoint = listReports,
  attempt = 1,
  code,
  fields = {},
  ownToken = true,
  patient = true,
}: Row): unknown =>
  troubleOf(
    endpoint,
    attempt,
    { exchange: exchange(fields), ...(code === undefined ? {} : { code }) },
    { ownToken, patient },
  );

describe('troubleOf', () => {
  it.each(repeated)('repeats the call when $when', (row) => {
    expect(trouble(row)).toBeDefined();
  });

  it.each(final)('lets it be when $when', (row) => {
    expect(trouble(row)).toBeUndefined();
  });

  it('waits longer each time it is throttled, and at least a second', () => {
    const waits = [1, 2, 3].map((attempt) => trouble({ when: '', code: '88/90018', attempt }));

    expect(waits).toMatchObject([{ waitMs: 1100 }, { waitMs: 2200 }, { waitMs: 4400 }]);
  });
});
