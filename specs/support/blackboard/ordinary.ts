import type { Reply } from '../../../client/client';
import { nobodysId } from '../../../fixtures/requests';
import { listAnnouncementIds, listCategories } from '../../../schemas';
import { expectNoResult, saysSoItself } from '../generated';
import { shared } from '../shared';
import { api, skip, user } from '../tenant';

const { run } = globalThis.suite;

// Who manages announcements is let in by each of these, and somebody whom nobody knows is not: then not everybody is let in.
const userManages = shared('whether the ordinary user manages announcements', async () => {
  const categories = await api.send(listCategories, { operation_userid: user });
  if (categories.refused) return false;
  const query_request = { operation_userid: user, page: 1, page_size: 1 };
  const ids = await api.send(listAnnouncementIds, { query_request });
  if (ids.refused) return false;
  return (await api.send(listCategories, { operation_userid: nobodysId })).refused;
});

/**
 * Ends the case as skipped where the ordinary user of a live tenant was given what only an administrator of announcements may have, and is one:
 * no source tells who is, so it is what both lists for administrators say. Asks nothing where nobody was let in.
 */
export async function expectOrdinary(isLetIn: boolean): Promise<void> {
  if (isLetIn && run.target === 'live' && (await userManages()))
    skip('DINGTALK_USERID manages announcements: what is refused to others cannot be tried');
}

/**
 * Expects the service to refuse the ordinary user, who is no administrator of announcements.
 * @param spoil is called where it was accepted: what it was about is no longer what other cases expect.
 */
export async function expectRefusedToUser(reply: Reply<unknown>, spoil?: () => void): Promise<void> {
  if (!reply.refused) {
    spoil?.();
    saysSoItself();
  }
  await expectOrdinary(!reply.refused);
  expectNoResult(reply);
}
