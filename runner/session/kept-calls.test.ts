import { readConfig } from '../../config/config';
import { tenantName } from '../../config/tenant-name';
import { startEmulator, type Emulator } from '../../emulator/server';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { countedSince } from '../../reporting/verdicts';
import { runCommand } from '../testing/run-command';
import { liveEnvironment } from './live-environment';

describe.each([
  { file: 'runner/commands/doctor.ts', parameters: [] },
  { file: 'runner/commands/sweep.ts', parameters: ['--dry-run'] },
])('$file', ({ file, parameters }) => {
  let emulator: Emulator;
  const reports = temporaryFolder();

  beforeAll(async () => {
    emulator = await startEmulator();
  });

  afterAll(() => emulator.close());

  it('has the next run know of its counted calls', async () => {
    const env = { ...liveEnvironment(emulator), REPORTS_DIR: reports };

    const { out } = await runCommand(file, parameters, { env });

    const counted = Number(out.replace(/^[^]*?(\d+) of them count[^]*$/, '$1'));
    expect(countedSince(reports, tenantName(readConfig(env)), 0)).toBe(counted);
    expect(counted).toBeGreaterThan(0);
  });
});
