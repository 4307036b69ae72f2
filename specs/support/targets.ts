import { deleteAnnouncement, updateAnnouncement } from '../../schemas';
import { anAnnouncement, type Change } from '../../fixtures/blackboard/announcement';
import { expectListed, publish, secondOf } from './announcements';
import { creationTime, read, type Reading } from './readings';
import { api, aTag, operator, receivers } from './tenant';

/** An announcement that a case may change or delete, and how it read when it was new. */
export interface Target {
  readonly id: string;
  readonly tag: string;
  readonly before: readonly Reading[];
}

/** Publishes an announcement with an author for the ordinary user; it is removed when the case ends. */
export async function aTarget(): Promise<Target> {
  const tag = aTag();
  const addressed = receivers(['user']);
  const id = await publish(anAnnouncement({ operator, receivers: addressed, tag }, { author: '杨晓' }));
  return { id, tag, before: await read(id) };
}

/** Expects an announcement to read as it did, also when it was changed, and to be listed where it was. */
export async function expectUntouched({ id, before }: Target): Promise<void> {
  expect(await read(id)).toEqual(before);
  await expectListed(id, secondOf(creationTime(before)), true, 'what nobody may have touched');
}

/** Sends a change that has to be refused, by whoever it says. */
export async function expectRefusedChange(change: Change): Promise<void> {
  const reply = await api.send(updateAnnouncement, { update_request: change });
  expect(reply).toBeRefused();
}

/** Deletes what may not be there: that is refused, or answered with result false, for the docs do not say which. */
export async function expectNothingDeleted(id: string): Promise<void> {
  const reply = await api.send(deleteAnnouncement, { blackboard_id: id, operation_userid: operator });
  const outcome = reply.refused ? 'refused' : reply.body.result ? 'deleted' : 'not deleted';
  expect({ id, outcome: outcome === 'deleted' }).toEqual({ id, outcome: false });
}
