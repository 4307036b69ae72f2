import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = (reportsDir: string): string => join(reportsDir, 'raw', 'halt');

/**
 * Stops a run in all of its processes: no case begins and no case calls any more, but what was made is still removed. The first reason
 * stands.
 */
export function haltRun(reportsDir: string, reason: string): void {
  mkdirSync(join(reportsDir, 'raw'), { recursive: true });
  try {
    writeFileSync(file(reportsDir), reason, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Forgets that an earlier run in this folder was stopped. */
export function forgetHalt(reportsDir: string): void {
  rmSync(file(reportsDir), { force: true });
}

/** Why the run was stopped; undefined while it goes on. */
export function haltOf(reportsDir: string): string | undefined {
  const halt = file(reportsDir);
  return existsSync(halt) ? readFileSync(halt, 'utf8') : undefined;
}
