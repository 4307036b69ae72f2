import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Circus } from '@jest/types';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { createJestEnvironment } from 'allure-jest/factory';
import type { RuntimeMessage } from 'allure-js-commons/sdk';
import type { Writer } from 'allure-js-commons/sdk/reporter';
import { TestEnvironment } from 'jest-environment-node';
import { leaseFile } from '../broker/brokered';
import { SharedRedactor } from '../broker/shared-redactor';
import { environment } from '../../config/environment';
import { haltOf } from '../session/halt';
import { currentRun, type Run } from '../../config/run';
import { peopleKey, secretsIn, secretsOf } from '../../config/secrets';
import { leaveSignalsToTheRun, mayEnd } from '../session/signals';
import { allureMessages } from './allure-messages';
import { redacting } from './allure-writer';
import { CaseRecord } from './case-record';
import { isFirm } from '../../schemas/evidence';
import { claimsIn, isFact, rulesIn } from './claims';
import { cleanErrors } from './clean-error';
import { currentCase, mayCall, runCase, SharedByFile, type Outcome } from './run-case';
import { forgetModules, load } from './modules';
import type { SuiteGlobal } from './suite-global';

/**
 * Runs every case of a spec file with a record of its own: its calls, what it has to clean up, what it noticed. Where the run
 * allows several cases at once they are started early, and each is still reported in its turn, so that every step and attachment
 * belongs to the right case.
 */
export class SuiteEnvironment extends TestEnvironment {
  readonly #run: Run;
  readonly #redactor: SharedRedactor;
  readonly #file: string;
  readonly #roots = new Map<string, string>();
  readonly #outcomes = new Map<Circus.TestEntry, Promise<Outcome>>();
  readonly #shared = new SharedByFile();
  readonly #skipped = new WeakSet<Circus.TestEntry>();
  readonly #selected: ReadonlySet<string> | undefined;
  #leased = true;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    const run = currentRun();
    if (!run) throw new Error('There is no run: start the suite with `npm test` or `npx jest`.');
    if (config.globalConfig.watch || config.globalConfig.watchAll) forgetModules();
    this.#run = run;
    this.#file = relative(config.projectConfig.rootDir, context.testPath).replaceAll('\\', '/');
    this.#redactor = new SharedRedactor(run.broker, secretsIn(environment()), peopleKey(environment()));
    this.#redactor.registerAll(secretsOf(run.tenant));
    this.#selected = run.selection === undefined ? undefined : selectionIn(run.selection);
    const handed: SuiteGlobal = {
      run,
      redactor: this.#redactor,
      currentCase,
      mayCall,
      load,
      share: (name, arrange) => this.#shared.get(name, arrange),
      spoil: (name) => {
        this.#shared.spoil(name);
      },
      lookLater: (name, look, noted) => {
        this.#shared.lookLater(name, look, noted);
      },
    };
    this.global.suite = handed;
  }

  override async setup(): Promise<void> {
    await super.setup();
    if (this.#run.supervised) leaveSignalsToTheRun();
    mkdirSync(join(this.#run.reportsDir, 'raw'), { recursive: true });
    const { runtime } = this as unknown as { runtime?: { writer: Writer } };
    if (runtime)
      runtime.writer = redacting(
        runtime.writer,
        this.#redactor,
        join(this.#run.reportsDir, 'allure-results'),
      );
    // Whom the run and other files have come upon.
    await this.#redactor.exchange();
    this.#leased = await leaseFile(this.#run.broker, this.#file);
  }

  override async teardown(): Promise<void> {
    await Promise.all(this.#outcomes.values());
    await super.teardown();
    mayEnd();
  }

  handleTestEvent = (event: Circus.Event, state: Circus.State): void => {
    // Jest itself can skip a case only before it runs.
    if (event.name === 'test_done' && this.#skipped.has(event.test)) event.test.status = 'skip';
    // What a hook threw has not passed `explain`.
    if (event.name === 'test_done') cleanErrors(event.test.errors, this.#redactor);
    if (event.name === 'run_finish') cleanErrors(state.unhandledErrors, this.#redactor);
    if (event.name === 'run_start') this.#take(state);
  };

  #take(state: Circus.State): void {
    const chosen = casesOf(state.rootDescribeBlock).filter((test) => willRun(test, state));
    const cases = chosen.filter((test) => this.#isSelected(test));
    const bodies = new Map(cases.map((test) => [test, test.fn]));
    const start = (test: Circus.TestEntry): Promise<Outcome> => {
      const started = this.#outcomes.get(test) ?? this.#start(test, bodies.get(test));
      this.#outcomes.set(test, started);
      return started;
    };
    const lookOnce = once(async (first: Outcome) => {
      await startEarly(cases, this.#run.concurrency, start);
      await Promise.all(cases.map(start));
      await this.#shared.look(first.record);
    });
    // Jest may run them in another order.
    const toReport = new Set(cases);
    for (const test of cases) {
      test.timeout = ownTime;
      test.fn = async () => {
        const outcome = await this.#judged(await start(test), lookOnce);
        toReport.delete(test);
        const ended = toReport.size === 0 ? await this.#endShared(outcome) : outcome;
        // Its calls are written now: of thousands of cases they would fill the memory.
        this.#outcomes.set(test, Promise.resolve({ ...outcome, record: new CaseRecord() }));
        this.#report(test, ended);
      };
    }
    if (this.#run.concurrency > 1) void startEarly(cases, this.#run.concurrency, start);
  }

  // A run within a budget takes some of the cases; the others are skipped, and say so.
  #isSelected(test: Circus.TestEntry): boolean {
    const title = titleOf(test).join(' ');
    if (this.#selected?.has(`${this.#file} ${title}`) !== false) return true;
    test.mode = 'skip';
    const nothing = { startedAt: Date.now(), durationMs: 0, exchanges: [], findings: [] };
    this.#write({ kind: 'case', file: this.#file, title, ...nothing, skipped: 'not selected' });
    return false;
  }

  #start(test: Circus.TestEntry, body: unknown): Promise<Outcome> {
    this.#write({ kind: 'start', file: this.#file, title: titleOf(test).join(' '), at: Date.now() });
    return runCase(
      () => {
        if (!this.#leased)
          throw new Error(
            'The process that ran this file died. It is not run again: it would create everything twice.',
          );
        return (body as () => unknown)();
      },
      {
        redactor: this.#redactor,
        isLive: this.#run.target === 'live',
        claims: claimsIn(titleOf(test)),
        halted: () => haltOf(this.#run.reportsDir),
      },
    );
  }

  // What was refused may have been done all the same: that shows when all that was sent is looked for.
  async #judged(outcome: Outcome, lookOnce: (first: Outcome) => Promise<void>): Promise<Outcome> {
    if (outcome.record.noted.length === 0) return outcome;
    await lookOnce(outcome);
    return this.#shared.judged(outcome, this.#redactor);
  }

  // With the case of the file that ends last: every other has ended by then.
  #endShared(last: Outcome): Promise<Outcome> {
    return this.#shared.endWith(last, this.#redactor);
  }

  // In its turn: what is sent to Allure now belongs to this test.
  #report(test: Circus.TestEntry, outcome: Outcome): void {
    const { record, startedAt, durationMs, skipped, error, failure } = outcome;
    const [title, describe] = [titleOf(test), titleOf(test).slice(0, -1)];
    const { exchanges, findings, waits } = record;
    const blockedBy = this.#rootOf(title.join(' '), outcome);
    const groundless = this.#run.target === 'emulator' ? groundlessness(title, outcome) : undefined;
    if (error && blockedBy !== undefined) block(error, blockedBy);
    this.#write({
      kind: 'case',
      file: this.#file,
      title: title.join(' '),
      describe,
      name: test.name,
      startedAt,
      durationMs,
      skipped,
      failure,
      blockedBy,
      exchanges,
      findings,
      waits,
      ...shownBy(outcome, rulesIn(title)),
      uses: [...record.uses],
      variation: record.variation,
    });
    this.#tellAllure(allureMessages(describe, test.name, outcome));
    if (skipped !== undefined) this.#skipped.add(test);
    if (error) throw error;
    if (groundless !== undefined) throw new Error(groundless);
  }

  // The case before this one that failed over the same arrangement.
  #rootOf(title: string, { failure }: Outcome): string | undefined {
    const arrangement = failure?.arrangement;
    if (arrangement === undefined) return undefined;
    const root = this.#roots.get(arrangement);
    if (root === undefined) this.#roots.set(arrangement, title);
    return root;
  }

  // A run of which nobody reads a report has no Allure: it flushes every file to the disk.
  #tellAllure(messages: readonly RuntimeMessage[]): void {
    const allure = this as unknown as { handleAllureRuntimeMessage?(message: RuntimeMessage): void };
    for (const message of messages) allure.handleAllureRuntimeMessage?.(message);
  }

  #write(line: object): void {
    const file = join(this.#run.reportsDir, 'raw', `cases-${process.pid}.ndjson`);
    appendFileSync(file, `${JSON.stringify(this.#redactor.redactValue(line))}\n`);
  }
}

// What a case has shown to hold: nothing, where what it rests on did not.
function shownBy({ noted, record }: Outcome, rules: readonly string[]): object {
  if (noted) return { asserted: [], claims: [] };
  return { asserted: [...rules, ...record.asserted], claims: record.claims.map(({ source }) => source) };
}

// An expectation without a source is refused, and a title that mixes what is promised with what is inferred: which of both failed, nobody could tell.
function groundlessness(title: readonly string[], { record, skipped, error }: Outcome): string | undefined {
  if (error || skipped !== undefined) return undefined;
  const claims = claimsIn(title);
  const sources = claims.map(({ source }) => source);
  if (new Set(sources.map(isFirm)).size > 1)
    return `The title names rules that are promised and rules that are inferred (${sources.join(', ')}): divide the case.`;
  const grounds = claims.length + record.claims.length + record.asserted.filter(isFact).length;
  return grounds > 0 || record.isNoted
    ? undefined
    : 'The case rests on no fact: name a rule in its title, or check with `fact`.';
}

// Says first that it is not this case that went wrong.
function block(error: Error, root: string): void {
  const note = `blocked: what it needs failed in "${root}"`;
  const { name, message, stack = '' } = error;
  error.message = `${note}\n${message}`;
  error.stack = stack.replace(`${name}: ${message}`, `${name}: ${error.message}`);
}

const selectionIn = (file: string): ReadonlySet<string> =>
  new Set(JSON.parse(readFileSync(file, 'utf8')) as string[]);

// A case ends by its own clock; one that is looked at late waits for the whole file.
const ownTime = 3_600_000;

function once<Argument>(act: (argument: Argument) => Promise<void>): (argument: Argument) => Promise<void> {
  let done: Promise<void> | undefined;
  return (argument) => (done ??= act(argument));
}

async function startEarly(
  cases: Circus.TestEntry[],
  atOnce: number,
  start: (test: Circus.TestEntry) => Promise<unknown>,
): Promise<void> {
  const queue = cases.values();
  const worker = async (): Promise<void> => {
    for (const test of queue) await start(test);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function casesOf(block: Circus.DescribeBlock): Circus.TestEntry[] {
  return block.children.flatMap((child) => (child.type === 'test' ? [child] : casesOf(child)));
}

// The same choice as jest-circus makes: modes, `only`, and the pattern of -t.
function willRun(test: Circus.TestEntry, { hasFocusedTests, testNamePattern }: Circus.State): boolean {
  if (test.mode === 'skip' || test.mode === 'todo' || (hasFocusedTests && test.mode !== 'only')) return false;
  return testNamePattern?.test(titleOf(test).join(' ')) ?? true;
}

function titleOf(test: Circus.TestEntry): string[] {
  const titles = [test.name];
  for (let block = test.parent; block.parent; block = block.parent) titles.unshift(block.name);
  return titles;
}

export default createJestEnvironment(SuiteEnvironment);
