import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Redactor } from '../../client/redaction/redact';
import { RedactedLines } from '../broker/redacted-lines';
import type { Exit } from '../../reporting/records/run';

const graceMs = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs Jest in `root` to its end. What it and its workers print, also when they die, passes the redactor on its way to the terminal,
 * which Jest therefore does not see: it is told whether there is one.
 * @param stop is called at the first Ctrl-C or SIGTERM, with its name: the run has a minute to clean up. A second one ends Jest at once.
 */
export function spawnJest(
  root: string,
  parameters: readonly string[],
  env: Environment,
  redactor: Redactor,
  stop: (reason: string) => void,
): Promise<Exit> {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, [jest, ...parameters], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...colours(env), ...env },
  });
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.pipe(new RedactedLines(redactor)).pipe(to, { end: false });
    // Whoever reads has gone; the reports are written all the same.
    to.on('error', () => undefined);
  }
  endBySignals(child, stop);
  return new Promise((done, fail) => {
    child.on('error', fail);
    // Once everything that it printed has been read.
    child.on('close', (code, signal) => {
      done({ code, signal });
    });
  });
}

// Ctrl-C reaches Jest as well, which leaves it to this process; this process stays to write the reports.
function endBySignals(child: ChildProcess, stop: (reason: string) => void): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) child.kill('SIGKILL');
    else setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    isStopping = true;
    stop(signal === 'SIGINT' ? 'Ctrl-C' : signal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function colours({ NO_COLOR }: Environment): Environment {
  return process.stderr.isTTY && NO_COLOR === undefined ? { FORCE_COLOR: '1' } : {};
}
