import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { playNight, type Told } from './fortnight';
import { fortnight } from './fortnight-nights';

const noReports = { jest: null, html: null, allure: null, junit: null };

describe('A fortnight', () => {
  const reportsDir = temporaryFolder();
  const told = new Map<string, Told | undefined>();
  beforeAll(async () => {
    const render = () => Promise.resolve({ agree: noReports, problems: [] });
    for (const night of fortnight) told.set(night.day, await playNight(reportsDir, night, render));
  });

  it.each(fortnight)('says on $day: $says.verdict', ({ day, says }) => {
    expect(unsaid(says, told.get(day))).toEqual([]);
    expect(verdictOf(told.get(day))).toBe(says.verdict);
  });

  it('keeps for programs what became of each cause and issue', () => {
    const summaryOf = (day: string): object | undefined => told.get(day)?.summary;

    expect(summaryOf('2026-11-21')).toMatchObject({
      totals: { failed: 2, known: 2 },
      causes: [{ id: '64b1ca39', nights: 4, knownIssue: { reason: 'ticket 7', owner: '王主管' } }],
    });
    expect(summaryOf('2026-11-23')).toMatchObject({
      knownIssues: [{ state: 'expired' }],
      unfinished: [{ run: 'n22', running: ['blackboard/delete R5: what was deleted is gone'] }],
    });
    expect(summaryOf('2026-11-26')).toMatchObject({ knownIssues: [{ state: 'fixed' }], failures: [] });
  });
});

type Says = (typeof fortnight)[number]['says'];

/** What a night should have said and did not. */
function unsaid(says: Says, night: Told | undefined): string[] {
  const places = ['terminal', 'chat', 'markdown'] as const;
  return places.flatMap((place) =>
    says[place]
      .filter((piece) => night?.[place].includes(piece) !== true)
      .map((piece) => `${place}: ${piece}`),
  );
}

const verdictOf = (night: Told | undefined): string =>
  night === undefined ? 'killed' : `${night.summary.verdict} ${night.summary.exitStatus}`;
