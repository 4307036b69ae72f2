import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emulator } from '../../emulator/server';
import { startInVariants, variantsNamed } from '../../emulator/variants';
import type { Summary } from '../../reporting/summary';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { liveEnvironment } from './live-environment';
import { afterFirst, foreignOn, oursOn, place } from '../../lab/kill/live-run';
import { run, script } from '../../lab/program';

const spec = 'specs/blackboard/delete.spec.ts';

describe('a live run that is ended from outside', () => {
  const folder = temporaryFolder();
  let emulator: Emulator | undefined;
  let foreign = '';

  const tenant = (): Emulator => emulator ?? raise();
  const here = () => place({ ...liveEnvironment(tenant()), SUITE_PROFILE: 'full', REPORTS_DIR: folder });
  const endedAfterFirst = (signal: NodeJS.Signals) =>
    run(script('test', spec), { ...here(), signal, endedBy: afterFirst(tenant(), 0).isOver });
  const summary = () => JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as Summary;
  const journals = () => readdirSync(join(folder, 'history', 'runs'));

  beforeAll(async () => {
    emulator = await startInVariants(variantsNamed(['slow']));
    foreign = foreignOn(emulator);
  });
  afterAll(() => emulator?.close());

  it.each([
    ['SIGINT', 'Ctrl-C'],
    ['SIGHUP', 'SIGHUP'],
  ] as const)(
    'removes what it made and writes its reports after %s',
    async (signal, by) => {
      const { status, out } = await endedAfterFirst(signal);

      expect(oursOn(tenant())).toEqual([]);
      expect(summary()).toMatchObject({
        verdict: 'interrupted',
        exitStatus: 130,
        failures: [],
        leftBehind: [],
      });
      // Where it ended otherwise, what it printed says why.
      expect([status, out, summary().problems, journals()]).toEqual([
        130,
        expect.stringContaining('INTERRUPTED'),
        [`The run was stopped before its end: ${by}`],
        [],
      ]);
    },
    120_000,
  );

  it('is cleaned up after by the next run when it was killed', async () => {
    await endedAfterFirst('SIGKILL');
    const left = oursOn(tenant()).length;
    await run(script('test', spec, '-t', 'an ordinary employee is refused'), here());

    expect(left).toBeGreaterThan(0);
    expect([...oursOn(tenant()), ...journals()]).toEqual([]);
    expect(foreignOn(tenant()) === foreign).toBe(true);
  }, 180_000);
});

function raise(): never {
  throw new Error('The tenant runs only while tests do.');
}
