import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/** Which of our folders a folder may not import, and why: the emulator and the suite check each other. */
const closed = (folder, forbidden, message, files = '*.ts') => ({
  files: [`${folder}/**/${files}`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`, message }] },
    ],
  },
});

export default tseslint.config(
  { ignores: ['node_modules/', 'reports/', '.stryker-tmp/', 'schemas/types.ts', 'schemas/index.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
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
    files: ['**/*.ts'],
    ignores: ['config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config/ reads the environment.' },
      ],
    },
  },
  closed(
    'schemas',
    ['config', 'client', 'emulator', 'fixtures', 'reporting', 'specs', 'scripts', 'doctor'],
    'schemas import nothing of ours',
  ),
  closed(
    'config',
    ['schemas', 'client', 'emulator', 'fixtures', 'reporting', 'specs', 'scripts', 'doctor'],
    'config imports nothing of ours',
  ),
  closed(
    'fixtures',
    ['config', 'client', 'emulator', 'reporting', 'specs', 'scripts', 'doctor'],
    'fixtures import schemas only',
  ),
  closed(
    'client',
    ['emulator', 'fixtures', 'reporting', 'specs', 'scripts', 'doctor'],
    'the client imports schemas and config',
  ),
  closed(
    'emulator',
    ['config', 'client', 'fixtures', 'reporting', 'specs', 'scripts', 'doctor'],
    'the emulator imports schemas only',
  ),
  closed(
    'reporting',
    ['emulator', 'fixtures', 'specs', 'scripts', 'doctor'],
    'reports are made from what was recorded',
  ),
  closed(
    'faults',
    ['config', 'client', 'specs', 'scripts', 'doctor', 'proving'],
    'a fault is a tenant that is wrong: it knows the docs and the emulator, not the suite',
  ),
  closed(
    'proving',
    ['emulator', 'moods', 'planning', 'doctor'],
    'a proof runs the specs on wrong tenants and reads what was recorded',
  ),
  closed(
    'doctor',
    ['emulator', 'reporting', 'specs', 'scripts'],
    'the doctor examines any tenant: it imports schemas, config, client and fixtures',
  ),
  closed(
    'specs/support',
    ['emulator', 'reporting', 'scripts', 'doctor'],
    'a spec must not know what it talks to',
  ),
  closed(
    'specs/*',
    ['emulator', 'reporting', 'scripts', 'doctor', 'config', 'client'],
    'a spec speaks through specs/support',
    '*.spec.ts',
  ),
  {
    files: ['**/*.ts'],
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
  // They are careless on purpose.
  {
    files: ['scripts/canaries/*.canary.ts'],
    rules: { 'no-console': 'off', '@typescript-eslint/only-throw-error': 'off' },
  },
  { files: ['specs/**/*.spec.ts'], rules: { 'jest/no-hooks': 'error' } },
  // Verbs of the specs: they expect on behalf of the spec that calls them.
  { files: ['specs/support/*.ts'], plugins: { jest }, rules: { 'jest/no-standalone-expect': 'off' } },
  // A chain is one test with many steps, each asserted where it happens.
  { files: ['specs/flows/*.spec.ts'], rules: { 'jest/max-expects': 'off' } },
);
