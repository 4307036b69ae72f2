import { readConfig } from './config';
import { misspelt } from './misspelt';

describe('A variable under almost its name', () => {
  it.each([
    { set: 'DINGTALK_APPKEY', meant: 'DINGTALK_APP_KEY' },
    { set: 'DINGTALK_APP_SECRETS', meant: 'DINGTALK_APP_SECRET' },
    { set: 'SUITE_PROFIL', meant: 'SUITE_PROFILE' },
    { set: 'suite_profile', meant: 'SUITE_PROFILE' },
  ])('is told: $set', ({ set, meant }) => {
    expect(misspelt({ [set]: 'x' }).map(({ en }) => en)).toEqual([
      `${set} is set, which nothing reads: ${meant} is meant, it seems.`,
    ]);
  });

  it.each([
    { what: 'where the right one is set as well', env: { SUITE_PROFIL: 'x', SUITE_PROFILE: 'full' } },
    {
      what: 'where it is for another program',
      env: { REPORT_DIR: 'x', DINGTALK_TOKEN: 'x', SUITE_LOCK_HOLDER: '1', SUITE_RUN: '{}' },
    },
    { what: 'where it is set to nothing', env: { SUITE_PROFIL: '' } },
  ])('is none $what', ({ env }) => {
    expect(misspelt(env)).toEqual([]);
  });

  it('is a problem of the configuration, and its value is not shown', () => {
    const read = (): unknown => readConfig({ DINGTALK_APP_SECRETS: 'hunter2' });

    expect(read).toThrow('DINGTALK_APP_SECRET is meant');
    expect(read).not.toThrow('hunter2');
  });
});
