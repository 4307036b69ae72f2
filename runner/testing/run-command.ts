import { spawn } from 'node:child_process';
import { environment } from '../../config/environment';
import { nodeRuns, root } from '../../config/root';

/** How a command ended, and what it printed. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/**
 * Runs a command of the project as its user does, on the embedded tenant and in English unless `env` says otherwise.
 * @param file its path from the project's folder.
 * @param readsOnly the first piece of what it prints is read, and nothing after it.
 */
export function runCommand(
  file: string,
  parameters: readonly string[] = [],
  { env = {}, readsOnly = false } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, nodeRuns(file, parameters), {
    cwd: root,
    env: { ...environment(), DINGTALK_TARGET: 'emulator', SUITE_LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, error] = ['', ''];
  child.stderr.on('data', (text: Buffer) => (error += text.toString()));
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
    if (readsOnly) child.stdout.destroy();
  });
  return new Promise((resolve) => {
    child.once('close', (status) => {
      resolve({ status, out, error });
    });
  });
}
