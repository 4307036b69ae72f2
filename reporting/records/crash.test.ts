import { beforeInterruption, crashedResults } from './crash';
import type { CaseLine, RunEvent } from './events';
import { aResult } from '../testing/sample';

const how = 'was ended by SIGKILL';
const run = (files: number): RunEvent => ({ event: 'run', at: 10, files });
const fileStarted = (file: string): RunEvent => ({ event: 'file started', file, at: 20 });
const caseStarted = (file: string, title: string): RunEvent => ({
  event: 'case started',
  file,
  title,
  describe: ['a'],
  name: 'b',
  at: 30,
});
const caseEnded = (file: string, title: string): RunEvent => ({
  event: 'case ended',
  file,
  result: aResult({ title }),
});
const started = (file: string, title: string): CaseLine => ({ kind: 'start', file, title, at: 25 });
const whole = { file: 'whole', startedAt: 1, endedAt: 2, cases: [aResult()] };
const results = (events: readonly RunEvent[], lines: readonly CaseLine[] = []) =>
  crashedResults(events, lines, how, 99);

/** Each case of each file with its status, and the message of a failed one. */
function told(events: readonly RunEvent[], lines: readonly CaseLine[] = []): object {
  return results(events, lines).files.map(({ file, cases }) => [
    file,
    ...cases.map(({ title, status, messages }) => [title, status, ...messages]),
  ]);
}

describe('The results of a run whose Jest died', () => {
  it('keep a file that had ended as it is', () => {
    const events = [run(1), fileStarted('whole'), { event: 'file ended', result: whole } as const];

    expect(results(events).files[0]).toBe(whole);
  });

  it('begin when the run did and end now', () => {
    expect(results([run(1), fileStarted('a')])).toMatchObject({ startedAt: 10, endedAt: 99 });
    expect(results([fileStarted('a')])).toMatchObject({ startedAt: 99 });
  });

  it('fail the case that was under way, and keep those before it', () => {
    const events = [
      run(1),
      fileStarted('a'),
      caseStarted('a', 'one'),
      caseEnded('a', 'one'),
      caseStarted('a', 'two'),
    ];

    expect(told(events)).toEqual([
      ['a', ['one', 'passed'], ['two', 'failed', `crashed: Jest ${how} while this case ran.`]],
    ]);
    expect(results(events).files[0]).toMatchObject({ startedAt: 20, endedAt: 99 });
    expect(results(events).files[0]?.cases[1]).toMatchObject({
      describe: ['a'],
      name: 'b',
      startedAt: 30,
      durationMs: 0,
      attempts: 1,
    });
  });

  it('fail a case that was started before its turn', () => {
    const lines = [started('a', 'early'), started('other', 'elsewhere')];

    expect(told([run(1), fileStarted('a')], lines)).toEqual([
      ['a', ['early', 'failed', `crashed: Jest ${how} while this case ran.`]],
    ]);
    expect(results([run(1), fileStarted('a')], lines).files[0]?.cases[0]).toMatchObject({
      describe: [],
      name: 'early',
      startedAt: 25,
    });
  });

  it('fail a file in which nothing was under way', () => {
    const events = [run(1), fileStarted('a'), caseStarted('a', 'one'), caseEnded('a', 'one')];

    expect(told(events)).toEqual([
      ['a', ['one', 'passed'], ['a › ran to its end', 'failed', `Jest ${how} while this file ran.`]],
    ]);
  });

  it('keep the cases of two files apart', () => {
    const events = [
      fileStarted('a'),
      fileStarted('b'),
      caseStarted('a', 'one'),
      caseEnded('b', 'two'),
      run(2),
    ];

    expect(told(events)).toEqual([
      ['a', ['one', 'failed', `crashed: Jest ${how} while this case ran.`]],
      ['b', ['two', 'passed'], ['b › ran to its end', 'failed', `Jest ${how} while this file ran.`]],
    ]);
  });

  it.each([
    { first: 'the run', events: [run(3), fileStarted('a')] },
    { first: 'a file', events: [fileStarted('a'), run(3)] },
  ])('count the files that never began, where $first began first', ({ events }) => {
    expect(told(events)).toEqual([
      ['a', ['a › ran to its end', 'failed', `Jest ${how} while this file ran.`]],
      ['the run', ['the run ran every file', 'failed', `Jest ${how}; 2 spec file(s) never began.`]],
    ]);
  });

  it('fail the run itself when every file had ended', () => {
    const events = [run(1), fileStarted('whole'), { event: 'file ended', result: whole } as const];

    expect(results(events).files[1]).toMatchObject({
      file: 'the run',
      startedAt: 99,
      cases: [{ title: 'the run ran to its end', messages: [`Jest ${how} before it had summed up.`] }],
    });
  });
});

describe('A run of which only some has ended', () => {
  const broken = ['a', ['a › ran to its end', 'failed', `Jest ${how} while this file ran.`]];
  const ended = { event: 'file ended', result: whole } as const;

  it('is told by the file that had not', () => {
    expect(told([run(2), fileStarted('whole'), ended, fileStarted('a')])).toEqual([
      ['whole', [aResult().title, 'passed']],
      broken,
    ]);
  });

  it('takes no record of a case that has ended for one that has begun', () => {
    const line: CaseLine = { kind: 'case', file: 'a', title: 'done', exchanges: [], findings: [] };

    expect(told([run(1), fileStarted('a')], [line])).toEqual([broken]);
  });
});

describe('What came before the reader stopped a run', () => {
  it('has no failure of the stopping: what was under way is skipped, and what never began is not told', () => {
    const events = [
      run(3),
      fileStarted('a'),
      caseEnded('a', 'one'),
      caseStarted('a', 'two'),
      fileStarted('b'),
    ];

    const { files } = beforeInterruption(results(events), 'Ctrl-C');

    expect(files).toMatchObject([
      {
        file: 'a',
        cases: [
          { title: 'two', status: 'skipped', messages: [], reason: 'the run was stopped: Ctrl-C' },
          { title: 'one', status: 'passed' },
        ],
      },
      { file: 'b', cases: [] },
    ]);
  });

  it('keeps what had failed by itself', () => {
    const failed = aResult({ title: 'one', status: 'failed', messages: ['expected 1'] });
    const events = [run(1), fileStarted('a'), { event: 'case ended', file: 'a', result: failed } as const];

    expect(beforeInterruption(results(events), 'Ctrl-C').files[0]?.cases).toEqual([failed]);
  });
});
