import { getBlackboard, listTopTen } from '../../../schemas';
import type { ListTopTenResponse } from '../../../schemas/types';
import { covers } from '../coverage';
import { againstKnown, eventually } from '../eventually';
import { fact, inferred } from '../evidence';
import { isLacking } from '../../../client/lacking';
import { api, operator, skip } from '../tenant';
import { expectTopTen } from './announcements';

/** An announcement as the top ten lists it. */
export type TopTenEntry = NonNullable<ListTopTenResponse['blackboard_list']>[number];

/**
 * Expects what the user's top ten says of its announcements to be what can be read of them; entries without an id are passed over. One that
 * cannot be read, since it was deleted meanwhile, has to be off the list by then. Others may change theirs between the two, so it may take
 * a second look.
 * @param known the top ten as somebody has just seen it.
 * @param only the id of the one that is looked at; the first two where it is absent.
 */
export async function expectListedAsRead(
  userid: string,
  known: readonly TopTenEntry[],
  only?: string,
): Promise<void> {
  const ten = { known, read: () => topTenOf(userid) };
  const { looked, compared } = await againstKnown('the top ten to say what can be read', ten, async (all) => {
    const list = all.filter(({ id }) => id !== undefined);
    const some = only === undefined ? list.slice(0, 2) : list.filter((entry) => idOf(entry) === only);
    return { looked: some, compared: await Promise.all(some.map(isAsRead)) };
  });
  const gone = looked.filter((_, place) => compared[place] === 'gone').map(idOf);
  if (gone.length > 0) await expectOff(gone, userid);
  if (!compared.includes('shown'))
    skip('the top ten of the user shows no announcement with an id that could be read');
}

/** Expects the user's top ten to show an announcement, and to say of it what can be read, where it shows its id. */
export async function expectOnTop(
  userid: string,
  announcement: { readonly id: string; readonly title: string },
): Promise<void> {
  const list = await expectTopTen(userid, announcement, 'shown');
  const isNamed = list.some(({ id }) => id === announcement.id);
  if (isNamed) await expectListedAsRead(userid, list, announcement.id);
}

async function topTenOf(userid: string): Promise<TopTenEntry[]> {
  return (await api.must(listTopTen, { userid })).blackboard_list ?? [];
}

async function expectOff(ids: readonly string[], userid: string): Promise<void> {
  await eventually('the top ten to be without what cannot be read', async () => {
    const listed = (await topTenOf(userid)).map(idOf);
    const still = ids.filter((id) => listed.includes(id));
    expect({ 'listed, but not to be read': still }).toEqual({ 'listed, but not to be read': [] });
  });
}

async function isAsRead(entry: TopTenEntry): Promise<'shown' | 'gone' | 'closed'> {
  const { title, gmt_create: created, categoryId: category } = entry;
  const reply = await api.send(getBlackboard, { blackboardId: idOf(entry), operationUserId: operator });
  if (reply.refused) return isLacking(reply.code) ? 'closed' : 'gone';
  const { title: read, gmtCreate, categoryId } = reply.body;
  expect({ title, created, category: category ?? categoryId }).toEqual({
    title: read,
    created: gmtCreate,
    category: categoryId ?? category,
  });
  fact(inferred(listTopTen.id, 'the address holds the id as its bid'), () => {
    expect({ bid: bidOf(entry) }).toEqual({ bid: idOf(entry) });
  });
  covers('blackboard/listtopten#blackboard_list[].url');
  return 'shown';
}

const bidOf = ({ url }: TopTenEntry): string =>
  (URL.canParse(url) ? new URL(url).searchParams.get('bid') : '') ?? '';
const idOf = ({ id = '' }: TopTenEntry): string => id;
