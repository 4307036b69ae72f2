/** How Stryker runs the self-tests: all in one process, where switching a mutant on needs no reload. */
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { PluginKind, commonTokens, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { Coverage } from './coverage.mjs';
import { install, load, runTests } from './jest-in-process.mjs';
import { failedToLoad, resultOf } from './test-results.mjs';

const { NAMESPACE, ACTIVE_MUTANT_ENV_VARIABLE } = INSTRUMENTER_CONSTANTS;

class InProcessRunner {
  static inject = tokens(commonTokens.options);
  /** What mutated code reads: which mutant is active, and how often it may be passed. */
  space = (globalThis[NAMESPACE] ??= {});

  constructor({ selfTests }) {
    this.files = selfTests.files;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    install();
    for (const event of ['uncaughtException', 'unhandledRejection']) {
      process.on(event, (error) => this.running?.errors.push([error, error]));
    }
    load(process.cwd(), this.files);
  }

  async dryRun({ disableBail }) {
    const coverage = new Coverage(this.space);
    const tests = await this.run(
      () => true,
      disableBail,
      (event) => coverage.watch(event),
    );
    return { ...resultOf(tests), mutantCoverage: coverage.perTest(tests) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail, mutantActivation }) {
    const wanted = testFilter && new Set(testFilter);
    const reload = mutantActivation === 'static';
    this.activate(activeMutant.id, hitLimit);
    try {
      if (reload) load(process.cwd(), this.files);
      const tests = await this.run(({ id }) => !wanted || wanted.has(id), disableBail);
      return toMutantRunResult(determineHitLimitReached(this.space.hitCount, hitLimit) ?? resultOf(tests));
    } catch (error) {
      return toMutantRunResult(failedToLoad(error));
    } finally {
      this.activate(undefined, undefined);
      if (reload) load(process.cwd(), this.files);
    }
  }

  // Programs that a test starts learn of the mutant by their environment.
  activate(id, hitLimit) {
    Object.assign(this.space, {
      activeMutant: id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    });
    if (id === undefined) delete process.env[ACTIVE_MUTANT_ENV_VARIABLE];
    else process.env[ACTIVE_MUTANT_ENV_VARIABLE] = id;
  }

  /** Runs the chosen tests; the first failure ends the run, unless told otherwise. */
  async run(chosen, disableBail, watch = () => undefined) {
    return runTests(chosen, (event, skipRest) => {
      watch(event);
      if (event.name === 'test_started') this.running = event.test;
      if (event.name !== 'test_done') return;
      this.running = undefined;
      if (event.test.errors.length > 0 && !disableBail) skipRest();
    });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
