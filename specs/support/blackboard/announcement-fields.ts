import type { Draft } from '../../../fixtures/blackboard/announcement';
import type { GetAnnouncementResponse } from '../../../schemas/types';
import { covers } from '../coverage';
import { expectListed, type Query } from './announcements';
import { firstCategories, twoCategories } from './categories';
import { coverMediaId } from '../tenant';

/** The category field of a row; nothing where the row has none. */
export async function categoryFields(
  which: 'first' | 'second' | undefined,
): Promise<{ category_id?: string }> {
  return which === undefined ? {} : { category_id: (await twoCategories())[which] };
}

/** The category fields of a move to another category and back; empty where the tenant has fewer than two. */
export async function thereAndBack(): Promise<readonly [Category, Category, Category]> {
  const [first, second] = await firstCategories(2);
  if (!first || !second) return [{}, {}, {}];
  covers('blackboard/update?update_request.category_id');
  return [{ category_id: first.id }, { category_id: second.id }, { category_id: first.id }];
}

interface Category {
  readonly category_id?: string;
}

/** The cover field of a row; nothing where the row has none. */
export function coverFields(cover: true | undefined): { coverpic_mediaid?: string } {
  return cover === undefined ? {} : { coverpic_mediaid: coverMediaId() };
}

/** The part of a query that asks for a category; nothing where there is none. */
export const inCategory = ({ category_id: category }: Category): { category?: string } =>
  category === undefined ? {} : { category };

/** Expects an announcement to be listed in a category, or not to be; nothing where it is none. */
export async function expectInCategory(
  category: Category,
  id: string,
  query: Query,
  { isIn, what }: { isIn: boolean; what: string },
): Promise<void> {
  if (category.category_id === undefined) return;
  await expectListed(id, { ...query, ...inCategory(category) }, isIn, what);
}

/** Expects the departments that an announcement shows not to be told by their numbers. */
export function expectEncrypted(
  { deptList: shown = [] }: GetAnnouncementResponse['result'],
  { deptid_list: numbers = [] }: Draft['blackboard_receiver'],
): void {
  const byNumber = shown.filter(({ dept_id: id }) => numbers.map(String).includes(id));
  expect({ 'told by their numbers': byNumber }).toEqual({ 'told by their numbers': [] });
}
