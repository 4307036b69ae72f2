import { parse } from 'dotenv';
import { settingsText } from './settings-text';

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
    expect(settingsText({ A: "it's" }, 'powershell')).toEqual(["$env:A = 'it''s'"]);
  });
});
