/**
 * `npm run record`: writes what the tenant of the last run answered into recordings/, a file for each endpoint, with the day and without any
 * value of the tenant. It reads what the run left in REPORTS_DIR and sends nothing. The embedded tenant is refused; `-- --from-emulator --to DIR`
 * records it for the project's own tests, and says so in every file.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { allExchanges } from '../../reporting/records/cases';
import { readLines, type CaseLine } from '../../reporting/records/events';
import { merged, recordingsOf, type Recording } from '../../reporting/records/recording';
import { recordingsFolder } from '../../reporting/records/recordings';
import type { RunInfo } from '../../reporting/records/run';
import { endpoints } from '../../schemas';

/** What is asked of a recording. */
export interface Asked {
  readonly reportsDir: string;
  readonly folder: string;
  readonly fromEmulator: boolean;
}

/**
 * Writes the recordings of the run in `reportsDir` into `folder`, over older ones.
 * @returns the endpoints that were recorded.
 * @throws an Error that says why when there is no run, or it was not on a real tenant.
 */
export function record({ reportsDir, folder, fromEmulator }: Asked): string[] {
  const raw = join(reportsDir, 'raw');
  if (!existsSync(join(raw, 'run.json')))
    throw new Error(`${reportsDir} holds no finished run: start one with \`npm run test:live\` first.`);
  const { run } = JSON.parse(readFileSync(join(raw, 'run.json'), 'utf8')) as { run: RunInfo };
  const hosts = [run.urls.oapi, run.urls.api].map((url) => new URL(url).hostname);
  const isReal = run.target === 'live' && !hosts.some((host) => /^(127\.|localhost$|\[::1\]$)/.test(host));
  if (isReal === fromEmulator)
    throw new Error(
      isReal
        ? 'The last run was on a real tenant: leave out --from-emulator.'
        : 'The last run was on the embedded tenant, whose answers prove nothing: start `npm run test:live` first.',
    );
  const lines = readdirSync(raw)
    .filter((name) => /^cases-.*\.ndjson$/.test(name))
    .flatMap((name) => readLines<CaseLine>(join(raw, name)));
  const isPublic = hosts.every((host) => host.endsWith('.dingtalk.com'));
  const recordings = recordingsOf(endpoints, allExchanges(lines), {
    by: isReal ? 'tenant' : 'emulator',
    host: isPublic ? 'public' : 'other',
    recorded: new Date(run.startedAt).toISOString().slice(0, 10),
  });
  for (const recording of recordings) write(folder, recording);
  return recordings.map(({ endpoint }) => endpoint);
}

function write(folder: string, recording: Recording): void {
  const file = join(folder, `${recording.endpoint}.json`);
  const older = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recording) : undefined;
  mkdirSync(dirname(file), { recursive: true });
  const whole = older ? merged(older, recording) : recording;
  writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`);
}

function main(): void {
  const { values } = parseArgs({
    options: { 'from-emulator': { type: 'boolean', default: false }, to: { type: 'string' } },
  });
  const fromEmulator = values['from-emulator'];
  if (fromEmulator && values.to === undefined)
    throw new Error('--from-emulator needs --to DIR: recordings/ is for real tenants only.');
  const folder = values.to ?? recordingsFolder;
  const recorded = record({ reportsDir: readReportsDir(environment()), folder, fromEmulator });
  process.stdout.write(
    `${recorded.length} endpoints recorded in ${folder}:\n${recorded.map((id) => `  ${id}\n`).join('')}`,
  );
}

if (require.main === module) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
