import { parse } from 'dotenv';
import { settingsText, withSettings } from './settings-text';

const settings = { DINGTALK_OAPI_URL: 'http://127.0.0.1:7001', DINGTALK_TEMPLATE_NAME: '日报 #1' };

describe('settingsText', () => {
  it.each([
    ['bash', ['export DINGTALK_OAPI_URL=http://127.0.0.1:7001', "export DINGTALK_TEMPLATE_NAME='日报 #1'"]],
    [
      'powershell',
      ["$env:DINGTALK_OAPI_URL = 'http://127.0.0.1:7001'", "$env:DINGTALK_TEMPLATE_NAME = '日报 #1'"],
    ],
  ] as const)('is what %s takes', (format, lines) => {
    expect(settingsText(settings, format)).toEqual(lines);
  });

  it('is what .env takes', () => {
    expect(parse(settingsText(settings, 'env').join('\n'))).toEqual(settings);
  });

  it('keeps an apostrophe', () => {
    expect(settingsText({ A: "it's" }, 'bash')).toEqual([String.raw`export A='it'\''s'`]);
    expect(parse(settingsText({ A: "it's #1" }, 'env').join('\n'))).toEqual({ A: "it's #1" });
    expect(settingsText({ A: "it's" }, 'powershell')).toEqual(["$env:A = 'it''s'"]);
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
