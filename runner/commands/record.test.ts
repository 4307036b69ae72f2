import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anExchange } from '../../reporting/testing/sample';
import { aRun } from '../../reporting/testing/run-jest';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import type { RunInfo } from '../../reporting/records/run';
import { record } from './record';

const publicUrls = { oapi: 'https://oapi.dingtalk.com', api: 'https://api.dingtalk.com' };
const startedAt = Date.parse('2026-11-22T20:00:00Z');
const live = aRun({ target: 'live', urls: publicUrls, startedAt });

describe('npm run record', () => {
  const all = temporaryFolder();
  const aFolder = (): string => mkdtempSync(join(all, 'record-'));

  const reportsOf = (run: RunInfo): string => {
    const folder = aFolder();
    const line = { kind: 'case', file: 'f', title: 't', exchanges: [anExchange()], findings: [] };
    mkdirSync(join(folder, 'raw'));
    writeFileSync(join(folder, 'raw', 'run.json'), JSON.stringify({ run }));
    writeFileSync(join(folder, 'raw', 'cases-1.ndjson'), `${JSON.stringify(line)}\n`);
    return folder;
  };

  it('writes a file for each endpoint that a real tenant answered, with the day', () => {
    const folder = aFolder();

    record({ reportsDir: reportsOf(live), folder, fromEmulator: false });

    const written: unknown = JSON.parse(readFileSync(join(folder, 'blackboard/create.json'), 'utf8'));
    expect(written).toMatchObject({
      by: 'tenant',
      host: 'public',
      recorded: '2026-11-22',
      fields: { result: { types: ['boolean'], recorded: '2026-11-22' } },
    });
  });

  it('marks what the embedded tenant answered, and does so only when told to', () => {
    const folder = aFolder();

    record({ reportsDir: reportsOf(aRun()), folder, fromEmulator: true });

    expect(readFileSync(join(folder, 'blackboard/create.json'), 'utf8')).toContain('"by": "emulator"');
  });

  it.each([
    { when: 'of the embedded tenant', run: aRun(), fromEmulator: false },
    { when: 'of an embedded tenant that is called live', run: aRun({ target: 'live' }), fromEmulator: false },
    { when: 'of a real tenant as one of the embedded', run: live, fromEmulator: true },
  ])('refuses a run $when', ({ run, fromEmulator }) => {
    expect(() => record({ reportsDir: reportsOf(run), folder: aFolder(), fromEmulator })).toThrow(
      /^The last run was on/,
    );
  });

  it('says so where there is no run', () => {
    expect(() => record({ reportsDir: aFolder(), folder: aFolder(), fromEmulator: false })).toThrow(
      'holds no finished run',
    );
  });
});
