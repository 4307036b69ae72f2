import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Redactor } from '../client/redact';
import { RedactedLines } from '../client/redacted-lines';
import type { Exit } from '../reporting/run';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Runs Jest in `root` to its end. What it and its workers print, also when they die, passes the redactor on its way to the terminal,
 * which Jest therefore does not see: it is told whether there is one.
 */
export function spawnJest(
  root: string,
  parameters: readonly string[],
  env: Environment,
  redactor: Redactor,
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
  // Ctrl-C reaches Jest as well; this process stays to write the reports.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.on('error', fail);
    // Once everything that it printed has been read.
    child.on('close', (code, signal) => {
      done({ code, signal });
    });
  });
}

function colours({ NO_COLOR }: Environment): Environment {
  return process.stderr.isTTY && NO_COLOR === undefined ? { FORCE_COLOR: '1' } : {};
}
