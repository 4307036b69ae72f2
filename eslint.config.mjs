import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'reports/', '.stryker-tmp/', 'schemas/types.ts', 'schemas/index.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40 }],
      complexity: ['error', 8],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    // A command of a package of its own has no config.
    ignores: ['config/**', 'emulator/package/cli.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['client/http.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'supertest', message: 'client/http.ts is its one importer.' }] },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.test.ts'],
    extends: [jest.configs['flat/recommended'], jest.configs['flat/style']],
    rules: {
      'max-lines-per-function': 'off',
      'jest/no-conditional-in-test': 'error',
      'jest/prefer-each': 'error',
      'jest/max-nested-describe': ['error', { max: 2 }],
      'jest/consistent-test-it': ['error', { fn: 'it' }],
      'jest/require-top-level-describe': 'error',
      'jest/max-expects': ['error', { max: 3 }],
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
    },
  },
  // Without a browser its tests cannot run, and say so.
  {
    files: ['**/*-in-browser.test.ts'],
    rules: {
      'jest/require-top-level-describe': 'off',
      'jest/no-standalone-expect': ['error', { additionalTestBlockFunctions: ['itWithBrowser'] }],
    },
  },
  // They are careless on purpose.
  {
    files: ['lab/secret-leaks/canaries/*.canary.ts'],
    rules: { 'no-console': 'off', '@typescript-eslint/only-throw-error': 'off' },
  },
  { files: ['specs/**/*.spec.ts'], rules: { 'jest/no-hooks': 'error' } },
  // Verbs of the specs: they expect on behalf of the spec that calls them.
  {
    files: ['{specs/support,runner/jest}/*.ts'],
    plugins: { jest },
    rules: { 'jest/no-standalone-expect': 'off' },
  },
  // A chain is one test with many steps, each asserted where it happens.
  { files: ['specs/flows/*.spec.ts'], rules: { 'jest/max-expects': 'off' } },
);
