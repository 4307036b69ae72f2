import type { Reply } from '../../../client/client';
import { mustBeLookedAt } from '../../../client/lacking';
import type { LifecycleRow } from '../../../fixtures/blackboard/lifecycle.cases';
import { expectTopTen } from './announcements';
import { askAll, type Answers } from './generations';
import { isClosedToReaders } from './readings';
import { expectOrdinary } from './ordinary';
import { operator, user } from '../tenant';
import { expectOnTop } from './top-ten';

/** Expects somebody to be able, or not to be able, to read an announcement, whichever generation of get is asked; returns what they answered. */
export async function expectReadable(id: string, userid: string, readable: boolean): Promise<Answers> {
  const answers = await askAll(id, userid);
  if (userid === user && !readable) await expectOrdinary(isReadIn(answers));
  expectAllReadable(answers, userid, readable);
  return answers;
}

/** Expects a confidential announcement not to be readable by the ordinary user; the current generation of get refuses that with a code of its own. */
async function expectClosed(id: string): Promise<void> {
  const { current } = await expectReadable(id, user, false);
  if (current) expect(current).toBeRefused('accessDenied');
}

const isReadIn = ({ classic, current }: Answers): boolean =>
  [classic, current].some((reply) => reply?.refused === false);

function expectAllReadable({ classic, current }: Answers, userid: string, readable: boolean): void {
  const isClosed = readable && userid !== operator && isClosedToReaders(current);
  const asked = Object.entries({ ...(classic && { classic }), ...(current && !isClosed && { current }) }) as [
    string,
    Reply<unknown>,
  ][];
  for (const [, reply] of asked) mustBeLookedAt(reply);
  const found = asked.map(([generation, reply]) => [generation, !reply.refused]);
  const wanted = asked.map(([generation]) => [generation, readable]);
  expect({ readable: Object.fromEntries(found) as object }).toEqual({
    readable: Object.fromEntries(wanted) as object,
  });
}

/** Expects the ordinary user to be shown an announcement, or neither to be shown it nor to read it, where a row says which. */
export async function expectReach(
  { to, isClosedToUser }: LifecycleRow,
  announcement: { readonly id: string; readonly title: string },
): Promise<void> {
  if (to.includes('user')) await expectOnTop(user, announcement);
  if (isClosedToUser === undefined) return;
  await expectClosed(announcement.id);
  await expectTopTen(user, announcement, 'hidden');
}

/** Expects what has just been deleted to be neither shown to the ordinary user, who is to look first, nor read, in any generation of get. */
export async function expectGone(announcement: {
  readonly id: string;
  readonly title: string;
}): Promise<void> {
  await expectTopTen(user, announcement, 'hidden');
  await expectReadable(announcement.id, operator, false);
}
