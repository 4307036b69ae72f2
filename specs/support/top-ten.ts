import { getBlackboard, listTopTen } from '../../schemas';
import type { ListTopTenResponse } from '../../schemas/types';
import { covers } from './coverage';
import { api, operator, skip } from './tenant';

type Entry = NonNullable<ListTopTenResponse['blackboard_list']>[number];

/**
 * Expects what the user's top ten says of its announcements to be what can be read of them. Entries without an id are read by the
 * `bid` of their address; one that is deleted meanwhile is passed over.
 * @param only the id of the one that is looked at; the first three where it is absent.
 */
export async function expectListedAsRead(userid: string, only?: string): Promise<void> {
  const { blackboard_list: list = [] } = await api.must(listTopTen, { userid });
  const looked = only === undefined ? list.slice(0, 3) : list.filter((entry) => idOf(entry) === only);
  const compared = await Promise.all(looked.map(isAsRead));
  if (!compared.includes(true)) skip('the top ten of the user is empty, or others have displaced ours');
}

async function isAsRead(entry: Entry): Promise<boolean> {
  const { title, gmt_create: created, categoryId: category } = entry;
  const reply = await api.send(getBlackboard, { blackboardId: idOf(entry), operationUserId: operator });
  if (reply.refused) return false;
  const { title: read, gmtCreate, categoryId } = reply.body;
  expect({ title, created, category: category ?? categoryId, bid: bidOf(entry) }).toEqual({
    title: read,
    created: gmtCreate,
    category: categoryId,
    bid: idOf(entry),
  });
  covers('blackboard/listtopten#blackboard_list[].url');
  return true;
}

const bidOf = ({ url }: Entry): string => new URL(url).searchParams.get('bid') ?? '';
const idOf = (entry: Entry): string => entry.id ?? bidOf(entry);
