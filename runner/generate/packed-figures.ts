import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a built package of the embedded tenant costs whoever installs it. */
export interface Figures {
  /** Of all its files; it has no dependency that would add to it. */
  readonly installedBytes: number;
  /** From the start of its command to the end of its first answer. */
  readonly answerMs: number;
  /** From the start to the end of a Node that does nothing: what no package can save. */
  readonly bareMs: number;
}

const attempts = 5;

/**
 * Measures a built package: its size, and the best of a few starts, each beside a start of Node alone.
 * @param folder absolute path of the package.
 * @throws an Error where its command does not start, or does not answer.
 */
export async function figuresOf(folder: string): Promise<Figures> {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    statSync(join(folder, name)),
  );
  const installedBytes = sizes.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  let [answerMs, bareMs] = [Infinity, Infinity];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    bareMs = Math.min(bareMs, await timed(['-e', '0'], ended));
    answerMs = Math.min(
      answerMs,
      await timed([join(folder, 'dist', 'cli.js'), '--port=0', '--json'], answered),
    );
  }
  return { installedBytes, answerMs: Math.round(answerMs), bareMs: Math.round(bareMs) };
}

async function timed(
  parameters: readonly string[],
  until: (child: ChildProcess) => Promise<void>,
): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await until(child);
    return performance.now() - begun;
  } finally {
    child.kill();
  }
}

async function ended(child: ChildProcess): Promise<void> {
  await once(child, 'exit');
}

async function answered(child: ChildProcess): Promise<void> {
  const failed = once(child, 'exit').then(() => Promise.reject(new Error('The package did not start.')));
  const [text] = (await Promise.race([once(child.stdout ?? child, 'data'), failed])) as [Buffer];
  failed.catch(() => undefined);
  const { url, app } = JSON.parse(text.toString()) as {
    url: string;
    app: { appKey: string; appSecret: string };
  };
  const answer = await fetch(`${url}/gettoken?appkey=${app.appKey}&appsecret=${app.appSecret}`);
  const body = (await answer.json()) as { errcode?: unknown };
  if (body.errcode !== 0) throw new Error('The package did not answer as it should.');
}
