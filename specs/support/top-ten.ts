import { getBlackboard, listTopTen } from '../../schemas';
import { covers } from './coverage';
import { api, operator, skip } from './tenant';

/**
 * Expects what the user's top ten says of its announcements to be what can be read of them. Entries without an id are read by the
 * `bid` of their address; one that is deleted meanwhile is passed over.
 */
export async function expectListedAsRead(userid: string): Promise<void> {
  const { blackboard_list: list = [] } = await api.must(listTopTen, { userid });
  let compared = 0;
  for (const { id, title, gmt_create: created, categoryId: category, url } of list) {
    const bid = new URL(url).searchParams.get('bid') ?? '';
    const blackboardId = id ?? bid;
    const reply = await api.send(getBlackboard, { blackboardId, operationUserId: operator });
    if (reply.refused) continue;
    compared += 1;
    const { title: read, gmtCreate, categoryId } = reply.body;
    expect({ title, created, category: category ?? categoryId, bid }).toEqual({
      title: read,
      created: gmtCreate,
      category: categoryId,
      bid: blackboardId,
    });
    covers('blackboard/listtopten#blackboard_list[].url');
  }
  if (compared === 0) skip('the top ten of the user is empty');
}
