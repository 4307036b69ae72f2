/** `npm run record`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { UserError } from '../../config/language';
import { isOnThisMachine } from '../../config/host';
import { allExchanges } from '../../reporting/records/cases';
import { readCaseLines } from '../../reporting/records/recorded';
import { merged, recordingsOf, type Recording } from '../../reporting/records/recording';
import { recordingsFolder } from '../../reporting/records/recordings';
import type { RunInfo } from '../../reporting/records/run';
import { endpoints } from '../../schemas';
import { commandLine } from '../cli/command-line';
import { flag, word } from '../cli/options';
import { start } from '../cli/start';
import { tenantLine, tenantOfRun } from '../cli/tenant-line';

/** What is asked of a recording. */
export interface Asked {
  readonly reportsDir: string;
  readonly folder: string;
  readonly fromEmulator: boolean;
}

/** The run that has left its records in `reportsDir`. @throws UserError where none has. */
function lastRun(reportsDir: string): RunInfo {
  const file = join(reportsDir, 'raw', 'run.json');
  const { run } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { run: RunInfo })
    : { run: undefined };
  if (run && run.notStarted === undefined) return run;
  throw new UserError({
    en: `${reportsDir} holds no finished run: start one with \`npm run test:live\` first.`,
    zh: `${reportsDir} 里没有已完成的运行：请先运行 \`npm run test:live\`。`,
  });
}

const notEmbedded = {
  en: 'The last run was on a real tenant: leave out --from-emulator.',
  zh: '上次运行的是真实租户：请去掉 --from-emulator。',
};
const notReal = {
  en: 'The last run was on the embedded tenant, whose answers prove nothing: start `npm run test:live` first.',
  zh: '上次运行的是内置模拟租户，它的响应不能作为依据：请先运行 `npm run test:live`。',
};

/**
 * Writes the recordings of the run in `reportsDir` into `folder`, over older ones.
 * @returns the endpoints that were recorded.
 * @throws UserError that says why when there is no run, or it was not on a real tenant.
 */
export function record({ reportsDir, folder, fromEmulator }: Asked): string[] {
  const run = lastRun(reportsDir);
  const hosts = [run.urls.oapi, run.urls.api].map((url) => new URL(url).hostname);
  const isReal = run.target === 'live' && !Object.values(run.urls).some(isOnThisMachine);
  if (isReal === fromEmulator) throw new UserError(isReal ? notEmbedded : notReal);
  const lines = readCaseLines(join(reportsDir, 'raw'));
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
  const { values, language } = commandLine({
    command: 'npm run record',
    says: {
      en: 'Writes what the tenant of the last run answered into recordings/, a file for each endpoint, without any value of the tenant. It reads what the run left in REPORTS_DIR, and sends nothing. The embedded tenant is refused: its answers prove nothing.',
      zh: '把上次运行中租户的响应写入 recordings/，每个接口一个文件，不含租户的任何实际值。只读取 REPORTS_DIR 中的运行结果，不发送请求。内置模拟租户的响应不能作为依据，因此不予记录。',
    },
    options: {
      to: word('folder', { en: 'writes there', zh: '写入指定文件夹' }),
      'from-emulator': flag({
        en: "records the embedded tenant, for the project's own tests; needs --to",
        zh: '记录内置模拟租户，供本项目自测使用；须与 --to 同用',
      }),
    },
    statuses: {
      0: { en: 'recorded', zh: '已记录' },
      2: { en: 'there is no run to record', zh: '没有可记录的运行' },
    },
  });
  const fromEmulator = values['from-emulator'];
  if (fromEmulator && values.to === undefined)
    throw new UserError({
      en: '--from-emulator needs --to DIR: recordings/ is for real tenants only.',
      zh: '--from-emulator 须与 --to 同用：recordings/ 只存真实租户的记录。',
    });
  const folder = values.to ?? recordingsFolder;
  const reportsDir = readReportsDir(environment());
  process.stdout.write(`${tenantLine(tenantOfRun(lastRun(reportsDir)), language)}\n`);
  const recorded = record({ reportsDir, folder, fromEmulator });
  const head = {
    en: `${recorded.length} endpoints recorded in ${folder}:`,
    zh: `已记录 ${recorded.length} 个接口，写入 ${folder}：`,
  };
  process.stdout.write([head[language], ...recorded.map((id) => `  ${id}`), ''].join('\n'));
}

if (require.main === module) start(main);
