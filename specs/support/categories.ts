import { listCategories } from '../../schemas';
import type { ListCategoriesResponse } from '../../schemas/types';
import { api, operator } from './tenant';

type Category = ListCategoriesResponse['result'][number];

/** The categories of the tenant. */
export async function categories(): Promise<Category[]> {
  return (await api.must(listCategories, { operation_userid: operator })).result;
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
