import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs `work` with an empty folder, which is removed afterwards. Its path is short: jest-html-reporters makes one file name of it.
 */
export async function inTemporaryFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'report-')));
  try {
    return await work(folder);
  } finally {
    // What was killed in it may write for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const program = `
const { reporter, globalConfig, options, results } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const Reporter = require(reporter);
void new Reporter(globalConfig, options).onRunComplete(new Set(), results);
`;

/**
 * Has a Jest reporter render `results` after the run, in a process of its own: there it cannot print into ours, no variable of the
 * environment changes where it writes, and its temporary folder, which it names after the working directory, is nobody else's.
 * @param reporter path of the module.
 */
export async function renderWith(
  reporter: string,
  folder: string,
  options: object,
  results: object,
): Promise<void> {
  const input = { reporter, globalConfig: { rootDir: folder }, options, results };
  await runNode(['-e', program], folder, JSON.stringify(input));
}

/** Gives a program that is running what it waits for on its standard input, and resolves when it has ended; every call is the first one. */
export type Give = (input: string) => Promise<void>;

/**
 * Starts Node on `parameters` in `folder`, which is its place for temporary files, too; nothing else of our environment is there.
 * @returns what ends its input. It rejects with an Error with the last lines that were printed when the program does not exit with 0 within three
 * minutes from then, which a busy machine may need.
 */
export function startNode(parameters: readonly string[], folder: string): Give {
  // What they leave in the folder for temporary files goes with this one.
  const env = { TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(process.execPath, parameters, { cwd: folder, env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  closed.catch(() => undefined);
  child.stdin.on('error', () => undefined);
  const end = async (input: string): Promise<void> => {
    child.stdin.end(input);
    const late = setTimeout(() => child.kill('SIGKILL'), 180_000);
    const code = await closed.finally(() => {
      clearTimeout(late);
    });
    if (code !== 0)
      throw new Error(`exit code ${String(code)}: ${printed.trim().split('\n').slice(-5).join('\n')}`);
  };
  let ended: Promise<void> | undefined;
  return (input) => (ended ??= end(input));
}

/** The same, with the input at once. */
export const runNode = (parameters: readonly string[], folder: string, input = ''): Promise<void> =>
  startNode(parameters, folder)(input);
