import { readPlanning } from './config';

describe('What a run takes', () => {
  it.each([
    { profile: 'smoke', budget: 40 },
    { profile: 'nightly', budget: 120 },
    { profile: 'full', budget: Number.MAX_SAFE_INTEGER },
  ])('is bounded by $budget counted calls for $profile', ({ profile, budget }) => {
    expect(readPlanning({ SUITE_PROFILE: profile })).toMatchObject({ profile, budget });
  });

  it.each([
    { target: 'emulator', profile: 'full', asksFirst: false },
    { target: ' live ', profile: 'nightly', asksFirst: true },
  ])('is $profile where the target is $target and nothing else is asked for', ({ target, ...usual }) => {
    expect(readPlanning({ DINGTALK_TARGET: target })).toMatchObject(usual);
  });

  it('is chosen by the night that is named', () => {
    expect(readPlanning({ SUITE_NIGHT: '2026-11-22', SUITE_BUDGET: '60' })).toMatchObject({
      night: '2026-11-22',
      budget: 60,
    });
  });

  it.each(['yesterday', '2026-13-01', '22.11.2026', '2026-11-22T20:00', '+002026-11-22'])(
    'is not chosen by %s, which is no date',
    (night) => {
      expect(() => readPlanning({ SUITE_NIGHT: night })).toThrow('SUITE_NIGHT');
    },
  );
});
