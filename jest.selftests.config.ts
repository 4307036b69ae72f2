/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import { rooms } from './config/root';

// Whatever language this machine speaks; a test of another one sets it.
// eslint-disable-next-line no-restricted-properties -- what its workers are started with
process.env.SUITE_LANG = 'en';

/** The project's own tests: everything but the suite itself. */
const config: Config = {
  roots: rooms,
  testMatch: ['<rootDir>/**/*.test.ts'],
  transform: {
    '^.+\\.(ts|mjs)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
    '^.+\\.tsx$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
        },
      },
    ],
  },
  // It is no CommonJS, which is all that Jest loads on Node 20.
  transformIgnorePatterns: ['/node_modules/(?!preact)'],
  // Jest would keep one of two cores free.
  maxWorkers: '100%',
  testTimeout: 30_000,
};

export default config;
