import { listCategories } from '../../../schemas';
import type { GetBlackboardResponse, ListCategoriesResponse } from '../../../schemas/types';
import { expectMembers } from '../members';
import { api, operator, skip } from '../tenant';
import { bodyOf } from '../permitted';
import { shared } from '../shared';

type Category = ListCategoriesResponse['result'][number];

/** The categories of the tenant; skips the case where there are none, not even the built-in ones. */
export async function categories(): Promise<Category[]> {
  const { result } = bodyOf(listCategories, (await categoriesAnswer()).reply);
  return result.length > 0
    ? result
    : skip('the tenant has no announcement categories, not even the built-in ones');
}

/** How the categories are listed. */
export const categoriesAnswer = shared('the categories', async () => {
  const request = { operation_userid: operator };
  return { request, reply: await api.send(listCategories, request) };
});

/** The first of the tenant's categories, as many as are asked for; fewer where there are fewer, or where it does not say. */
export async function firstCategories(count: number): Promise<Category[]> {
  const { reply } = await categoriesAnswer();
  return reply.refused ? [] : reply.body.result.slice(0, count);
}

/** Expects categories with ids of 32 lowercase hex characters, each once, and with a name. */
export function expectWellFormed(list: readonly Category[]): void {
  const ids = list.map(({ id }) => id);
  const wrong = list.filter(
    ({ id, name }, index) => !/^[0-9a-f]{32}$/.test(id) || ids.indexOf(id) !== index || name.trim() === '',
  );
  expect({ categories: list.length, 'not as documented': wrong }).toEqual({
    categories: list.length,
    'not as documented': [],
  });
}

/** Two categories of the tenant; skips the case where there are fewer. */
export async function twoCategories(): Promise<{ first: string; second: string }> {
  const [first, second] = await categories();
  return first && second
    ? { first: first.id, second: second.id }
    : skip('the tenant has fewer than two announcement categories');
}

/** A category of the tenant; skips the case where there is none. */
export async function aCategory(): Promise<Category> {
  const [first] = await categories();
  return first ?? skip('the tenant has no announcement category');
}

/** Expects an announcement to show its category, and the name of it. */
export function expectCategoryShown(
  { categoryId, categoryName }: GetBlackboardResponse,
  { id, name }: Category,
): void {
  expectMembers(
    'blackboard/get-blackboard',
    { categoryId, categoryName },
    { categoryId: id, categoryName: name },
  );
}
