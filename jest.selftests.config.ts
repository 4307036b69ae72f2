/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** The project's own tests: everything but the suite itself. */
const config: Config = {
  testMatch: ['<rootDir>/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  modulePathIgnorePatterns: ['<rootDir>/reports/', '<rootDir>/.stryker-tmp/'],
  testTimeout: 30_000,
};

export default config;
