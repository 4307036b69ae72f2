import type { LifecycleRow } from '../../fixtures/blackboard/lifecycle.cases';
import { expectListed, expectTopTen, twoCategories, type Query } from './announcements';
import { expectReadable } from './readings';
import { coverMediaId, user } from './tenant';

/** The category field of a row; nothing where the row has none. */
export async function categoryFields(
  which: 'first' | 'second' | undefined,
): Promise<{ category_id?: string }> {
  return which === undefined ? {} : { category_id: (await twoCategories())[which] };
}

/** The cover field of a row; nothing where the row has none. */
export function coverFields(cover: true | undefined): { coverpic_mediaid?: string } {
  return cover === undefined ? {} : { coverpic_mediaid: coverMediaId() };
}

/** Expects the category filter of listids to show an announcement in its category and in no other. */
export async function expectCategory(id: string, query: Query, category: string | undefined): Promise<void> {
  for (const candidate of Object.values(await twoCategories())) {
    await expectListed(
      id,
      { ...query, category: candidate },
      candidate === category,
      `category ${candidate}`,
    );
  }
}

/** Expects an announcement to be listed in the category that a row put it in, and in no other; nothing where it put it in none. */
export async function expectPlace(which: LifecycleRow['category'], id: string, query: Query): Promise<void> {
  const { category_id: category } = await categoryFields(which);
  if (category !== undefined) await expectCategory(id, query, category);
}

/** Expects what is not simply sent to the user to reach them as the row says; what is was found in their top ten when it was new. */
export async function expectReach(
  { secret, topTen, to, given }: LifecycleRow,
  announcement: { id: string; title: string },
): Promise<void> {
  if (topTen === 'shown' && to.includes('user') && given.private_level === undefined) return;
  await expectReadable(announcement.id, user, secret !== true);
  await expectTopTen(user, announcement, topTen);
}

/** Expects a change to have left readers and outsiders as they were, where a row says who they are; the flow of lists looks at the rest. */
export async function expectStillReadable({ secret, given }: LifecycleRow, id: string): Promise<void> {
  if (secret === true || given.private_level !== undefined) await expectReadable(id, user, secret !== true);
}
