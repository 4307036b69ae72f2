import { parse } from 'dotenv';
import { startEmulator, type Emulator } from '../../emulator/server';
import { environmentOf } from '../testing/use-tenant';
import { askSettings, withSettings, type Prompts } from './init';

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
  };
  return { prompts, heard };
}

describe('askSettings', () => {
  let emulator: Emulator;
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
    });
    expect(heard[1]).toContain(emulator.templateName);
    expect(heard.join('\n')).not.toContain(emulator.app.appSecret);
  });

  it('says what is wrong with a secret, and asks again', async () => {
    const { prompts, heard } = somebody([
      ...answersOn(emulator, 'wrong'),
      'answer again',
      ...answersOn(emulator),
    ]);

    expect(await askSettings(prompts, environmentOf(emulator), 'en')).toBeUndefined();
    expect(heard.join('\n')).toMatch(/credentials were refused|40096/);
    expect(heard.filter((text) => text.includes('answer again'))).toHaveLength(2);
  });
});

describe('withSettings', () => {
  it('writes into the lines that are there, commented out or not, and keeps the rest', () => {
    const text = withSettings('# why\nDINGTALK_APP_KEY=\n# DINGTALK_DEPT_ID=\nSUITE_PROFILE=smoke', {
      ...{ DINGTALK_APP_KEY: 'ding7', DINGTALK_DEPT_ID: '5', DINGTALK_TEMPLATE_NAME: '周报 # 1' },
    });

    expect(text.startsWith('# why\nDINGTALK_APP_KEY=ding7\nDINGTALK_DEPT_ID=5\nSUITE_PROFILE=smoke\n')).toBe(
      true,
    );
    expect(parse(text)).toMatchObject({ DINGTALK_TEMPLATE_NAME: '周报 # 1', SUITE_PROFILE: 'smoke' });
  });
});
