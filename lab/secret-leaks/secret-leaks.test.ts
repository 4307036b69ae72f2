import { searchAfter } from './run';
import { leaksIn } from './search';
import { spellings } from './spellings';

const secret = 'SEC"+/=&<密>\\control-of-the-search';

describe('The canary search', () => {
  it.each(spellings(secret))('finds a secret as $as', ({ text }) => {
    expect(leaksIn('a page', Buffer.from(`before ${text} after`), { it: secret })).toHaveLength(1);
  });

  it('finds a piece of a secret, also where colours divide it', () => {
    const printed = Buffer.from(`x \x1b[7m${secret.slice(0, 6)}\x1b[27m${secret.slice(6, 14)} y`);

    expect(leaksIn('a line', printed, { it: secret })).toEqual([{ place: 'a line', what: 'a piece of it' }]);
  });

  it('finds nothing of what a careless suite has thrown, printed and attached', async () => {
    const { leaks, files, printed } = await searchAfter({
      what: 'a suite that fails',
      command: ['test', '--runInBand'],
      suites: ['failing', 'passing'],
    });

    expect(printed).toContain('90 cases, 11 failed');
    expect(files).toBeGreaterThan(60);
    expect(leaks).toEqual([]);
  }, 240_000);

  it.each([
    { masks: '1', named: 0 },
    { masks: '0', named: 20 },
  ])(
    'finds that a suite names $named people or more where the masks are $masks',
    async ({ masks, named }) => {
      const { leaks, printed } = await searchAfter({
        what: 'a suite about people who are masked',
        command: ['test'],
        suites: ['people'],
        people: true,
        env: { SUITE_MASK_PEOPLE: masks },
      });
      const found = new Set(leaks.map(({ what }) => what));

      expect(printed).toContain('3 cases, 2 failed');
      expect(Math.min(found.size, 20)).toBe(named);
    },
    120_000,
  );
});
