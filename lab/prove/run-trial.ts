import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCLI } from 'jest';
import { Redactor } from '../../client/redaction/redact';
import { readConfig } from '../../config/config';
import { environment } from '../../config/environment';
import { abandonRun, adoptRun } from '../../config/run';
import jestConfig from '../../jest.config';
import { readLines, type CaseLine } from '../../reporting/records/events';
import { openSpoilable } from '../../runner/session/connect';
import { startRun } from '../../runner/session/start-run';
import { inTemporaryFolder } from '../../reporting/render';
import { faultNamed } from '../faults';
import { claimsIn } from './claims';
import { outcomesOf } from './outcomes';
import type { Job, Trial } from './trial';
import { root } from '../../config/root';

// Where a crawl of node_modules is spared; what specs import stands in these.
const roots = ['specs', 'fixtures', 'client', 'config', 'schemas', 'runner'];

/** Runs the cases of a job on a tenant of their own, in this process, and returns how each ended. */
export function runTrial(job: Job): Promise<Trial> {
  return inTemporaryFolder((folder) => trialIn(folder, job).finally(abandonRun));
}

async function trialIn(reportsDir: string, job: Job): Promise<Trial> {
  const startedAt = Date.now();
  const tenant = await openSpoilable(layerOf(job), job.choices);
  const started = await startRun(readConfig(variablesOf(reportsDir, job)), new Redactor(), [], tenant);
  tenant.spoil();
  const selection = join(reportsDir, 'selection.json');
  if (job.cases) writeFileSync(selection, JSON.stringify(job.cases));
  adoptRun({ ...started.run, ...(job.live && { target: 'live' }), ...(job.cases && { selection }) });
  const { results } = await runCLI(argumentsOf(job), [root]);
  abandonRun();
  await started.close();
  const lines = job.fault === undefined || job.live ? linesIn(join(reportsDir, 'raw')) : [];
  return {
    job,
    outcomes: outcomesOf(results.testResults, root),
    ...(job.fault === undefined && { claims: claimsIn(lines) }),
    ...(job.live && { inferred: inferredIn(lines) }),
    durationMs: Date.now() - startedAt,
  };
}

const layerOf = ({ fault }: Job) => (fault === undefined ? undefined : faultNamed(fault).layer);

function variablesOf(reportsDir: string, { live }: Job): Record<string, string | undefined> {
  return {
    ...environment(),
    DINGTALK_TARGET: 'emulator',
    SUITE_PROFILE: 'full',
    SUITE_LAG_MS: '300',
    // No tenant of ours counts them.
    SUITE_MAX_RATE: '100000',
    // As many stories as a run on such a tenant plays.
    ...(live && { SUITE_STORIES: '0' }),
    REPORTS_DIR: reportsDir,
  };
}

// Without the reporters, and without Allure, which syncs every one of its files to the disk.
function argumentsOf({ files }: Job): Parameters<typeof runCLI>[0] {
  const config = {
    testMatch: jestConfig.testMatch,
    transform: jestConfig.transform,
    setupFilesAfterEnv: jestConfig.setupFilesAfterEnv,
    testEnvironment: '<rootDir>/runner/jest/environment-without-allure.ts',
    testTimeout: jestConfig.testTimeout,
    rootDir: root,
    roots: roots.map((folder) => join(root, folder)),
    reporters: [],
  };
  return {
    config: JSON.stringify(config),
    runInBand: true,
    silent: true,
    watchman: false,
    runTestsByPath: true,
    _: files.map((file) => join(root, file)),
    $0: 'prove',
  };
}

function inferredIn(lines: readonly CaseLine[]): string[] {
  const findings = lines.flatMap((line) => (line.kind === 'case' ? line.findings : []));
  return [...new Set(findings.flatMap(({ kind, message }) => (kind === 'inferred' ? [message] : [])))];
}

function linesIn(folder: string): CaseLine[] {
  return readdirSync(folder).flatMap((name) => readLines<CaseLine>(join(folder, name)));
}
