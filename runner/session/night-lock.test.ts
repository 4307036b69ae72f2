import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { lockTenant } from './night-lock';

describe('lockTenant', () => {
  const folder = temporaryFolder();
  const file = (tenant: string): string => join(folder, `dingtalk-night-${tenant}.lock`);

  it('is held by one, of each tenant, until it is released', () => {
    const first = lockTenant('a', folder) as { release(): void };

    expect(lockTenant('a', folder)).toEqual({ holder: process.pid });
    expect(lockTenant('b', folder)).toHaveProperty('release');
    first.release();
    expect(lockTenant('a', folder)).toHaveProperty('release');
  });

  it('is taken over from a night that is dead', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file('killed'), String(pid));

    expect(lockTenant('killed', folder)).toHaveProperty('release');
    expect(readFileSync(file('killed'), 'utf8')).toBe(String(process.pid));
    expect(readdirSync(folder).filter((name) => name.startsWith('dingtalk-night-killed'))).toHaveLength(1);
  });

  it('is taken over where its holder did not get to write its number', () => {
    writeFileSync(file('empty'), '');

    expect(lockTenant('empty', folder)).toHaveProperty('release');
  });

  it('does not remove what another has taken over', () => {
    const lock = lockTenant('stolen', folder) as { release(): void };
    writeFileSync(file('stolen'), '1');

    lock.release();

    expect(readFileSync(file('stolen'), 'utf8')).toBe('1');
  });
});
