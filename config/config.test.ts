import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { root } from './root';
import { ConfigError, readConfig, readReportsDir } from './config';

const live = {
  DINGTALK_TARGET: 'live',
  DINGTALK_APP_KEY: 'ding0123456789abcdef',
  DINGTALK_APP_SECRET: 'GT-lsu_taDAsTs0123456789',
  DINGTALK_OPERATOR_USERID: 'manager01',
  DINGTALK_USERID: 'user123',
  DINGTALK_TEMPLATE_NAME: '日报',
};

/** What holds of any run where nothing is set. */
const usual = {
  edition: 'standard',
  month: { quota: expect.any(Number) as number, used: 0 },
  night: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
  maxRate: 20,
  strict: false,
  readOnly: false,
  reportsDir: resolve('reports'),
  concurrency: 4,
  timeoutMs: 10_000,
  knownIssues: [],
};

describe('Without an environment', () => {
  it('the suite runs in full on the embedded tenant', () => {
    expect(readConfig({})).toStrictEqual({
      ...usual,
      ...{ target: 'emulator', profile: 'full', budget: Number.MAX_SAFE_INTEGER, asksFirst: false },
      ...{ lagMs: 2_000, stories: { count: 20 } },
    });
  });
});

describe('Random stories', () => {
  it.each([
    { what: 'twenty of them on the embedded tenant', env: {}, stories: { count: 20 } },
    { what: 'none where the profile is a budget', env: { SUITE_PROFILE: 'smoke' }, stories: { count: 0 } },
    { what: 'none on a live tenant', env: live, stories: { count: 0 } },
    {
      what: 'as many as are asked for',
      env: { ...live, SUITE_STORIES: '2', SUITE_SEED: '-7' },
      stories: { count: 2, seed: -7 },
    },
    { what: 'none where that is asked for', env: { SUITE_STORIES: '0' }, stories: { count: 0 } },
    {
      what: 'the one that is to be repeated',
      env: { ...live, SUITE_SEED: '1234567890', SUITE_STORY: '31:0:12' },
      stories: { count: 1, seed: 1_234_567_890, path: '31:0:12' },
    },
  ])('are $what', ({ env, stories }) => {
    expect(readConfig(env).stories).toStrictEqual(stories);
  });

  it.each([
    { env: { SUITE_STORIES: 'many' }, problem: "SUITE_STORIES is 'many'" },
    { env: { SUITE_SEED: '1.5' }, problem: "SUITE_SEED is '1.5': it has to be a whole number" },
    {
      env: { SUITE_SEED: '1', SUITE_STORY: 'x3' },
      problem: "SUITE_STORY is 'x3': it has to be what a failed",
    },
    { env: { SUITE_SEED: '1', SUITE_STORY: '3:x' }, problem: "SUITE_STORY is '3:x'" },
    { env: { SUITE_STORY: '3:0' }, problem: 'it needs its SUITE_SEED' },
  ])('cannot be read from $env', ({ env, problem }) => {
    expect(() => readConfig(env)).toThrow(problem);
  });
});

describe('The embedded tenant', () => {
  it.each([
    { what: 'there are credentials', env: { ...live, DINGTALK_TARGET: undefined } },
    { what: 'it is asked for and there are credentials', env: { ...live, DINGTALK_TARGET: 'emulator' } },
    { what: 'the target is blank and there are credentials', env: { ...live, DINGTALK_TARGET: ' ' } },
    {
      what: 'what only a live tenant needs is wrong',
      env: { DINGTALK_DEPT_ID: '-1', DINGTALK_OAPI_URL: 'x' },
    },
  ])('is the target also where $what', ({ env }) => {
    const config = readConfig(env);

    expect(config.target).toBe('emulator');
    expect(config).not.toHaveProperty('tenant');
  });
});

describe('A live tenant', () => {
  it('is read with its defaults', () => {
    expect(readConfig(live)).toEqual({
      ...usual,
      ...{ target: 'live', profile: 'nightly', budget: 120, asksFirst: true },
      ...{ lagMs: 10_000, stories: { count: 0 } },
      tenant: {
        urls: { oapi: 'https://oapi.dingtalk.com', api: 'https://api.dingtalk.com' },
        app: { key: 'ding0123456789abcdef', secret: 'GT-lsu_taDAsTs0123456789' },
        people: { operator: 'manager01', user: 'user123' },
        templateName: '日报',
      },
    });
  });
});

describe('A setting', () => {
  it.each([
    { env: { SUITE_PROFILE: 'smoke' }, settings: { profile: 'smoke' } },
    { env: { SUITE_PROFILE: '' }, settings: { profile: 'full' } },
    { env: { SUITE_STRICT: '1' }, settings: { strict: true } },
    { env: { SUITE_STRICT: '0' }, settings: { strict: false } },
    { env: { SUITE_STRICT: ' ' }, settings: { strict: false } },
    { env: { SUITE_READ_ONLY: '1' }, settings: { readOnly: true } },
    { env: { SUITE_READ_ONLY: '0' }, settings: { readOnly: false } },
    { env: { SUITE_MAX_RATE: '5' }, settings: { maxRate: 5 } },
    { env: { SUITE_CONCURRENCY: '1' }, settings: { concurrency: 1 } },
    { env: { SUITE_CONCURRENCY: '' }, settings: { concurrency: 4 } },
    { env: { SUITE_TIMEOUT_MS: '500' }, settings: { timeoutMs: 500 } },
    { env: { SUITE_LAG_MS: '30000' }, settings: { lagMs: 30_000 } },
    { env: { REPORTS_DIR: '/tmp/out' }, settings: { reportsDir: '/tmp/out' } },
    { env: { REPORTS_DIR: 'out' }, settings: { reportsDir: resolve('out') } },
    { env: { REPORTS_DIR: '' }, settings: { reportsDir: resolve('reports') } },
  ])('is read from $env', ({ env, settings }) => {
    expect(readConfig(env)).toMatchObject(settings);
  });

  it.each([
    { name: 'DINGTALK_TARGET', given: 'production' },
    { name: 'DINGTALK_TARGET', given: 'Live' },
    { name: 'SUITE_PROFILE', given: 'weekly' },
    { name: 'SUITE_STRICT', given: 'true' },
    { name: 'SUITE_READ_ONLY', given: 'true' },
    { name: 'SUITE_CONCURRENCY', given: '0' },
    { name: 'SUITE_CONCURRENCY', given: '2.5' },
    { name: 'SUITE_TIMEOUT_MS', given: '10s' },
    { name: 'SUITE_TIMEOUT_MS', given: '10' },
    { name: 'SUITE_NIGHT', given: '2026-02-30' },
    { name: 'SUITE_TIMEOUT_MS', given: '10000000' },
    { name: 'SUITE_LAG_MS', given: '-1' },
  ])('$name may not be $given', ({ name, given }) => {
    expect(problemsOf({ [name]: given })).toEqual([
      expect.stringContaining(`${name} is '${given}': it has to be`) as string,
    ]);
  });

  it('says where the reports go, however wrong the rest is', () => {
    expect(readReportsDir({ REPORTS_DIR: 'out', DINGTALK_TARGET: 'production' })).toBe(resolve('out'));
  });

  it('takes ~ for the folder of the user, which `.env` does not know', () => {
    expect(readReportsDir({ REPORTS_DIR: '~/out' })).toBe(join(homedir(), 'out'));
    expect(readReportsDir({ REPORTS_DIR: '~out' })).toBe(join(root, '~out'));
  });

  it('counts the folder of the reports from the project, wherever a command is started', () => {
    jest.spyOn(process, 'cwd').mockReturnValue(join(root, 'specs', 'token'));

    expect([readReportsDir({}), readReportsDir({ REPORTS_DIR: 'out' })]).toEqual(
      ['reports', 'out'].map((name) => join(root, name)),
    );
    jest.restoreAllMocks();
  });
});

describe('A wrong environment', () => {
  const env = {
    DINGTALK_TARGET: 'live',
    DINGTALK_APP_SECRET: 'GT-lsu_taDAsTs0123456789',
    DINGTALK_DEPT_ID: '-1',
    DINGTALK_API_URL: 'http://api.dingtalk.com',
    SUITE_PROFILE: 'weekly',
    SUITE_STRICT: 'yes',
  };

  it('is told with all its problems at once', () => {
    expect(problemsOf(env).map((problem) => problem.split(' ')[0])).toEqual([
      'SUITE_PROFILE',
      'SUITE_STRICT',
      'DINGTALK_API_URL',
      'DINGTALK_APP_KEY',
      'DINGTALK_OPERATOR_USERID',
      'DINGTALK_USERID',
      'DINGTALK_TEMPLATE_NAME',
      'DINGTALK_DEPT_ID',
    ]);
  });

  it('is told in one message, without the secret', () => {
    const error = errorOf(env);

    expect(String(error)).toMatch(/^ConfigError: The configuration has 8 problem\(s\):\n {2}- SUITE_PROFILE/);
    expect(String(error)).toMatch(/Every variable is explained in \.env\.example\.$/);
    expect(String(error)).not.toContain(env.DINGTALK_APP_SECRET);
  });
});

// Helpers

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  return errorOf(env).problems.map(({ en }) => en);
}

function errorOf(env: Record<string, string | undefined>): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The environment is accepted.');
}
