import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Case } from '../records/cases';
import { copyAllurePage } from './allure-page';
import { reconcile } from './allure-results';
import { failureClasses } from '../failure';
import { inTemporaryFolder, startNode, type Give } from '../render';
import type { RunInfo } from '../records/run';

// Every case on the page carries its own history: thirty runs made a page of 16 MB one of 40 MB.
const runsRemembered = 10;

// What a case did on one target says nothing of the other.
const historyNames = { emulator: 'allure.jsonl', live: 'allure-live.jsonl' };

const categoryNames: Record<(typeof failureClasses)[number], string> = {
  product: 'Product: the service broke its contract',
  suite: 'Suite: our own fault',
  tenant: 'Tenant: a permission or a setting is missing',
  quota: 'Quota: throttled or used up',
  network: 'Network: no answer',
};

/**
 * Writes `allure/index.html`, one file that opens without a network, from `allure-results/` after these agree with Jest's results.
 * Runs Allure in a process of its own; the history of earlier runs stays in `history/`.
 * @param allure that process.
 */
export async function writeAllure(
  reportsDir: string,
  run: RunInfo,
  cases: readonly Case[],
  allure: Give = startedNow,
): Promise<void> {
  const results = join(reportsDir, 'allure-results');
  reconcile(results, cases);
  describeRun(results, run);
  await inTemporaryFolder(async (folder) => {
    const output = join(folder, 'report');
    await generate(folder, results, configuration(reportsDir, output, run), allure);
    mkdirSync(join(reportsDir, 'allure'), { recursive: true });
    await copyAllurePage(join(output, 'index.html'), join(reportsDir, 'allure', 'index.html'));
  });
}

// Its command line does the same, and takes twice as long to start. A signal is for the run: its report is written all the same.
const program = `
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
const [core, plugin] = process.argv.slice(1);
void import(core).then(async ({ readConfig, AllureReport }) => {
  await import(plugin);
  const input = await require('node:stream/consumers').text(process.stdin);
  if (input === '') return;
  const { folder, config, results } = JSON.parse(input);
  process.chdir(folder);
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder });
  const report = new AllureReport(await readConfig(folder, config));
  await report.start();
  await report.readDirectory(results);
  await report.done();
});
`;

/**
 * Starts the process of Allure, which takes most of a second to load: where that is done while the cases run, nobody waits for it. It ends when it is
 * given an empty text, or with this process.
 */
export function startAllure(): Give {
  const core = require.resolve('@allurereport/core');
  const plugin = createRequire(core).resolve('@allurereport/plugin-awesome');
  return startNode(['-e', program, ...[core, plugin].map((path) => pathToFileURL(path).href)], tmpdir());
}

// Not before it is needed: what is started has to be given something, or waits for ever.
const startedNow: Give = (input) => startAllure()(input);

/** Has Allure read the folder `results` and write what `config`, its configuration, asks for; it runs in `folder`. */
export async function generate(
  folder: string,
  results: string,
  config: object,
  allure: Give = startedNow,
): Promise<void> {
  const file = join(folder, 'allurerc.json');
  writeFileSync(file, JSON.stringify(config));
  await allure(JSON.stringify({ folder, config: file, results }));
}

function configuration(reportsDir: string, output: string, { id, target, interrupted }: RunInfo): object {
  const name = `DingTalk API suite · run ${id} · ${target === 'live' ? 'live tenant' : 'embedded tenant'}`;
  return {
    name,
    output,
    environment: target,
    ...(interrupted
      ? {}
      : { historyPath: join(reportsDir, 'history', historyNames[target]), historyLimit: runsRemembered }),
    hideLabels: ['language', 'framework', 'package', 'host', 'thread', 'parentSuite', 'suite'],
    categories: failureClasses.map((failureClass) => ({
      name: categoryNames[failureClass],
      matchers: [{ labels: { failureClass: `^${failureClass}$` } }],
    })),
    plugins: {
      awesome: {
        options: { reportName: name, singleFile: true, reportLanguage: 'en', groupBy: ['epic', 'feature'] },
      },
      // Allure adds it by itself unless it is named.
      agent: { enabled: false },
    },
  };
}

function describeRun(results: string, { id, target, profile, urls }: RunInfo): void {
  const path = join(results, 'environment.properties');
  if (existsSync(path)) return;
  const facts = { run: id, target, profile, oapi: urls.oapi, api: urls.api, node: process.version };
  writeFileSync(
    path,
    Object.entries(facts)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  );
}
