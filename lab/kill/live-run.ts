import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { environment } from '../../config/environment';
import type { Emulator } from '../../emulator/server';
import type { Announcement } from '../../emulator/tenant';
import { tagIn } from '../../fixtures/tag';
import { nodeRuns, root } from '../../config/root';

/** The announcements with a tag of the suite. */
export const oursOn = ({ tenant }: Emulator): Announcement[] =>
  tenant.announcements.filter(({ title }) => tagIn(title) !== undefined);

/** Everything about the foreign announcements, as one text. */
export const foreignOn = ({ tenant }: Emulator): string =>
  JSON.stringify(
    tenant.announcements
      .filter(({ title }) => tagIn(title) === undefined)
      .map((one) => ({ ...one, readers: [...one.readers].sort() })),
  );

/** Waits until something of ours is on the tenant, or the run has ended; returns the milliseconds that it took. */
export async function firstMade(emulator: Emulator, run: ChildProcess): Promise<number> {
  const startedAt = Date.now();
  while (oursOn(emulator).length === 0 && run.exitCode === null && Date.now() - startedAt < 60_000)
    await new Promise((passed) => setTimeout(passed, 20));
  return Date.now() - startedAt;
}

/** Starts one of our scripts in a process group of its own; what it prints goes to the file `log`. */
export function start(
  script: string,
  parameters: readonly string[],
  variables: Record<string, string>,
  log: string,
): ChildProcess {
  const output = openSync(log, 'a');
  const env = { ...environment(), ...variables };
  return spawn(process.execPath, nodeRuns(`runner/commands/${script}`, parameters), {
    cwd: root,
    detached: true,
    stdio: ['ignore', output, output],
    env,
  });
}

/** Sends a signal to all processes of a run, Jest and its workers too, and to nothing that was not started here; waits for the end of the run. */
export async function signalGroup(run: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (run.exitCode !== null || run.pid === undefined) return;
  process.kill(-run.pid, signal);
  await ended(run);
  // Its children may take a moment longer; as long as one is there, the journal's owner counts as alive.
  for (let tries = 0; tries < 200 && isThere(run.pid); tries += 1)
    await new Promise((passed) => setTimeout(passed, 50));
}

function isThere(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

/** Waits for the end of a process. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => {
      done();
    });
  });
}
