import { readPlanning } from './config';

describe('The month', () => {
  it.each([
    {
      env: { SUITE_MONTHLY_QUOTA: '10000', SUITE_MONTHLY_USED: '1234' },
      month: { quota: 10000, used: 1234 },
    },
    { env: { SUITE_MONTHLY_USED: '0' }, month: { quota: 5000, used: 0 } },
  ])('has the calls of $month', ({ env, month }) => {
    expect(readPlanning(env).month).toEqual(month);
  });

  it('has to be given in whole numbers', () => {
    expect(() => readPlanning({ SUITE_MONTHLY_QUOTA: '0', SUITE_MONTHLY_USED: '-1' })).toThrow(
      /SUITE_MONTHLY_QUOTA is '0'.*\n.*SUITE_MONTHLY_USED is '-1'/,
    );
  });
});
