/** What Stryker mutates and which self-tests have to notice; `MUTATION_GROUP` names the group. See CONTRIBUTING.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const groups = JSON.parse(readFileSync(new URL('groups.json', import.meta.url), 'utf8'));
const name = process.env.MUTATION_GROUP ?? 'emulator';
const { mutate, testsIn, withoutTests = [], ignorers = [] } = groups[name];

const files = testsIn
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.test.ts') && !withoutTests.includes(file));

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate,
  testRunner: 'in-process',
  plugins: ['runner.mjs', 'wording.mjs'].map((file) => fileURLToPath(new URL(file, import.meta.url))),
  ignorers,
  selfTests: { files },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['reports', 'docs', '.stryker-tmp'],
  reporters: ['progress-append-only', 'json', 'html'],
  incremental: true,
  incrementalFile: `reports/mutation/${name}.incremental.json`,
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  htmlReporter: { fileName: `reports/mutation/${name}.html` },
  tempDirName: `.stryker-tmp/${name}`,
  concurrency: 2,
  // A mutant that makes the code wait; one that makes it loop is stopped by its count of passes.
  timeoutMS: 10_000,
  warnings: { unknownOptions: false },
};
