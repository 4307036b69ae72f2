import { listAnnouncementIds, listTopTen } from '../../../schemas';
import { tagIn } from '../../../fixtures/tag';
import { around, textsListed } from '../blackboard/announcements';
import { twoCategories } from '../blackboard/categories';
import { covers } from '../coverage';
import { eventually } from '../eventually';
import { fact } from '../evidence';
import { expectRefusedToUser } from '../blackboard/ordinary';
import { expectReadable } from '../blackboard/reach';
import { expectReading, read, type Reading } from '../blackboard/readings';
import { api, operator, user } from '../tenant';
import {
  isPlaced,
  listedNames,
  mayManage,
  mayRead,
  wantedInTopTen,
  type Announcement,
  type Person,
  type Place,
  type Shown,
} from './model';

/** The userids of the people of a story. */
export const userids: Record<Person, string> = { operator, user };

let categories: Promise<Record<Place, string>> | undefined;

/** The ids of two categories, asked for once; skips the case where the tenant has fewer. */
export const places = (): Promise<Record<Place, string>> => (categories ??= twoCategories());

/** What a story has come to: its announcements as they have to be, and the tags of those that were refused. */
export interface World {
  readonly since: number;
  readonly all: readonly Announcement[];
  readonly refused: readonly string[];
  /** How long a list may lag. */
  readonly waitMs: number;
}

/** Expects somebody to read an announcement as it has to be by every generation of get, or by none. */
export async function expectRead(one: Announcement, by: Person): Promise<void> {
  if (!mayRead(one, by)) {
    await expectReadable(one.id, userids[by], false);
    covers(...(one.deleted ? goneForAll : readableBy));
    return;
  }
  if (isOnlyInferred(one, by)) await fact(readableByAnybody, () => expectReadAs(one, by));
  else await expectReadAs(one, by);
  covers('blackboard/update/R5', ...readableBy);
  covers('blackboard/get#result.title', 'blackboard/get#result.content');
  covers('blackboard/get-blackboard#title', 'blackboard/get-blackboard#content');
}

async function expectReadAs(one: Announcement, by: Person): Promise<void> {
  const categoryIds = await places();
  for (const reading of await read(one.id, userids[by]))
    expectReading(reading, promised(one, reading.generation, categoryIds));
}

// That a normal announcement is for everybody no source says; who sent it or receives it reads it.
const readableByAnybody = ['blackboard/create/R16', 'blackboard/get/R10', 'blackboard/get-blackboard/R8'];
const isOnlyInferred = ({ to }: Announcement, by: Person): boolean => !mayManage(by) && !to.includes(by);

const readableBy = ['blackboard/create/R6', 'blackboard/get/R3', 'blackboard/get-blackboard/R1'];
const goneForAll = ['blackboard/delete/R5', 'blackboard/get/R4', 'blackboard/get-blackboard/R2'];

// A member that the documentation leaves open is not looked at.
function promised(
  one: Announcement,
  generation: Reading['generation'],
  categoryIds: Record<Place, string>,
): Partial<Reading> {
  const { id, title, content, level, created, author, place } = one;
  const users = one.to.map((person) => userids[person]).sort();
  return {
    generation,
    ...{ id, title, content, level, created, users },
    ...(place === undefined || place === 'none' ? {} : { category: categoryIds[place] }),
    ...(generation === 'classic' && author !== undefined ? { author } : {}),
    ...(generation === 'current' ? { pinned: Number(one.pinned), sender: operator } : {}),
  };
}

/** Expects a list to hold, of this story, what lives and nothing else, each once; or to be refused. */
export async function expectList(world: World, by: Person, place?: Place): Promise<void> {
  if (!mayManage(by)) {
    const query_request = { operation_userid: userids[by], page: 1, page_size: 1 };
    await expectRefusedToUser(await api.send(listAnnouncementIds, { query_request }));
    covers('blackboard/listids/R2');
    return;
  }
  const category = place === undefined ? {} : { category: (await places())[place] };
  const known = world.all.filter((one) => place === undefined || isPlaced(one));
  const look = async (): Promise<void> => {
    const texts = await textsListed({ ...around(world.since), ...category });
    const listed = texts.flatMap(([, text]) => nameOf(text, known, world.refused)).sort();
    expect({ listed }).toEqual({ listed: listedNames(known, place) });
  };
  await eventually('listids to hold what lives and nothing else', look, world.waitMs);
  covers(
    'blackboard/listids#result',
    'blackboard/listids/R7',
    ...(place === undefined ? [] : ['blackboard/listids/R13']),
  );
}

function nameOf(text: string, known: readonly Announcement[], refused: readonly string[]): string[] {
  if (refused.some((tag) => text.includes(tag))) return ['one that was refused'];
  return known.filter(({ tag }) => text.includes(tag)).map(({ name }) => name);
}

/** Expects the ten announcements of a person to show, of this story, what may be seen, once and as it is now. */
export async function expectTen({ all, waitMs }: World, by: Person): Promise<void> {
  const look = async (): Promise<void> => {
    const { blackboard_list: list = [] } = await api.must(listTopTen, { userid: userids[by] });
    const shown: Shown = list.flatMap(({ title }) => {
      const one = all.find(({ tag }) => tag === tagIn(title));
      return one ? [[one.name, title] as const] : [];
    });
    const wanted = wantedInTopTen(all, by, shown, list.length === 10);
    expect({ 'the top ten': byName(shown) }).toEqual({ 'the top ten': byName(wanted) });
  };
  await eventually('the top ten to be as they have to be', look, waitMs);
  covers('blackboard/listtopten/R2');
}

const byName = (shown: Shown): Shown => [...shown].sort(([a], [b]) => (a < b ? -1 : 1));
