import { englishIn } from '../runner/testing/english';
import { readConfig } from './config';
import { errorText, inEach, joined, readLanguage, same, told, UserError, type Text } from './language';

describe('The language', () => {
  it.each([
    { env: { LANG: 'zh_CN.UTF-8' }, want: 'zh' },
    { env: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, want: 'en' },
    { env: { LANG: 'zh_CN.UTF-8', SUITE_LANG: 'en' }, want: 'en' },
    { env: {}, want: 'en' },
  ])('of $env is $want', ({ env, want }) => {
    expect(readLanguage(env)).toBe(want);
  });

  it('that there is not is a problem', () => {
    const problems: Text[] = [];

    readLanguage({ SUITE_LANG: 'fr' }, problems);

    expect(problems).toEqual([
      {
        en: "SUITE_LANG is 'fr': it has to be one of en, zh.",
        zh: "SUITE_LANG 的值是 'fr'：应为 en、zh 之一。",
      },
    ]);
  });
});

describe('A text', () => {
  const [one, two] = [
    { en: 'one', zh: '一' },
    { en: 'two', zh: '二' },
  ];

  it('is told in one language, however deep it stands', () => {
    const value = { one, list: [one, { two }], id: 'x', half: { en: 'x' }, none: null };

    expect(told(value, 'zh')).toEqual({
      one: '一',
      list: ['一', { two: '二' }],
      id: 'x',
      half: { en: 'x' },
      none: null,
    });
  });

  it('is made of others in each language', () => {
    expect(joined([one, two])).toEqual({ en: 'one; two', zh: '一；二' });
    expect(inEach((language) => `(${one[language]})`)).toEqual({ en: '(one)', zh: '(一)' });
  });

  it('of an error is its own, or its message where it was made by others', () => {
    expect(errorText(new UserError(one))).toBe(one);
    expect(errorText(new Error('EACCES'))).toEqual(same('EACCES'));
    expect(new UserError(one).message).toBe('one');
  });
});

describe('What is wrong with the settings', () => {
  it.each([
    {
      SUITE_PROFILE: 'x',
      SUITE_NIGHT: 'x',
      SUITE_BUDGET: 'x',
      SUITE_STORY: 'x',
      SUITE_SEED: 'x',
      SUITE_TIMEOUT_MS: '1',
      SUITE_BUDGETS: '1',
    },
    {
      DINGTALK_TARGET: 'live',
      DINGTALK_DEPT_ID: '1',
      DINGTALK_OAPI_URL: 'x',
      SUITE_STORY: '1',
    },
    {
      DINGTALK_TARGET: 'live',
      DINGTALK_OAPI_URL: 'https://api.dingtalk.com',
      DINGTALK_API_URL: 'https://api.dingtalk.com/v1.0',
      DINGTALK_APP_KEY: 'x',
      DINGTALK_UNPRIVILEGED_APP_KEY: 'x',
    },
  ])('is said in Chinese, without an English sentence: %j', (env) => {
    const { zh, en } = problemOf(env);

    expect(englishIn(zh)).toEqual([]);
    expect(zh.split('\n')).toHaveLength(en.split('\n').length);
  });
});

function problemOf(env: Record<string, string>): Text {
  try {
    readConfig(env);
  } catch (error) {
    return errorText(error);
  }
  throw new Error('The environment is accepted.');
}

describe('What is told of a file', () => {
  it.each([
    ['EISDIR', '/tmp: it is a folder, and a file is needed.', '/tmp：它是文件夹，这里需要文件。'],
    ['ENOSPC', '/tmp: no space is left there.', '/tmp：磁盘空间已满。'],
  ])('that gives %s is a sentence', (code, en, zh) => {
    const error = Object.assign(new Error(`${code}: raw`), { code, path: '/tmp' });

    expect(errorText(error)).toEqual({ en, zh });
  });
});
