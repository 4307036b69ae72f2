import { allExchanges, joinCases, withOwnTimes } from './cases';
import type { CaseLine } from './events';
import { anExchange, aResult } from '../testing/sample';

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

describe('A failed case', () => {
  const refused = anExchange({ outcome: 'refused 88/400001' });
  const failing = fileOf({ status: 'failed', messages: ['was refused: 88/400001'] });

  it('is blocked when the case before it failed over what both need', () => {
    expect(joinCases(failing, [line({ blockedBy: 'the case before' })])).toMatchObject([{ blocked: true }]);
    expect(joinCases(failing, [line()])[0]).not.toHaveProperty('blocked');
  });

  it('is the fault of the tenant when somebody whom the run needs was found wanting before', () => {
    const classOf = (...ill: readonly string[][]) =>
      joinCases(failing, [line({ exchanges: [refused] })], ...ill)[0]?.failureClass;

    expect([classOf(), classOf([]), classOf(['user-1'])]).toEqual(['product', 'product', 'tenant']);
  });
});

describe('The documentation of a case', () => {
  const made = anExchange({ docs: 'https://made' });
  const cleaned = anExchange({ docs: 'https://cleaned', cleaning: true });

  it.each([
    { what: 'its last call', exchanges: [anExchange(), made], want: 'https://made' },
    { what: 'its last call that did not clean up', exchanges: [made, cleaned], want: 'https://made' },
    { what: 'a call that cleaned up, when it made no other', exchanges: [cleaned], want: 'https://cleaned' },
    { what: 'the endpoint its file is named after', exchanges: [], want: anExchange().docs },
  ])('is that of $what', ({ exchanges, want }) => {
    expect(joinCases(fileOf(), [line({ exchanges })])).toMatchObject([{ docs: want }]);
  });

  it('is none when it called nothing, in a file that is named after none', () => {
    const files = [{ file: 'specs/flows/a.spec.ts', startedAt: 1, endedAt: 2, cases: [aResult()] }];

    expect(joinCases(files, [])[0]).not.toHaveProperty('docs');
  });
});
