import { startEmulator, type Emulator } from '../../emulator/server';
import { englishIn } from '../testing/english';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import * as tenant from '../testing/use-tenant';
import { askSettings, type Prompts } from './init';

/** Somebody who answers in this order and keeps what was said and offered. */
function somebody(answers: readonly string[]) {
  const rest = [...answers];
  const heard: string[] = [];
  const next = (): Promise<string> => Promise.resolve(rest.shift() ?? 'stop, and write nothing');
  const prompts: Prompts = {
    text: next,
    secret: next,
    choose: (_question, among) => {
      heard.push(among.join(' | '));
      return next();
    },
    say: (text) => heard.push(text),
    wait: (_text, work) => work,
  };
  return { prompts, heard };
}

describe('askSettings', () => {
  let emulator: Emulator;
  const reports = temporaryFolder();
  const environmentOf = (one: Emulator) => ({ ...tenant.environmentOf(one), REPORTS_DIR: reports });
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  const answersOn = ({ app, people, templateName }: Emulator, secret = app.appSecret): string[] => [
    ...[app.appKey, secret, people.operator, people.user],
    ...[templateName, ''],
  ];

  it('offers the templates of the user, tries everything, and gives the settings back', async () => {
    const { prompts, heard } = somebody([...answersOn(emulator), 'write .env']);

    const settings = await askSettings(prompts, environmentOf(emulator), 'en');

    expect(settings).toEqual({
      DINGTALK_APP_KEY: emulator.app.appKey,
      DINGTALK_APP_SECRET: emulator.app.appSecret,
      DINGTALK_OPERATOR_USERID: emulator.people.operator,
      DINGTALK_USERID: emulator.people.user,
      DINGTALK_TEMPLATE_NAME: emulator.templateName,
      DINGTALK_DEPT_ID: String(emulator.deptId),
    });
    expect(heard[2]).toContain(emulator.templateName);
    expect(heard.join('\n')).not.toContain(emulator.app.appSecret);
  });

  it('says what is wrong with a secret, and asks for the app again before anything else', async () => {
    const { prompts, heard } = somebody([
      emulator.app.appKey,
      'wrong',
      'answer again',
      ...answersOn(emulator),
    ]);

    expect(await askSettings(prompts, environmentOf(emulator), 'en')).toBeUndefined();
    expect(heard[2]).toMatch(/^\[FIX\] +credentials .*40096/);
    expect(heard[3]).toBe('answer again | go on nevertheless | stop, and write nothing');
  });

  it('says that in Chinese, too, and lets the user go on', async () => {
    const answers = [emulator.app.appKey, 'wrong', '仍然继续', ...answersOn(emulator).slice(2), '写入 .env'];
    const { prompts, heard } = somebody(answers);

    const settings = await askSettings(prompts, environmentOf(emulator), 'zh');

    expect(settings).toMatchObject({ DINGTALK_APP_SECRET: 'wrong' });
    expect(englishIn(heard.join('\n'))).toEqual([]);
  });

  it('says where the calls go before it asks for anything', async () => {
    const { prompts, heard } = somebody(['', '', 'stop, and write nothing']);

    await askSettings(prompts, { ...environmentOf(emulator), DINGTALK_APP_SECRET: '' }, 'en');

    expect(heard[1]).toContain(`The calls go to ${emulator.url} and ${emulator.url}.`);
  });

  it('keeps what is there where nothing is answered, and empties nothing', async () => {
    const { prompts, heard } = somebody(['', '', '', '', emulator.templateName, '', 'write .env']);
    const base = { ...environmentOf(emulator), DINGTALK_DEPT_ID: '421100045' };

    const settings = await askSettings(prompts, base, 'en');

    expect(settings).toMatchObject({
      DINGTALK_APP_SECRET: emulator.app.appSecret,
      DINGTALK_DEPT_ID: '421100045',
    });
    expect(JSON.stringify(settings)).not.toContain('""');
    expect(heard.at(-1)).toMatch(/^write \.env/);
  });

  it('offers to answer again first while something is missing', async () => {
    const { prompts, heard } = somebody(['', '', '', '', '', '', 'stop, and write nothing']);
    const base = { ...environmentOf(emulator), DINGTALK_USERID: '' };

    expect(await askSettings(prompts, base, 'en')).toBeUndefined();
    expect(heard.at(-1)).toMatch(/^answer again/);
  });

  it('takes the department away where a dash is answered', async () => {
    const { prompts } = somebody([...answersOn(emulator).slice(0, 5), '-', 'write .env']);

    expect(await askSettings(prompts, environmentOf(emulator), 'en')).toMatchObject({ DINGTALK_DEPT_ID: '' });
  });
});
