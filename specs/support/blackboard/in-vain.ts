import { updateAnnouncement } from '../../../schemas';
import type { Change } from '../../../fixtures/blackboard/announcement';
import type { RefusedRow } from '../../../fixtures/generated';
import type { Look } from '../../../runner/jest/late-looks';
import type { Endpoint } from '../../../schemas/endpoint';
import { eventually, unless } from '../eventually';
import { fact, inferred } from '../evidence';
import { expectRefused, saysSoItself } from '../generated';
import { api, aTag } from '../tenant';
import { textsOf } from './generations';
import { isSpoilt, spoil, theTarget, type Target } from './targets';

const { lookLater } = globalThis.suite;

/** An announcement, and a mark of its own that a request about it carries in its texts. */
interface Marked extends Target {
  readonly mark: string;
}

const targets = new Map<string, Target>();

/**
 * Sends something about the announcement that all cases of the file may look at, which must not change it. Whether it did is looked at once for
 * all of them, when the cases of the file have ended: what it reads like then carries the mark of the one to blame.
 */
export async function inVain(send: (target: Marked) => Promise<void>): Promise<void> {
  const [target, mark] = [await theTarget(), aTag()];
  targets.set(mark, target);
  lookLater('that nothing refused changed anything', lookAtTargets, {
    tag: mark,
    since: Date.now(),
    allowed: false,
  });
  await send({ ...target, mark });
}

/** Expects a derived request about an announcement to be refused, and to change none of its texts and not to delete it. */
export async function expectRefusedInVain(
  endpoint: Endpoint,
  rowFor: (target: Marked) => RefusedRow,
): Promise<void> {
  await inVain((target) =>
    expectRefused(endpoint, rowFor(target), {
      id: target.id,
      spoils: {
        spoil: () => {
          spoil(target);
        },
      },
    }),
  );
}

const lookAtTargets: Look = async (noted) => {
  const blamed = new Map<string, string>();
  for (const target of new Set(noted.flatMap(({ tag }) => targets.get(tag) ?? []))) {
    const marks = noted.filter(({ tag }) => targets.get(tag) === target).map(({ tag }) => tag);
    for (const [mark, what] of await changersOf(target, marks)) blamed.set(mark, what);
  }
  return blamed;
};

async function changersOf(target: Target, marks: readonly string[]): Promise<Blamed[]> {
  const [before, now] = [target.before[0], await textsNow(target)];
  if (before && now && textOf(now) === textOf(before)) return [];
  const text = now ? textOf(now) : '';
  const found = marks.filter((mark) => text.includes(mark));
  if (found.length > 0)
    return found.map((mark) => [mark, `It was refused, but changed an announcement: ${mark}`]);
  return isSpoilt(target) ? [] : oneOf(marks, now ? 'changed' : 'deleted');
}

const textOf = ({ title, content }: { title: string; content: string }): string => `${title}\n${content}`;

type Blamed = readonly [mark: string, what: string];

// Who has left no mark is one of them, and nobody can say which.
const oneOf = (marks: readonly string[], done: string): Blamed[] =>
  marks.map((mark) => [
    mark,
    `It was refused, but one of ${marks.length} such requests has ${done} an announcement`,
  ]);

// A service that is busy now may show it in a moment.
async function textsNow({ id }: Target): Promise<Awaited<ReturnType<typeof textsOf>>> {
  return eventually('an announcement to be read', async () => {
    const texts = await textsOf(id);
    expect({ id, readable: texts !== undefined }).toEqual({ id, readable: true });
    return texts;
  }).catch(unless('readable', () => undefined));
}

/** Sends a change of what is not there, and expects it to be refused. */
export async function expectRefusedChange(change: Change): Promise<void> {
  const reply = await api.send(updateAnnouncement, { update_request: change });
  fact(inferred(updateAnnouncement.id, 'an unknown blackboard_id is refused'), () => {
    expect(reply).toBeRefused();
  });
}

/** Sends a change without one of the texts, and expects it to be refused; what accepted it has changed the target. */
export async function expectRefusedWithout(
  name: 'title' | 'content',
  request: object,
  target: Target,
): Promise<void> {
  const endpoint: Endpoint = updateAnnouncement;
  const reply = await api.send(endpoint, request);
  if (!reply.refused) {
    spoil(target);
    saysSoItself();
  }
  fact(inferred(endpoint.id, `a change without ${name} is refused`), () => {
    expect(reply).toBeRefused();
  });
}
