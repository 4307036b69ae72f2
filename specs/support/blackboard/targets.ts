import { deleteAnnouncement, updateAnnouncement } from '../../../schemas';
import { aChange, anAnnouncement, type Change } from '../../../fixtures/blackboard/announcement';
import type { Endpoint } from '../../../schemas/endpoint';
import type { RefusedRow } from '../../../fixtures/generated';
import { fact } from '../evidence';
import { expectNoResult, expectRefused } from '../generated';
import { textsOf } from './generations';
import { mustBeLookedAt } from '../../../client/lacking';
import { shared } from '../shared';
import { publish } from './announcements';
import { expectSameReadings, read, type Reading } from './readings';
import { api, aTag, operator, receivers, user } from '../tenant';

/** An announcement that a case may change or delete, and how it read when it was new. */
export interface Target {
  readonly id: string;
  readonly tag: string;
  readonly before: readonly Reading[];
}

/** The id of a new announcement for the ordinary user; it is removed when the case ends. */
export const published = (): Promise<string> =>
  publish(anAnnouncement({ operator, receivers: receivers(['user']), tag: aTag() }));

/** Publishes an announcement with an author for the ordinary user; it is removed when the case ends. */
export async function aTarget(): Promise<Target> {
  const tag = aTag();
  const addressed = receivers(['user']);
  const id = await publish(anAnnouncement({ operator, receivers: addressed, tag }, { author: '杨晓' }));
  return { id, tag, before: await read(id) };
}

/** An announcement that the cases of the file may look at, or try in vain to change or delete. */
export const theTarget = shared('the announcement that nothing may change', aTarget);

/**
 * Does something with the announcement that all cases of the file may look at. Another of them may change it meanwhile, where its request was
 * accepted that had to be refused; then it is given up, and this is done once more with an announcement of its own.
 */
export async function onTarget(act: (target: Target) => Promise<void>): Promise<void> {
  const target = await theTarget();
  try {
    await act(target);
  } catch (error) {
    if (await isUntouched(target)) throw error;
    theTarget.spoil();
    await act(await aTarget());
  }
}

async function isUntouched(target: Target): Promise<boolean> {
  return expectUntouched(target).then(
    () => true,
    () => false,
  );
}

/** Expects a derived request about an announcement to be refused, and to change none of its texts. */
export async function expectRefusedInVain(
  endpoint: Endpoint,
  rowFor: (target: Target) => RefusedRow,
): Promise<void> {
  await onTarget((target) =>
    expectRefused(endpoint, rowFor(target), { spoils: theTarget, unchanged: () => expectSameTexts(target) }),
  );
}

/** Expects an announcement to show the texts that it had: in one call, for cases that are rows of many. */
export async function expectSameTexts({ id, before: [first] }: Target): Promise<void> {
  const texts = await textsOf(id);
  expect({ title: texts?.title, content: texts?.content }).toEqual({
    title: first?.title,
    content: first?.content,
  });
}

/** Expects an announcement to read as it did, also when it was changed. */
export async function expectUntouched({ id, before }: Target): Promise<void> {
  expectSameReadings(await read(id), before);
}

/** Lets the ordinary user, who is no administrator, try to change and to delete an announcement. */
export async function expectRefusedToUser(id: string, tag: string): Promise<void> {
  const change = aChange({ operator: user, id, tag }, { content: '别人的更正' });
  expectNoResult(await api.send(updateAnnouncement, { update_request: change }));
  expectNoResult(await api.send(deleteAnnouncement, { blackboard_id: id, operation_userid: user }));
}

/** Sends a change of what is not there, and expects it to be refused. */
export async function expectRefusedChange(change: Change): Promise<void> {
  const reply = await api.send(updateAnnouncement, { update_request: change });
  fact(
    { endpoint: updateAnnouncement.id, says: 'an unknown blackboard_id is refused', source: 'inferred' },
    () => {
      expect(reply).toBeRefused();
    },
  );
}

/** Sends a change without one of the texts, and expects it to be refused; what accepted it has changed the target. */
export async function expectRefusedWithout(
  name: 'title' | 'content',
  request: object,
  target: Target,
): Promise<void> {
  const endpoint: Endpoint = updateAnnouncement;
  const reply = await api.send(endpoint, request);
  if (!reply.refused) theTarget.spoil();
  fact({ endpoint: endpoint.id, says: `a change without ${name} is refused`, source: 'inferred' }, () => {
    expect(reply).toBeRefused();
  });
  if (reply.refused) await expectSameTexts(target);
}

/** Deletes what may not be there: that is refused, or answered with result false, for the docs do not say which. */
export async function expectNothingDeleted(id: string): Promise<void> {
  const reply = await api.send(deleteAnnouncement, { blackboard_id: id, operation_userid: operator });
  mustBeLookedAt(reply);
  const outcome = reply.refused ? 'refused' : reply.body.result ? 'deleted' : 'not deleted';
  const says = 'the deletion of what is not there is refused, or answered with result false';
  fact({ endpoint: deleteAnnouncement.id, says, source: 'inferred' }, () => {
    expect({ outcome: outcome === 'deleted' ? outcome : 'not deleted' }).toEqual({ outcome: 'not deleted' });
  });
}
