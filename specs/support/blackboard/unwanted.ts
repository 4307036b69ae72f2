import { createAnnouncement, getBlackboard } from '../../../schemas';
import type { Endpoint } from '../../../schemas/endpoint';
import { around, idsWith, textsListed, withdraw } from './announcements';
import { eventually, unless } from '../eventually';
import { fact, inferred } from '../evidence';
import { mustBeLookedAt } from '../../../client/lacking';
import type { Look } from '../../../runner/jest/late-looks';
import { api, operator } from '../tenant';

const { currentCase, lookLater } = globalThis.suite;

/** Registers the removal of whatever a case with this tag publishes although it should not. */
export function removeUnwanted(tag: string, since: number): void {
  currentCase().cleanUpLater(`what was published with ${tag}`, async () => {
    for (const id of await idsWith(tag, since)) await withdraw(id);
  });
}

/** Expects a request past a limit to be refused, or to be published within it: to so many people or departments at most. */
export async function expectCut(request: object, tag: string, limit: number | undefined): Promise<void> {
  const since = Date.now();
  const endpoint: Endpoint = createAnnouncement;
  const reply = await api.send(endpoint, request);
  mustBeLookedAt(reply);
  if (reply.refused) return;
  const published = await eventually('what was accepted to be listed', async () => {
    const found = await idsWith(tag, since);
    expect({ tag, published: found.length }).toEqual({ tag, published: 1 });
    return found;
  });
  for (const id of published) await expectWithin(id, limit);
}

async function expectWithin(id: string, limit = Infinity): Promise<void> {
  const body = await api.must(getBlackboard, { blackboardId: id, operationUserId: operator });
  const most = Math.max(body.userList?.length ?? 0, body.deptList?.length ?? 0);
  // The few that may be addressed are repeated: whether that makes them many, nobody says.
  fact(inferred(createAnnouncement.id, 'a receiver who is repeated counts each time'), () => {
    expect({ tooMany: most > limit }).toEqual({ tooMany: false });
  });
  fact(
    inferred(createAnnouncement.id, 'a level that is not listed is refused, or becomes one that is'),
    () => {
      expect({ level: [0, 20].includes(body.privateLevel) ? 'listed' : body.privateLevel }).toEqual({
        level: 'listed',
      });
    },
  );
}

/** Notes that nothing with this tag may be published: the case fails where that shows once the cases of the file have ended. */
export function mayNotBePublished(tag: string): void {
  lookLater('that nothing refused was published', lookForStrays, { tag, since: Date.now(), allowed: false });
}

/** Notes that something with this tag may be published: it is removed by the same look. */
export function removeUnwantedLater(tag: string): void {
  lookLater('that nothing refused was published', lookForStrays, { tag, since: Date.now(), allowed: true });
}

const lookForStrays: Look = async (noted) => {
  const window = around(Math.min(...noted.map((one) => one.since)));
  const seen = new Map<string, string>();
  const holding = (tag: string): [string, string][] => [...seen].filter(([, text]) => text.includes(tag));
  // What was accepted may have come to nothing.
  await eventually('what was accepted to be listed, so that it can be removed', async () => {
    for (const [id, text] of await textsListed(window)) seen.set(id, text);
    const late = noted.filter(({ tag, accepted }) => accepted === true && holding(tag).length === 0);
    expect({ 'not yet listed': late.length }).toEqual({ 'not yet listed': 0 });
  }).catch(unless('not yet listed', () => undefined));
  const blamed = new Map<string, string>();
  for (const { tag, allowed } of noted) {
    const found = holding(tag);
    for (const [id] of found) await withdraw(id);
    if (found.length > 0 && !allowed)
      blamed.set(tag, `It was refused, but published: ${found.map(([, text]) => text).join('\n')}`);
  }
  return blamed;
};
