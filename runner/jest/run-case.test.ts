import { Redactor } from '../../client/redaction/redact';
import { Skip } from './case-record';
import { currentCase, mayCall, runCase, type Rules } from './run-case';

const rules: Rules = {
  redactor: new Redactor(),
  isLive: true,
  halted: () => undefined,
  times: { body: 50, cleaning: 50 },
};
const never = (): Promise<void> => new Promise(() => undefined);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('runCase', () => {
  it('cleans up after a case that does not end', async () => {
    const removed: string[] = [];
    const { error } = await runCase(async () => {
      currentCase().cleanUpLater('it', () => Promise.resolve(void removed.push('it')));
      await never();
    }, rules);

    expect(error?.message).toContain('took too long');
    expect(removed).toEqual(['it']);
  });

  it('lets a case whose time is over call no more', async () => {
    const calls: string[] = [];
    await runCase(async () => {
      await pause(80);
      mayCall();
      calls.push('too late');
    }, rules);
    await pause(60);

    expect(calls).toEqual([]);
  });

  it('goes on past a removal that does not end, and says what is left', async () => {
    const { error } = await runCase(() => {
      currentCase().cleanUpLater('the first', never);
    }, rules);

    expect(error?.message).toContain('Left behind: the first: there was no time left');
  });

  it('notes what could not be looked at afterwards, for the tenant refuses it', async () => {
    const { error, skipped, record } = await runCase(() => {
      currentCase().cleanUpLater('what was refused', () => Promise.reject(new Skip('report/list is closed')));
    }, rules);

    expect({ error, skipped }).toEqual({ error: undefined, skipped: undefined });
    expect(record.findings).toMatchObject([
      { message: 'what was refused: not looked at, for report/list is closed' },
    ]);
  });

  it.each([
    { what: 'says that it rests on what is inferred, is noted', list: 'grounds', want: true },
    { what: 'has shown something inferred before, fails', list: 'asserted', want: undefined },
  ] as const)('a case whose expectation fails and that $what', async ({ list, want }) => {
    const { noted, error } = await runCase(() => {
      currentCase()[list].push('blackboard/create/R7');
      expect('shown').toBe('hidden');
    }, rules);

    expect([noted, error !== undefined]).toEqual([want, want === undefined]);
  });

  it('shows where a case failed, and not how it was run', async () => {
    const { error } = await runCase(() => {
      throw Object.assign(new Error('broken'), {
        stack:
          'Error: broken\n    at read (/suite/specs/a.ts:1:2)\n    at act (/suite/runner/jest/run-case.ts:2:3)',
      });
    }, rules);

    expect(error?.stack).toBe('Error: broken\n    at read (/suite/specs/a.ts:1:2)');
  });

  it('skips what has not begun when the run is stopped', async () => {
    const { skipped } = await runCase(() => undefined, { ...rules, halted: () => 'Ctrl-C' });

    expect(skipped).toBe('the run was stopped: Ctrl-C');
  });

  it('lets the removal call although the run is stopped', async () => {
    const state = { reason: undefined as string | undefined };
    const { skipped, error } = await runCase(
      () => {
        currentCase().cleanUpLater('it', () => {
          mayCall();
          return Promise.resolve();
        });
        state.reason = 'a violation';
        mayCall();
      },
      { ...rules, halted: () => state.reason },
    );

    expect({ skipped, error }).toEqual({ skipped: 'the run was stopped: a violation', error: undefined });
  });
});
