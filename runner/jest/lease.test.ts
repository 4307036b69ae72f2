import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import { root } from '../../config/root';

describe('A spec file whose worker has died', () => {
  it('is started again by Jest, and makes nothing a second time', () => {
    const reports = mkdtempSync(join(tmpdir(), 'suite-lease-'));
    const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
    const pattern = '**/runner/jest/cases/lease/*.case.ts';

    // With a limit of memory Jest takes workers, also for files that it knows to be quick.
    const workers = ['--maxWorkers=2', '--workerIdleMemoryLimit=1GB'];

    const { status, stderr } = spawnSync(
      process.execPath,
      [jest, '--testMatch', pattern, '--reporters=default', ...workers],
      {
        cwd: root,
        encoding: 'utf8',
        env: {
          ...environment(),
          DINGTALK_TARGET: 'emulator',
          REPORTS_DIR: reports,
          SUITE_CONCURRENCY: '1',
          SUITE_RUN: undefined,
        },
        timeout: 60_000,
      },
    );

    expect(readFileSync(join(reports, 'made'), 'utf8')).toBe('once ');
    expect(stderr).toContain('The process that ran this file died. It is not run again');
    expect(status).toBe(1);
  });
});
