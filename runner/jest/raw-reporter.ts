import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SharedRedactor } from '../broker/shared-redactor';
import { environment } from '../../config/environment';
import { peopleKey, secretsIn, secretsOf } from '../../config/secrets';
import { currentRun } from '../../config/run';
import { watchParent } from '../session/parent';
import { leaveSignalsToTheRun } from '../session/signals';
import type { RunEvent } from '../../reporting/records/events';
import {
  caseResult,
  completeFile,
  fileResult,
  type JestCase,
  type JestFile,
  type JestTotals,
} from '../../reporting/records/jest-file';
import type { FileResult, Results } from '../../reporting/records/results';

interface JestStart extends JestTotals {
  readonly numTotalTestSuites: number;
}

interface JestEnd extends JestTotals {
  readonly startTime: number;
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

interface JestCaseStart {
  readonly fullName: string;
  readonly ancestorTitles: readonly string[];
  readonly title: string;
}

interface TestFile {
  readonly path: string;
}

interface JestSettings {
  readonly rootDir: string;
  readonly testNamePattern?: string;
  readonly maxWorkers: number;
}

/**
 * A Jest reporter that writes down what happens, as it happens, and prints nothing. It stands before `default` in the list of
 * reporters, for it also completes Jest's results (see `completeFile`) before anything prints them.
 */
export default class RawReporter {
  readonly #rootDir: string;
  readonly #filter: string | undefined;
  readonly #workers: number;
  readonly #folder: string;
  readonly #files: FileResult[] = [];
  readonly #started = new Map<string, number>();
  readonly #running = new Map<string, Set<string>>();
  readonly #secrets: SharedRedactor | undefined;

  constructor(
    { rootDir, testNamePattern, maxWorkers }: JestSettings,
    { reportsDir }: { readonly reportsDir: string },
  ) {
    this.#rootDir = rootDir;
    this.#filter = testNamePattern;
    this.#workers = maxWorkers;
    this.#secrets = secretsOfRun();
    this.#folder = join(reportsDir, 'raw');
    mkdirSync(this.#folder, { recursive: true });
    if (currentRun()?.supervised) {
      leaveSignalsToTheRun();
      // The tenant and the tokens went with it; what was recorded stands in the files.
      watchParent(() => process.exit(1));
    }
  }

  onRunStart({ numTotalTestSuites }: JestStart): void {
    this.#write({ event: 'run', at: Date.now(), files: numTotalTestSuites });
  }

  onTestFileStart({ path }: TestFile): void {
    const [file, at] = [this.#name(path), Date.now()];
    this.#started.set(file, at);
    this.#write({ event: 'file started', file, at });
  }

  onTestCaseStart(
    { path }: TestFile,
    { fullName: title, ancestorTitles: describe, title: name }: JestCaseStart,
  ): void {
    const file = this.#name(path);
    this.#running.set(file, (this.#running.get(file) ?? new Set()).add(title));
    this.#write({ event: 'case started', file, title, describe, name, at: Date.now() });
  }

  onTestCaseResult({ path }: TestFile, result: JestCase): void {
    const file = this.#name(path);
    this.#running.get(file)?.delete(result.fullName);
    this.#write({ event: 'case ended', file, result: caseResult(file, result, Date.now(), this.#filter) });
  }

  /** Jest 30 calls this for every file, also for one that did not load or whose worker died. */
  async onTestFileResult({ path }: TestFile, result: JestFile, totals: JestTotals): Promise<void> {
    const file = this.#name(path);
    // What the workers have come upon. Without a broker the run is over, and nobody has come upon more.
    await this.#secrets?.exchange().catch(() => undefined);
    completeFile(file, result, totals, [...(this.#running.get(file) ?? [])]);
    const ended = fileResult(file, result, this.#started.get(file) ?? Date.now(), this.#filter);
    this.#files.push(ended);
    this.#write({ event: 'file ended', result: ended });
  }

  onRunComplete(_contexts: unknown, end: JestEnd): void {
    const results: Results = {
      startedAt: end.startTime,
      endedAt: Date.now(),
      workers: this.#workers,
      printed: {
        total: end.numTotalTests,
        passed: end.numPassedTests,
        failed: end.numFailedTests,
        skipped: end.numPendingTests + end.numTodoTests,
      },
      files: this.#files,
    };
    writeFileSync(join(this.#folder, 'results.json'), this.#text(results));
  }

  #name(path: string): string {
    return relative(this.#rootDir, path).replaceAll('\\', '/');
  }

  #write(event: RunEvent): void {
    appendFileSync(join(this.#folder, 'files.ndjson'), `${this.#text(event)}\n`);
  }

  // Frames of the runner and colours go later; secrets never get that far.
  #text(value: object): string {
    return JSON.stringify(this.#secrets?.redactValue(value) ?? value);
  }
}

function secretsOfRun(): SharedRedactor | undefined {
  const run = currentRun();
  if (!run) return undefined;
  const secrets = new SharedRedactor(run.broker, secretsIn(environment()), peopleKey(environment()));
  secrets.registerAll(secretsOf(run.tenant));
  return secrets;
}
