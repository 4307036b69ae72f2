import type { Reply } from '../../../client/client';
import { managesAnnouncements } from '../../../fixtures/blackboard/managing';
import { expectNoResult, saysSoItself } from '../generated';
import { shared } from '../shared';
import { api, skip, user } from '../tenant';

const { run } = globalThis.suite;

const userManages = shared('whether the ordinary user manages announcements', () =>
  managesAnnouncements(user, async (endpoint, request) => !(await api.send(endpoint, request)).refused),
);

/**
 * Ends the case as skipped where the ordinary user of a live tenant was given what only an administrator of announcements may have, and is one.
 * Asks nothing where the user was not let in.
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
