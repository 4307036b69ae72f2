import { getTemplateByName, listTemplatesByUser } from '../../../schemas';
import type { ListTemplatesByUserResponse } from '../../../schemas/types';
import type { Template } from '../../../fixtures/report/report';
import { mustBeLookedAt } from '../../../client/lacking';
import { shared } from '../shared';
import { eventually } from '../eventually';
import { theTemplate } from './reports';
import { walk, type Page } from '../paging';
import { api, operator, skip, templateName, user } from '../tenant';

export type ListedTemplate = ListTemplatesByUserResponse['result']['template_list'][number];

const largest = 100;

/** One page of the templates that somebody sees, or of all where nobody is named. */
async function page(userid: string | undefined, offset: number, size: number): Promise<Page<ListedTemplate>> {
  const { result } = await api.must(listTemplatesByUser, { ...named(userid), offset, size });
  return { items: result.template_list, next: result.next_cursor };
}

/** Every template that somebody sees, or all where nobody is named. */
async function templates(userid?: string, size = largest): Promise<ListedTemplate[]> {
  return walk((offset) => page(userid, offset, size), { size });
}

const named = (userid: string | undefined): { userid?: string } => (userid === undefined ? {} : { userid });
const codesOf = (list: readonly ListedTemplate[]): string[] => list.map(({ report_code }) => report_code);

/** Every template that the user sees. */
export const templatesOfUser = shared('the list of the user', () => templates(user));

/** Expects the templates of everybody to hold those of each of our people, and to be the same whichever way they are asked for. */
export async function expectAllWithoutUser(): Promise<void> {
  await eventually('the list of all templates to hold what anybody sees', async () => {
    const visible = codesOf([...(await templatesOfUser()), ...(await templates(operator))]);
    const unpaged = codesOf((await api.must(listTemplatesByUser, {})).result.template_list);
    const whole = codesOf(await templates());
    const absent = (codes: readonly string[]): string[] => codes.filter((code) => !whole.includes(code));
    expect({ 'seen by somebody, but not among all': absent(visible), unpaged: absent(unpaged) }).toEqual({
      'seen by somebody, but not among all': [],
      unpaged: [],
    });
  });
}

/** Expects codes in the format of ids, which begins with a time in the past, and addresses that hold the code of their template. */
export function expectWellFormed(list: readonly ListedTemplate[]): void {
  const wrong = list.filter(
    ({ report_code: code, icon_url: icon, url, name }) =>
      !isPastId(code) || !URL.canParse(icon) || !URL.canParse(url) || !url.includes(code) || name === '',
  );
  expect({ 'not as documented': wrong }).toEqual({ 'not as documented': [] });
}

/** Whether an id is 32 lowercase hex characters of which the first 11 are a time up to now, with some minutes of grace for clocks that differ. */
function isPastId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id) && idTime(id) < Date.now() + 120_000 && idTime(id) > Date.UTC(2014, 0);
}

/** The epoch milliseconds that an id begins with. */
export const idTime = (id: string): number => Number.parseInt(id.slice(0, 11), 16);

/**
 * Up to three templates that the user sees and whose name no other has, the run's before all others: which of two is meant by one name,
 * nobody says.
 */
async function fetchable(): Promise<ListedTemplate[]> {
  const seen = await templatesOfUser();
  const unique = seen.filter(({ name }) => seen.filter((other) => other.name === name).length === 1);
  const isOurs = ({ name }: ListedTemplate): boolean => name === templateName;
  return [...unique.filter(isOurs), ...unique.filter((one) => !isOurs(one))].slice(0, 3);
}

/** A template as the list shows it and as it is found by its name; both as the user sees them. */
export interface Fetched {
  readonly listed: ListedTemplate;
  readonly result: Template & { readonly userid?: string };
}

/** Those of them that are fetchable, each found by its name. */
export const fetched = shared('the templates of the user', async (): Promise<Fetched[]> => {
  const found = (await fetchable()).map(async (listed) => {
    const request = { userid: user, template_name: listed.name };
    return { listed, result: (await api.must(getTemplateByName, request)).result };
  });
  return Promise.all(found);
});

/** Expects a template to be found by its name, under the same id and for the same user, with fields that differ in their sort. */
export function expectFetched({ listed: { name, report_code: code }, result }: Fetched): void {
  const sorts = result.fields.map(({ sort }) => sort);
  expect({
    name: result.name,
    id: result.id,
    userid: result.userid,
    'fields with a sort of their own': new Set(sorts).size,
  }).toEqual({ name, id: code, userid: user, 'fields with a sort of their own': sorts.length });
}

/** The run's template under the code that the list of the user shows; skips the case where somebody has hidden it. */
export async function templateByCode(): Promise<Template> {
  const listed = (await templatesOfUser()).find(({ name }) => name === templateName);
  const { report_code: id } = listed ?? skip(`the template ${templateName} is not in the list of the user`);
  const found = (await fetched()).find((one) => one.listed === listed);
  return { ...(found?.result ?? (await theTemplate())), id };
}

/** The run's template as somebody sees it. */
export async function templateOf(userid: string): Promise<Template> {
  return (await api.must(getTemplateByName, { userid, template_name: templateName })).result;
}

/**
 * Expects a name to find nothing, or another template that really has that name: a refusal, or a success without an id, for clients
 * guard against both.
 */
export async function expectNoTemplate(name: string, notThis: string): Promise<void> {
  const reply = await api.send(getTemplateByName, { userid: user, template_name: name });
  mustBeLookedAt(reply);
  const found = reply.refused || reply.body.result.id === '' ? undefined : reply.body.result.name;
  expect({ asked: name, found: found ?? name }).toEqual({ asked: name, found: name });
  expect(found).not.toBe(notThis);
}
