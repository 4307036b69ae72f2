import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Held: until `release`. Not held: by which process instead. */
export type Lock = { readonly release: () => void } | { readonly holder: number };

/**
 * Makes this process the only one on this machine that spends a night on `tenant`. What a killed night has left behind is taken over.
 * @param tenant its `tenantName`; @param folder where the locks of all nights are.
 */
export function lockTenant(tenant: string, folder = tmpdir()): Lock {
  const file = join(folder, `dingtalk-night-${tenant.replace(/[^\w.-]/g, '_')}.lock`);
  if (isCreated(file)) return releasing(file);
  const holder = holderOf(file);
  if (holder !== undefined && isAlive(holder)) return { holder };
  if (!isMovedAway(file, holder) || !isCreated(file)) return { holder: holderOf(file) ?? 0 };
  return releasing(file);
}

function releasing(file: string): Lock {
  return {
    release: () => {
      if (holderOf(file) === process.pid) rmSync(file, { force: true });
    },
  };
}

// The file is there only with its number in it.
function isCreated(file: string): boolean {
  const own = `${file}.${process.pid}.new`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is somebody else's, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Another process may have taken the lock over meanwhile: then it is put back.
function isMovedAway(file: string, dead: number | undefined): boolean {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return true;
  }
  const isTheDeadOnes = holderOf(aside) === dead;
  if (isTheDeadOnes) rmSync(aside, { force: true });
  else renameSync(aside, file);
  return isTheDeadOnes;
}
