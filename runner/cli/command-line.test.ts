import { Ended, readCommandLine, type About } from './command-line';
import { flag, oneOf, whole, word, words } from './options';

const says = { en: 'English words', zh: '中文说明' };
const options = {
  all: flag(says),
  days: whole([1, 180], 7, says),
  kind: oneOf(['a', 'b'], undefined, says),
  run: word('id', says),
  spec: words('path', says, ['specs']),
};
const about = {
  command: 'npm run example',
  says,
  options,
  argument: { name: '[file]', says },
  examples: [['--days 3', says]],
  statuses: { 0: says },
} as const satisfies About<typeof options>;

const en = { SUITE_LANG: 'en' };
const read = (...argv: string[]) => readCommandLine(about, argv, en);

function endOf(argv: readonly string[], env: Record<string, string> = en): Ended {
  try {
    readCommandLine(about, argv, env);
  } catch (error) {
    if (error instanceof Ended) return error;
  }
  throw new Error('It went on.');
}

describe('readCommandLine', () => {
  it('gives what is not given its default', () => {
    const values = { all: false, days: 7, kind: undefined, run: undefined, spec: ['specs'] };

    expect(read()).toEqual({ values, args: [], language: 'en' });
  });

  it('reads what is given', () => {
    const { values, args } = read('--all', '--days', '3', '--kind=b', '--spec', 'x', 'file', '--spec', 'y');

    expect(values).toEqual({ all: true, days: 3, kind: 'b', run: undefined, spec: ['x', 'y'] });
    expect(args).toEqual(['file']);
  });

  it.each([
    [['--al'], 'there is no option --al (did you mean --all?). See `npm run example -- --help`.\n'],
    [['-x'], 'there is no option -x. See `npm run example -- --help`.\n'],
    [['--days', '181'], "--days is '181': it has to be a whole number from 1 to 180. See "],
    [['--days', 'x'], "--days is 'x': it has to be a whole number from 1 to 180. See "],
    [['--kind', 'c'], "--kind is 'c': it has to be one of a, b. See "],
    [['--run'], '--run <id> needs a value. See '],
    [['one', 'two'], 'there are too many arguments. See '],
  ])('refuses %j with 2 and one line', (argv, text) => {
    const { status, printed } = endOf(argv);

    expect(status).toBe(2);
    expect(printed.startsWith(text)).toBe(true);
    expect(printed.trim()).not.toContain('\n');
  });

  it('says with --help what it does, its options, examples and exit statuses', () => {
    const { status, printed } = endOf(['--help']);

    expect(status).toBe(0);
    expect(printed).toMatch(/^Usage: npm run example -- \[options\] \[file\]\n\nEnglish words\n/);
    expect(printed).toMatch(
      /--days <n> +English words \(default: 7\)[^]*npm run example -- --days 3 +English words\n\nExit statuses:\n +0 +English words\n +2 +the command was called wrongly\n$/,
    );
  });

  it.each([
    { env: { LANG: 'zh_CN.UTF-8' }, isChinese: true },
    { env: { LANG: 'zh_CN.UTF-8', SUITE_LANG: 'en' }, isChinese: false },
    { env: { LANG: 'C', SUITE_LANG: 'zh' }, isChinese: true },
    { env: { LANG: 'de_DE' }, isChinese: false },
  ])('speaks the language of $env', ({ env, isChinese }) => {
    expect(endOf(['--help'], env).printed.includes('用法')).toBe(isChinese);
    expect(endOf(['--al'], env).printed.includes('没有 --al 这个选项')).toBe(isChinese);
  });

  it('puts no blank after a Chinese colon', () => {
    expect(endOf(['--help'], { SUITE_LANG: 'zh' }).printed).toMatch(/^用法：npm run example -- /);
  });

  it('refuses another language', () => {
    expect(endOf([], { SUITE_LANG: 'fr' })).toMatchObject({
      status: 2,
      printed: expect.stringMatching(/^SUITE_LANG is 'fr': it has to be one of en, zh\./) as string,
    });
  });

  it('passes on what another program is to know, in its order', () => {
    const { command, statuses } = about;
    const { args, values } = readCommandLine(
      { command, says, options, statuses, passesOn: true },
      ['a', '-t', 'x y', '--all', '--shard=1/3', 'b'],
      en,
    );

    expect({ args, all: values.all }).toEqual({ args: ['a', '-t', 'x y', '--shard=1/3', 'b'], all: true });
  });
});
