import { readConfig, readPlanning } from './config';
import { unlimited } from './edition';

const before = { SUITE_NIGHT: '2026-10-20' };
const after = { SUITE_NIGHT: '2026-10-21' };

describe('The month', () => {
  it.each([
    {
      env: { SUITE_MONTHLY_QUOTA: '200000', SUITE_MONTHLY_USED: '1234', DINGTALK_EDITION: 'ai' },
      month: { quota: 200_000, used: 1234, isSet: true },
    },
    { env: { ...before, SUITE_MONTHLY_USED: '0' }, month: { quota: 5000, used: 0 } },
    { env: after, month: { quota: 10_000, used: 0 } },
    { env: { ...after, DINGTALK_EDITION: 'standard' }, month: { quota: 10_000, used: 0 } },
    { env: { ...before, DINGTALK_EDITION: 'ai' }, month: { quota: unlimited, used: 0 } },
  ])('has the calls of $month', ({ env, month }) => {
    expect(readPlanning(env).month).toEqual(month);
  });

  it('has to be given in whole numbers', () => {
    expect(() => readPlanning({ SUITE_MONTHLY_QUOTA: '0', SUITE_MONTHLY_USED: '-1' })).toThrow(
      /SUITE_MONTHLY_QUOTA is '0'.*\n.*SUITE_MONTHLY_USED is '-1'/,
    );
  });
});

describe('The rate', () => {
  it.each([
    { env: {}, maxRate: 20 },
    { env: { DINGTALK_EDITION: 'ai' }, maxRate: 60 },
    { env: { DINGTALK_EDITION: 'ai', SUITE_MAX_RATE: '5' }, maxRate: 5 },
  ])('is $maxRate a second with $env', ({ env, maxRate }) => {
    expect(readConfig(env).maxRate).toBe(maxRate);
  });

  it('follows no edition that there is not', () => {
    expect(() => readConfig({ DINGTALK_EDITION: 'pro' })).toThrow(
      "DINGTALK_EDITION is 'pro': it has to be one of standard, ai.",
    );
  });
});
