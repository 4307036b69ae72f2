import { expectListed, twoCategories, type Query } from './announcements';
import { coverMediaId } from './tenant';

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
