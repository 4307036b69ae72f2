import { againstKnown } from '../eventually';
import { commentedReports, peopleOf, receiversOf, relation, type Commented } from './people';
import { someReports } from './reports';
import { shared } from '../shared';
import { skip } from '../tenant';
import { unordered } from '../unordered';

/** A report and people who have to do with it. */
export interface WithPeople {
  readonly id: string;
  readonly people: readonly string[];
}

/** The id of a report of the last 179 days, whoever wrote it; skips the case where there is none. */
export async function someReport(): Promise<string> {
  return (await someReports())[0]?.report_id ?? skip('there is no report of the last 179 days');
}

/** The more commented of two reports; skips the case where nobody has commented. */
export async function theMostCommented(): Promise<Commented> {
  const found = [...(await commentedReports())];
  const [most] = found.sort((a, b) => b.comments.length - a.comments.length);
  return most ?? skip('nobody has commented on a report');
}

/** A report to more than ten people, of one on each template; the one to most of them where there is none. */
export const aCrowdedReport = shared('a report to more than ten people', async (): Promise<WithPeople> => {
  // What has the same template tends to go to the same people.
  const onePerTemplate = new Map(
    (await someReports()).map(({ template_name: name, report_id: id }) => [name, id]),
  );
  let most: WithPeople = { id: await someReport(), people: [] };
  for (const id of onePerTemplate.values()) {
    const people = await receiversOf(id);
    if (people.length > most.people.length) most = { id, people };
    if (people.length > 10) break;
  }
  return most;
});

const likedReport = shared('a report that somebody likes', async (): Promise<WithPeople | undefined> => {
  for (const { report_id: id } of (await someReports()).slice(0, 12)) {
    const people = await peopleOf(id, relation.likers);
    if (people.length > 0) return { id, people };
  }
  return undefined;
});

/** A report that people are related to in a way: one of twelve that somebody likes, or the most commented one for the others. */
export const aReportWithPeople = (type: 0 | 1 | 2): Promise<WithPeople> =>
  shared(`a report with people of type ${type}`, async () => {
    const liked = type === relation.likers ? await likedReport() : undefined;
    if (liked) return liked;
    const { id } = await theMostCommented();
    return { id, people: await peopleOf(id, type) };
  })();

/** Expects a page for which neither offset nor size was said to be the first one of the documented size. */
export async function expectDefaults<Item extends object | string>(
  page: { bare: () => Promise<readonly Item[] | undefined>; size: number },
  list: { known: readonly Item[]; read: () => Promise<readonly Item[]> },
): Promise<void> {
  await againstKnown('a page of the default size', list, async (known) => {
    const found = (await page.bare()) ?? [];
    expect({ size: page.size, first: unordered(found) }).toEqual({
      size: page.size,
      first: unordered(known.slice(0, page.size)),
    });
  });
}
