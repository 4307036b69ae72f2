import { deleteAnnouncement, updateAnnouncement } from '../../../schemas';
import { aChange, anAnnouncement } from '../../../fixtures/blackboard/announcement';
import { fact, inferred } from '../evidence';
import { expectRefusedToUser } from './ordinary';
import { mustBeLookedAt } from '../../../client/lacking';
import { shared } from '../shared';
import { publish, wasDeleted } from './announcements';
import { readOnce, type Reading } from './readings';
import { api, aTag, operator, receivers, user } from '../tenant';

/** An announcement that a case may change or delete, and how it read when it was new. */
export interface Target {
  readonly id: string;
  readonly tag: string;
  readonly before: readonly Reading[];
}

/** Publishes an announcement for the ordinary user; it is removed when the case ends. */
async function aTarget(): Promise<Target> {
  const tag = aTag();
  const draft = { operator, receivers: receivers(['user']), tag };
  const id = await publish(anAnnouncement(draft, { author: '杨晓' }));
  return { id, tag, before: await readOnce(id) };
}

/** An announcement that the cases of the file may look at, or try in vain to change or delete. */
export const theTarget = shared('the announcement that nothing may change', aTarget);

const givenUp = new Set<string>();

/** Whether somebody has said so: then what it reads like is not laid at the door of others. */
export const isSpoilt = ({ id }: Target): boolean => givenUp.has(id);

/** Says that an announcement was changed: who looks at it from now on gets a new one. */
export const spoil = ({ id }: Target): void => {
  givenUp.add(id);
  theTarget.spoil();
};

/** Lets the ordinary user, who is no administrator, try to change and to delete an announcement. */
export async function expectClosedToUser(id: string, tag: string): Promise<void> {
  const change = aChange({ operator: user, id, tag }, { content: '别人的更正' });
  await expectRefusedToUser(await api.send(updateAnnouncement, { update_request: change }));
  const deletion = await api.send(deleteAnnouncement, { blackboard_id: id, operation_userid: user });
  await expectRefusedToUser(deletion, () => {
    wasDeleted(id);
  });
}

/** Deletes what may not be there: that is refused, or answered with result false, for the docs do not say which. */
export async function expectNothingDeleted(id: string): Promise<void> {
  const reply = await api.send(deleteAnnouncement, { blackboard_id: id, operation_userid: operator });
  mustBeLookedAt(reply);
  const outcome = reply.refused ? 'refused' : reply.body.result ? 'deleted' : 'not deleted';
  fact(
    inferred(
      deleteAnnouncement.id,
      'the deletion of what is not there is refused, or answered with result false',
    ),
    () => {
      expect({ outcome: outcome === 'deleted' ? outcome : 'not deleted' }).toEqual({
        outcome: 'not deleted',
      });
    },
  );
}
