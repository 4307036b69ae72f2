import { anExchange } from '../reporting/testing/sample';
import { createReport, deleteAnnouncement, getBlackboard, listReports } from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import type { Exchange } from './exchange';
import { isRead, RetryPolicy, type Attempt, type Trouble } from './retry-policy';

interface Row {
  readonly when: string;
  readonly endpoint?: Endpoint;
  readonly code?: string;
  readonly fields?: Partial<Exchange>;
  readonly ownToken?: boolean;
  readonly retries?: boolean;
}

const lost = { outcome: 'no answer: the connection was reset' };

const repeated: Row[] = [
  { when: "the run's own token is refused", code: '88/40014' },
  { when: "the run's own token is refused by v1.0", endpoint: getBlackboard, code: 'InvalidAuthentication' },
  { when: 'a read is throttled', code: '88/90018' },
  { when: 'a write is throttled', endpoint: createReport, code: '88/90002' },
  { when: 'v1.0 throttles', endpoint: getBlackboard, code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' },
  { when: 'the service is busy for a read', code: '-1' },
  { when: 'v1.0 is busy', endpoint: getBlackboard, code: 'serviceBusy' },
  {
    when: 'v1.0 fails in a way of its own',
    endpoint: getBlackboard,
    code: 'xyz',
    fields: { status: 500, outcome: 'refused xyz' },
  },
  {
    when: 'a refusal for a busy service comes with a status of its own',
    fields: { status: 503, outcome: 'broken: HTTP status 503', responseBody: '{"errcode":-1}' },
  },
  { when: 'the answer to a read is lost', fields: lost },
  { when: 'a read gets an HTML 500', fields: { status: 500, outcome: 'broken: the content type' } },
  { when: 'a read gets an HTML 502', fields: { status: 502, outcome: 'broken: the content type' } },
];

const looked: Row[] = [
  { when: 'the service is busy for a write', endpoint: createReport, code: '-1' },
  { when: 'the answer to a write is lost', endpoint: createReport, fields: lost },
  {
    when: 'a write gets an HTML 502',
    endpoint: deleteAnnouncement,
    fields: { status: 502, outcome: 'broken: the content type' },
  },
  { when: 'the service behind a write fails', endpoint: createReport, code: '15/isp.-1' },
  {
    when: 'a write is lost on its way to another path',
    endpoint: { ...listReports, path: '/topapi/blackboard/update' },
    fields: lost,
  },
];

const final: Row[] = [
  { when: 'a call succeeded' },
  { when: 'the token that a case chose is refused', code: '88/40014', ownToken: false },
  { when: 'the month is used up', code: '90020' },
  {
    when: 'the service is busy for a write on a tenant of our own',
    endpoint: createReport,
    code: '-1',
    retries: false,
  },
  { when: 'the answer is lost where nothing may be lost', fields: lost, retries: false },
  { when: 'the business refuses', code: '400002' },
  { when: 'a permission is missing', code: '88/60011' },
  {
    when: 'an error status stands around a success',
    endpoint: createReport,
    fields: { status: 500, outcome: 'broken: HTTP status 500', responseBody: '{"errcode":0,"result":"a"}' },
  },
  { when: 'a 200 breaks its contract', fields: { status: 200, outcome: 'broken: /result is missing' } },
];

const bounded: (Row & { times: number })[] = [
  { when: 'a token that dies', code: '88/40014', times: 3 },
  { when: 'throttling', code: '88/90018', times: 4 },
  { when: 'a busy service', code: '-1', times: 3 },
  { when: 'lost answers', fields: lost, times: 2 },
  { when: 'lost writes', endpoint: createReport, fields: lost, times: 3 },
];

const attempt = ({ code, fields = {} }: Omit<Row, 'when'>): Attempt => ({
  exchange: anExchange({
    ...{ responseBody: '', outcome: code === undefined ? 'ok' : `refused ${code}` },
    ...fields,
  }),
  ...(code === undefined ? {} : { code }),
});

function policyOf({
  endpoint = listReports,
  ownToken = true,
  retries = true,
}: Omit<Row, 'when'>): RetryPolicy {
  return new RetryPolicy(endpoint, { ownToken, retries });
}

const trouble = (row: Row): Trouble | undefined => policyOf(row).after(attempt(row));

describe('A read', () => {
  it.each([
    { id: 'report/list', path: '/topapi/report/list', read: true },
    { id: 'report/create-list', path: '/topapi/report/updates', read: true },
    { id: 'report/create', path: '/x', read: false },
    { id: 'x/y', path: '/topapi/report/savecontent', read: false },
  ])('is $id at $path: $read', ({ read, ...endpoint }) => {
    expect(isRead(endpoint)).toBe(read);
  });
});

describe('RetryPolicy', () => {
  it.each(repeated)('repeats the call when $when', (row) => {
    expect(trouble(row)).toMatchObject({ waitMs: expect.any(Number) as number });
    expect(trouble(row)).not.toHaveProperty('look');
  });

  it.each(looked)('has it looked first whether it happened when $when', (row) => {
    expect(trouble(row)).toMatchObject({ look: { mayRepeat: true } });
  });

  it.each(final)('lets it be when $when', (row) => {
    expect(trouble(row)).toBeUndefined();
  });

  it.each(bounded)('bears with $when $times times', (row) => {
    const policy = policyOf(row);
    const borne = Array.from({ length: row.times + 1 }, () => policy.after(attempt(row)) !== undefined);

    expect(borne).toEqual([...Array<boolean>(row.times).fill(true), false]);
  });

  it('lets a lost write be repeated twice only, and waits longer each time', () => {
    const policy = policyOf({ endpoint: createReport });
    const waits = [1, 2, 3].map(() => policy.after(attempt({ fields: lost })));

    expect(waits).toMatchObject([
      { waitMs: 500, look: { mayRepeat: true } },
      { waitMs: 1000, look: { mayRepeat: true } },
      { waitMs: 1500, look: { mayRepeat: false } },
    ]);
  });

  it('counts each kind of trouble by itself, and bounds them all together', () => {
    const policy = policyOf({});
    const codes = ['88/40014', '88/90018', '-1', '88/40014', '88/90018', '-1', '88/40014', '88/90018'];
    const rows = [...codes, '88/90018'].map((code) => ({ code }));
    const met = [...rows, { fields: lost }].map((row) => policy.after(attempt(row)) !== undefined);

    expect(met).toEqual([...Array<boolean>(9).fill(true), false]);
  });

  it.each([
    { what: 'throttled: 88/90018', row: { code: '88/90018' }, waits: [1100, 2200, 4400] },
    { what: 'busy: -1', row: { code: '-1' }, waits: [500, 1000, 2000] },
    { what: lost.outcome, row: { fields: lost }, waits: [500, 1000] },
  ])('waits $waits ms, longer each time, over "$what"', ({ what, row, waits }) => {
    const policy = policyOf({});

    expect(waits.map(() => policy.after(attempt(row)))).toEqual(waits.map((waitMs) => ({ what, waitMs })));
  });
});
