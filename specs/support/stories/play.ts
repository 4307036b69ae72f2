import { createAnnouncement, deleteAnnouncement, updateAnnouncement } from '../../../schemas';
import { aChange, anAnnouncement, type Draft } from '../../../fixtures/blackboard/announcement';
import { creationTime, publish, wasDeleted, withdraw } from '../blackboard/announcements';
import { covers } from '../coverage';
import { read } from '../blackboard/readings';
import { removeUnwanted } from '../blackboard/unwanted';
import { expectNothingDeleted } from '../blackboard/targets';
import { api, aTag, receivers } from '../tenant';
import { expectList, expectRead, expectTen, places, userids, type World } from './readings';
import { expectOrdinary, expectRefusedToUser } from '../blackboard/ordinary';
import { changed, deleted, mayManage, published, wordsOf, type Announcement, type Words } from './model';
import { limits, type Publish, type Step } from './steps';
import { sentence, type Account } from './describe';

const people = ['operator', 'user'] as const;

/**
 * Plays a story on the tenant and expects everything that the documentation promises, at each step and in the end; removes what the
 * story has made, however it ends.
 * @param waitMs how long a list may lag.
 */
export async function play(steps: readonly Step[], account: Account, waitMs: number): Promise<void> {
  let world: World = { since: Date.now(), all: [], refused: [], waitMs };
  try {
    for (const step of steps) world = await take(step, world, account);
    await lookAtAll(world, account);
  } catch (error) {
    // What cannot be removed now is removed when the case ends; the story is what has to be told.
    for (const { id } of world.all) await withdraw(id).catch(() => undefined);
    throw error;
  }
  for (const one of living(world)) {
    await account.ask(sentence({ kind: 'delete', by: 'operator', which: 0 }, one), async () => {
      await withdraw(one.id);
      await expectRead(deleted(one), 'operator');
    });
  }
}

const living = ({ all }: World): Announcement[] => all.filter((one) => !one.deleted);

async function lookAtAll(world: World, account: Account): Promise<void> {
  for (const one of world.all) {
    for (const by of people) {
      await account.ask(sentence({ kind: 'read', by, which: 0 }, one), () => expectRead(one, by));
    }
  }
  for (const place of [undefined, 'first', 'second'] as const) {
    const step = { kind: 'list', by: 'operator', place } as const;
    await account.ask(sentence(step), () => expectList(world, 'operator', place));
  }
  for (const by of people) {
    await account.ask(sentence({ kind: 'top ten', by }), () => expectTen(world, by));
  }
}

async function take(step: Step, world: World, account: Account): Promise<World> {
  switch (step.kind) {
    case 'publish':
      return world.all.length + world.refused.length < limits.announcements
        ? begin(step, world, account)
        : world;
    case 'list':
      await account.tell(sentence(step), () => expectList(world, step.by, step.place));
      return world;
    case 'top ten':
      await account.tell(sentence(step), () => expectTen(world, step.by));
      return world;
    default:
      return takeAimed(step, world, account);
  }
}

type Aimed = Extract<Step, { which: number }>;

// A step that has nothing to be aimed at is no part of the story.
async function takeAimed(step: Aimed, world: World, account: Account): Promise<World> {
  const one = world.all[step.which % Math.max(world.all.length, 1)];
  if (!one) return world;
  let after = one;
  await account.tell(sentence(step, one), async () => {
    if (step.kind === 'read') await expectRead(one, step.by);
    if (step.kind === 'change') after = await change(step, one);
    if (step.kind === 'delete') after = await remove(step, one);
  });
  return { ...world, all: world.all.map((each) => (each === one ? after : each)) };
}

async function begin(step: Publish, world: World, account: Account): Promise<World> {
  const tag = aTag();
  const name = 'ABC'.charAt(world.all.length);
  const draft = anAnnouncement(
    { operator: userids[step.by], receivers: receivers(step.to), tag },
    { private_level: step.level, push_top: step.pinned, ...(await sentWords(step)) },
  );
  const line = sentence(step, { name });
  if (!mayManage(step.by)) {
    await account.tell(line, () => expectPublishRefused(draft, tag, world.since));
    return { ...world, refused: [...world.refused, tag] };
  }
  let id = '';
  let created = '';
  await account.tell(line, async () => {
    id = await publish(draft);
    created = creationTime(await read(id));
  });
  const { to, level, pinned } = step;
  const one = published({ name, tag, id, created, to, level, pinned }, step);
  return { ...world, all: [...world.all, one] };
}

async function expectPublishRefused(draft: Draft, tag: string, since: number): Promise<void> {
  const reply = await api.send(createAnnouncement, { create_request: draft });
  await expectRefusedToUser(reply, () => {
    removeUnwanted(tag, since);
  });
  covers('blackboard/create/R2');
}

async function change(step: Extract<Step, { kind: 'change' }>, one: Announcement): Promise<Announcement> {
  const target = { operator: userids[step.by], id: one.id, tag: one.tag };
  const update_request = aChange(target, await sentWords(step));
  const reply = await api.send(updateAnnouncement, { update_request });
  if (!mayManage(step.by)) await expectOrdinary(!reply.refused);
  if (!mayManage(step.by) || one.deleted) {
    expect(reply).toBeRefused();
    covers(...(one.deleted ? [] : ['blackboard/update/R2', 'blackboard/update/R4']));
    return one;
  }
  expect(reply).not.toBeRefused();
  expect(reply.body).toMatchObject({ result: true });
  const after = changed(one, step);
  await expectRead(after, 'operator');
  covers('blackboard/update?update_request.title', 'blackboard/update?update_request.content');
  covers(...(step.place === undefined ? [] : ['blackboard/update?update_request.category_id']));
  return after;
}

async function remove(step: Extract<Step, { kind: 'delete' }>, one: Announcement): Promise<Announcement> {
  if (!mayManage(step.by)) {
    const request = { blackboard_id: one.id, operation_userid: userids[step.by] };
    const reply = await api.send(deleteAnnouncement, request);
    await expectRefusedToUser(reply, () => {
      wasDeleted(one.id);
    });
    covers('blackboard/delete/R2', 'blackboard/delete/R4');
    return one;
  }
  await (one.deleted ? expectNothingDeleted(one.id) : withdraw(one.id));
  return deleted(one);
}

type SentWords = ReturnType<typeof wordsOf> & { category_id?: string };

async function sentWords(words: Words): Promise<SentWords> {
  const { place } = words;
  return { ...wordsOf(words), ...(place === undefined ? {} : { category_id: (await places())[place] }) };
}
