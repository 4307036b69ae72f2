import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { acquire as ask, holderText, type Holder, type Lock } from './lock';

const folder = temporaryFolder();
const command = 'npm test';
const since = '2026-11-30T11:43:05.123Z';

/** A lock as a process leaves it that did not get to release it; it was alive `ago` milliseconds ago. */
function leave(name: string, holder: Partial<Holder>, ago: number): string {
  const place = join(folder, name);
  mkdirSync(`${place}.lock`);
  const then = new Date(Date.now() - ago);
  utimesSync(`${place}.lock`, then, then);
  writeFileSync(`${place}.json`, JSON.stringify({ pid: 1, host: hostname(), since, command, ...holder }));
  return place;
}

const open: Lock[] = [];

async function acquire(...asked: Parameters<typeof ask>): Promise<Lock> {
  const lock = await ask(...asked);
  open.push(lock);
  return lock;
}

const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('A lock', () => {
  afterEach(async () => {
    for (const lock of open.splice(0)) if ('release' in lock) await lock.release();
  });

  it('is held by one, of each place, until it is released', async () => {
    const [a, b] = [join(folder, 'a'), join(folder, 'b')];
    const first = (await acquire(a, { command })) as { release(): Promise<void> };

    expect(await acquire(a, { command })).toMatchObject({ holder: { pid: process.pid, command } });
    expect(await acquire(b, { command })).toHaveProperty('release');
    await first.release();
    expect(await acquire(a, { command })).toHaveProperty('release');
  });

  it('is refused as long as its holder is alive', async () => {
    const place = leave('alive', { pid: process.ppid }, 20_000);

    expect(await acquire(place, { command })).toMatchObject({ holder: { pid: process.ppid, since } });
  });

  it('is taken over from a process that was killed', async () => {
    const place = leave('killed', { pid: deadPid() }, 0);

    expect(await acquire(place, { command })).toHaveProperty('release');
    expect(readFileSync(`${place}.json`, 'utf8')).toContain(`"pid":${process.pid},`);
  });

  it('is taken over from another machine once that has been silent for a minute', async () => {
    const place = leave('elsewhere', { host: 'another' }, 61_000);
    const fresh = leave('awake', { host: 'another' }, 20_000);

    expect(await acquire(place, { command })).toHaveProperty('release');
    expect(await acquire(fresh, { command })).toMatchObject({ holder: { host: 'another' } });
  });

  it('is shared with the process that it is held for, and stays with it', async () => {
    const place = leave('night', { pid: process.ppid }, 0);

    const lock = (await acquire(place, { command, heldBy: String(process.ppid) })) as {
      release(): Promise<void>;
    };
    await lock.release();

    expect(existsSync(`${place}.lock`)).toBe(true);
  });
});

describe('A holder', () => {
  it.each([
    {
      holder: { pid: 7, host: hostname(), since, command },
      text: '`npm test`, process 7, since 2026-11-30 11:43:05 UTC',
    },
    {
      holder: { pid: 7, host: 'x', since, command },
      text: '`npm test`, process 7 on x, since 2026-11-30 11:43:05 UTC',
    },
    { holder: undefined, text: 'another process, which has not said its name' },
  ])('is told as $text', ({ holder, text }) => {
    expect(holderText(holder).en).toBe(text);
  });
});
