import type { LifecycleRow } from '../../fixtures/blackboard/lifecycle.cases';
import { expectListed, twoCategories, type Query } from './announcements';
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

/** Expects an announcement to be listed in the category that a row moved it to, and not in the other one; nothing where it moved it to none. */
export async function expectPlace(
  which: LifecycleRow['changedCategory'],
  id: string,
  query: Query,
): Promise<void> {
  if (which === undefined) return;
  for (const [name, category] of Object.entries(await twoCategories()))
    await expectListed(id, { ...query, category }, name === which, `the ${name} category`);
}

/** Expects the ordinary user to be able, or not to be able, to read an announcement where a row says which. */
export async function expectReach({ userReads }: LifecycleRow, id: string): Promise<void> {
  if (userReads !== undefined) await expectReadable(id, user, userReads);
}
