/** @jest-config-loader esbuild-register */
// Jest loads reporters without a transform; this lets it load ours, which are TypeScript.
import './runner/check-node.cjs';
import 'tsx/cjs';
import { availableParallelism } from 'node:os';
import type { Config } from 'jest';
import { readReportsDir } from './config/config';
import { environment } from './config/environment';
import { currentRun } from './config/run';

const run = currentRun();
const reportsDir = run?.reportsDir ?? readReportsDir(environment());

/** The suite. `npm test` starts it with a tenant and renders the reports afterwards; see runner/commands/test.ts. */
const config: Config = {
  testMatch: ['<rootDir>/specs/**/*.spec.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/runner/jest/transform.cjs' },
  modulePathIgnorePatterns: ['<rootDir>/reports/', '<rootDir>/.stryker-tmp/'],
  // `npx jest` and editors come without a run.
  ...(run
    ? {}
    : {
        globalSetup: '<rootDir>/runner/jest/global-setup.ts',
        globalTeardown: '<rootDir>/runner/jest/global-teardown.ts',
      }),
  testEnvironment: '<rootDir>/runner/jest/environment.ts',
  testEnvironmentOptions: { resultsDir: `${reportsDir}/allure-results` },
  setupFilesAfterEnv: ['<rootDir>/specs/support/matchers.ts'],
  reporters: [['<rootDir>/runner/jest/raw-reporter.ts', { reportsDir }], 'default'],
  // On two cores two workers measured faster than Jest's one. On a live tenant they wait most of the time, so there are more of them; what each
  // API may get in a second is shared among them.
  maxWorkers: run?.target === 'live' ? Math.max(availableParallelism(), 6) : '100%',
  // A case has a time of its own, and the removal of what it made another; see runner/jest/run-case.ts.
  testTimeout: 180_000,
};

export default config;
