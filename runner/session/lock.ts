import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { lock } from 'proper-lockfile';
import { environment } from '../../config/environment';
import { readLanguage, type Text } from '../../config/language';

/** Who holds a lock: a process of this machine, or of another that shares the folder, since when (ISO 8601, UTC) and for what. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  readonly command: string;
}

/** Held: until `release`, or until this process ends. Not held: by whom instead, as far as that is known. */
export type Lock = { readonly release: () => Promise<void> } | { readonly holder: Holder | undefined };

/** How a lock is asked for. */
export interface Asking {
  /** What the lock is for, such as `npm test`: whoever comes second is told. */
  readonly command: string;
  /** A process that holds it for this one as well, such as the night whose run this is. */
  readonly heldBy?: string | undefined;
}

// A holder shows every second that it is alive. One of this machine whose process is gone is waited for no longer than the library needs.
const [aliveMs, goneMs] = [60_000, 2_000];

const ours = new Set<string>();

/**
 * Makes this process the only one that holds `place`: a folder `place.lock` is there as long as it does, and `place.json` says who holds it, or was
 * the last to. What a killed process has left is taken over.
 */
export async function acquire(place: string, { command, heldBy }: Asking): Promise<Lock> {
  mkdirSync(dirname(place), { recursive: true });
  const release = (await tryLock(place, aliveMs)) ?? (await takeOver(place));
  if (release) return held(place, command, release);
  const holder = lastHolder(place);
  if (holder !== undefined && String(holder.pid) === heldBy) return { release: () => Promise.resolve() };
  return { holder };
}

// A process that was just killed may have shown a moment ago that it was alive.
async function takeOver(place: string): Promise<(() => Promise<void>) | undefined> {
  for (let tries = 0; tries < 4 && !ours.has(place) && isGone(lastHolder(place)); tries += 1) {
    const release = await tryLock(place, goneMs);
    if (release) return release;
    await new Promise((passed) => setTimeout(passed, goneMs / 2));
  }
  return undefined;
}

/** Who holds a lock, or was the last to; undefined where nobody ever did. */
export function lastHolder(place: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(`${place}.json`, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** A holder for a reader: process, command and since when. */
export function holderText(holder: Holder | undefined): Text {
  if (holder === undefined)
    return { en: 'another process, which has not said its name', zh: '另一个未留下信息的进程' };
  const { pid, host, since, command } = holder;
  const isElsewhere = host !== hostname();
  const at = `${since.slice(0, 19).replace('T', ' ')} UTC`;
  return {
    en: `\`${command}\`, process ${pid}${isElsewhere ? ` on ${host}` : ''}, since ${at}`,
    zh: `\`${command}\`，进程 ${pid}${isElsewhere ? `（在 ${host} 上）` : ''}，${at} 开始`,
  };
}

function held(place: string, command: string, release: () => Promise<void>): Lock {
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), command };
  writeFileSync(`${place}.json`, `${JSON.stringify(holder)}\n`);
  ours.add(place);
  return {
    release: async () => {
      ours.delete(place);
      await release();
    },
  };
}

async function tryLock(place: string, stale: number): Promise<(() => Promise<void>) | undefined> {
  try {
    const options = {
      realpath: false,
      lockfilePath: `${place}.lock`,
      stale,
      update: goneMs / 2,
      onCompromised,
    };
    const release = await lock(place, options);
    return () => release().catch(() => undefined);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw error;
  }
}

// Somebody has removed it, or this process was stopped for longer than a holder may be silent.
function onCompromised(error: Error): void {
  const says: Text = {
    en: `The lock of this run is lost (${error.message}): another may write into the same place.`,
    zh: `本次运行的锁已丢失（${error.message}）：其他进程可能会写入同一位置。`,
  };
  process.stderr.write(`${says[readLanguage(environment())]}\n`);
}

function isGone(holder: Holder | undefined): boolean {
  if (holder?.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return holder.pid === process.pid;
  } catch (error) {
    // It is somebody else's, but it is there.
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}
