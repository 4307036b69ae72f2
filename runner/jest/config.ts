import { availableParallelism } from 'node:os';
import type { Config } from 'jest';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { rooms, root } from '../../config/root';
import type { Run } from '../../config/run';

/**
 * What Jest is to do for a run; without one, as where an editor starts Jest by itself, it makes one of its own.
 * @param files how many spec files it is about, as far as that is known.
 */
export function jestConfig(run?: Run, files = Infinity): Config {
  const reportsDir = run?.reportsDir ?? readReportsDir(environment());
  return {
    rootDir: root,
    roots: rooms,
    testMatch: ['<rootDir>/specs/**/*.spec.ts'],
    transform: { '^.+\\.ts$': '<rootDir>/runner/jest/transform.cjs' },
    ...(run ? {} : ownRun),
    testEnvironment: '<rootDir>/runner/jest/environment.ts',
    testEnvironmentOptions: { resultsDir: `${reportsDir}/allure-results` },
    setupFilesAfterEnv: ['<rootDir>/specs/support/matchers.ts'],
    reporters: [['<rootDir>/runner/jest/raw-reporter.ts', { reportsDir }], 'default'],
    // On two cores two workers measured faster than Jest's one. On a live tenant they wait most of the time, so there are more of them; what
    // each API may get in a second is shared among them. For one file Jest needs none, and would start two to look at a file that was edited.
    maxWorkers: files === 1 ? 1 : run?.target === 'live' ? Math.max(availableParallelism(), 8) : '100%',
    // A case has a time of its own, and the removal of what it made another; see runner/jest/run-case.ts.
    testTimeout: 180_000,
  };
}

const ownRun: Config = {
  globalSetup: '<rootDir>/runner/jest/global-setup.ts',
  globalTeardown: '<rootDir>/runner/jest/global-teardown.ts',
};
