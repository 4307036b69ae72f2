import type { Draft } from '../../../fixtures/blackboard/announcement';
import type { GetAnnouncementResponse } from '../../../schemas/types';
import type { LifecycleRow } from '../../../fixtures/blackboard/lifecycle.cases';
import { covers } from '../coverage';
import { expectListed, type Query } from './announcements';
import { expectReadable } from './readings';
import { firstCategories, twoCategories } from './categories';
import { coverMediaId, user } from '../tenant';

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

/** Expects an announcement to be listed in the category that it was moved to, and not in the other one; nothing where it was moved to none. */
export async function expectPlace({ category_id: moved }: Category, id: string, query: Query): Promise<void> {
  if (moved === undefined) return;
  for (const { id: category, name } of await firstCategories(2))
    await expectListed(id, { ...query, category }, category === moved, `the category ${name}`);
}

/** The part of a query that asks for a category; nothing where there is none. */
export const inCategory = ({ category_id: category }: Category): { category?: string } =>
  category === undefined ? {} : { category };

/** Expects an announcement not to be listed in the category that it has left; nothing where it has left none. */
export async function expectElsewhere(left: Category, id: string, query: Query): Promise<void> {
  if (left.category_id === undefined) return;
  await expectListed(id, { ...query, ...inCategory(left) }, false, 'the category that it has left');
}

/** Expects the ordinary user to be able, or not to be able, to read an announcement where a row says which. */
export async function expectReach({ userReads }: LifecycleRow, id: string): Promise<void> {
  if (userReads !== undefined) await expectReadable(id, user, userReads);
}

/** Expects the departments that an announcement shows not to be told by their numbers. */
export function expectEncrypted(
  { deptList: shown = [] }: GetAnnouncementResponse['result'],
  { deptid_list: numbers = [] }: Draft['blackboard_receiver'],
): void {
  const byNumber = shown.filter(({ dept_id: id }) => numbers.map(String).includes(id));
  expect({ 'told by their numbers': byNumber }).toEqual({ 'told by their numbers': [] });
}
