import { allExchanges, joinCases, withOwnTimes } from './cases';
import type { CaseLine } from './events';
import { anExchange, aResult } from './fixtures/sample';

const file = 'specs/blackboard/create.spec.ts';
const finding = { kind: 'note', endpoint: 'report/list', message: 'x' } as never;
const line = (fields: Partial<Extract<CaseLine, { kind: 'case' }>> = {}): CaseLine => ({
  kind: 'case',
  file,
  title: aResult().title,
  exchanges: [anExchange()],
  findings: [finding],
  ...fields,
});
const begun: CaseLine = { kind: 'start', file, title: aResult().title, at: 1 };
const fileOf = (...results: Parameters<typeof aResult>) => [
  { file, startedAt: 1, endedAt: 2, cases: [aResult(...results)] },
];

describe('A result and its record', () => {
  it('are joined by file and title', () => {
    const [joined] = joinCases(fileOf(), [begun, line({ asserted: ['R1'] })]);

    expect(joined).toMatchObject({ file, exchanges: [anExchange()], findings: [finding], asserted: ['R1'] });
    expect(joined).not.toHaveProperty('failureClass');
    expect(joined).not.toHaveProperty('reason');
  });

  it.each([
    { when: 'of another file', lines: [line({ file: 'other' })] },
    { when: 'of another case', lines: [line({ title: 'other' })] },
    { when: 'that only says that it began', lines: [begun] },
  ])('are not joined with a record $when', ({ lines }) => {
    expect(joinCases(fileOf(), lines)).toMatchObject([{ exchanges: [], findings: [], asserted: [] }]);
  });

  it('are joined with the last record', () => {
    const lines = [line({ asserted: ['first'] }), line({ asserted: ['last'] })];

    expect(joinCases(fileOf(), lines)).toMatchObject([{ asserted: ['last'] }]);
  });

  it.each([
    { when: 'the record tells it', result: {}, record: { skipped: 'no permission' }, want: 'no permission' },
    {
      when: 'the result tells it',
      result: { reason: 'not selected' },
      record: { skipped: 'no permission' },
      want: 'not selected',
    },
    { when: 'nobody tells it', result: {}, record: {}, want: 'no reason given' },
  ])('have a reason for a skip where $when', ({ result, record, want }) => {
    expect(joinCases(fileOf({ status: 'skipped', ...result }), [line(record)])).toMatchObject([
      { reason: want },
    ]);
  });

  it('have a class for a failure', () => {
    const [joined] = joinCases(fileOf({ status: 'failed', messages: ['x'] }), [line()]);

    expect(joined?.failureClass).toEqual(expect.any(String));
  });

  it.each([
    {
      when: 'that was called last',
      lines: [line({ exchanges: [anExchange(), anExchange({ docs: 'last' })] })],
      want: 'last',
    },
    { when: 'that the file is named after', lines: [], want: anExchange().docs },
  ])('name the page of the endpoint $when', ({ lines, want }) => {
    expect(joinCases(fileOf(), lines)).toMatchObject([{ docs: want }]);
  });

  it('name no page where nothing tells it', () => {
    const [joined] = joinCases([{ file: 'other.spec.ts', startedAt: 1, endedAt: 2, cases: [aResult()] }], []);

    expect(joined).not.toHaveProperty('docs');
  });
});

describe('The time of a case', () => {
  it('is the recorded one', () => {
    const [own] = withOwnTimes(fileOf(), [line({ startedAt: 5, durationMs: 6 })]);

    expect(own).toMatchObject({ file, endedAt: 2, cases: [{ startedAt: 5, durationMs: 6 }] });
  });

  it("is Jest's where none is recorded", () => {
    const { startedAt, durationMs } = aResult();

    expect(withOwnTimes(fileOf(), [line(), begun])).toMatchObject([{ cases: [{ startedAt, durationMs }] }]);
    expect(withOwnTimes(fileOf(), [])).toMatchObject([{ cases: [{ startedAt, durationMs }] }]);
  });
});

describe('All calls of a run', () => {
  it('are those of every record', () => {
    expect(allExchanges([begun, line(), line({ file: '' })])).toEqual([anExchange(), anExchange()]);
  });
});
