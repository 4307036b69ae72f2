import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '../../emulator/server';
import { layersOf, variantsNamed } from '../../emulator/variants';
import type { Summary } from '../../reporting/summary';
import { liveEnvironment } from './live-environment';
import { ended, firstMade, foreignOn, oursOn, signalGroup, start } from '../../lab/kill/live-run';

const spec = 'specs/blackboard/delete.spec.ts';

describe('a live run that is ended from outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'session-'));
  let emulator: Emulator | undefined;
  let foreign = '';

  const tenant = (): Emulator => emulator ?? raise();
  const run = (...parameters: string[]) => {
    const variables = { ...liveEnvironment(tenant()), SUITE_PROFILE: 'full', REPORTS_DIR: folder };
    return start('test.ts', parameters, variables, join(folder, 'output.txt'));
  };
  const summary = () => JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as Summary;
  const journals = () => readdirSync(join(folder, 'history', 'runs'));

  beforeAll(async () => {
    emulator = await startEmulator({ layers: layersOf(variantsNamed(['slow'])) });
    foreign = foreignOn(emulator);
  });
  afterAll(async () => {
    await emulator?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('removes what it made and writes its reports after Ctrl-C', async () => {
    const child = run(spec);
    await firstMade(tenant(), child);
    await signalGroup(child, 'SIGINT');

    expect(oursOn(tenant())).toEqual([]);
    expect(summary()).toMatchObject({
      verdict: 'interrupted',
      exitStatus: 130,
      failures: [],
      leftBehind: [],
    });
    expect([child.exitCode, summary().problems, journals()]).toEqual([
      130,
      ['The run was stopped before its end: Ctrl-C'],
      [],
    ]);
  }, 120_000);

  it('is cleaned up after by the next run when it was killed', async () => {
    const child = run(spec);
    await firstMade(tenant(), child);
    await signalGroup(child, 'SIGKILL');
    const left = oursOn(tenant()).length;
    await ended(run(spec, '-t', 'an ordinary employee is refused'));

    expect(left).toBeGreaterThan(0);
    expect([...oursOn(tenant()), ...journals()]).toEqual([]);
    expect(foreignOn(tenant()) === foreign).toBe(true);
  }, 180_000);
});

function raise(): never {
  throw new Error('The tenant runs only while tests do.');
}
