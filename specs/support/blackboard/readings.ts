import type { Reply } from '../../../client/client';
import type { GetAnnouncementResponse, GetBlackboardResponse } from '../../../schemas/types';
import type { Draft } from '../../../fixtures/blackboard/announcement';
import { askAll, askFirst, type Answers } from './generations';
import { fact, inferred } from '../evidence';
import { expectMembers } from '../members';
import { operator } from '../tenant';
import { asShown } from '../texts';

/** An announcement as one of the two generations of get shows it, in one shape. Lists are sorted, for their order is not documented. */
export interface Reading {
  readonly generation: 'classic' | 'current';
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly level: number;
  readonly category: string | undefined;
  readonly created: string;
  readonly modified: string;
  readonly users: string[];
  readonly userNames: string[];
  /** The name that stands beside each userid. */
  readonly names: Readonly<Record<string, string>>;
  readonly departments: string[];
  readonly departmentNames: string[];
  readonly cover: boolean;
  /** Shown by the classic generation only. */
  readonly author?: string;
  /** Shown by the current generation only. */
  readonly sender?: string;
  readonly pinned?: number;
}

/** Reads an announcement through every generation of get that the tenant offers. */
export async function read(id: string, as = operator): Promise<Reading[]> {
  return readingsIn(await askAll(id, as), as);
}

/** Reads an announcement as the operator through one generation of get: for cases to which the other one would say nothing more. */
export async function readOnce(id: string): Promise<Reading[]> {
  return readingsIn(await askFirst(id, operator));
}

/** What an announcement reads like in these answers. */
export function readingsIn({ classic, current }: Answers, as = operator): Reading[] {
  const isClosed = as !== operator && isClosedToReaders(current);
  return [
    ...(classic ? [classicReading(bodyOf(classic).result)] : []),
    ...(current && !isClosed ? [currentReading(bodyOf(current))] : []),
  ];
}

/** Whether the current generation of get refused somebody what its page lets any employee read; its table of errors lets nobody but administrators and the sender. */
export function isClosedToReaders(current: Reply<GetBlackboardResponse> | undefined): boolean {
  fact(
    inferred('blackboard/get-blackboard', 'somebody who is no administrator reads what may be read'),
    () => {
      expect({ readable: current?.refused !== true }).toEqual({ readable: true });
    },
  );
  return current?.refused === true;
}

function bodyOf<Body>(reply: Reply<Body>): Body {
  if (!reply.refused) return reply.body;
  expect(reply).not.toBeRefused();
  throw new Error('A refusal was taken for a success.');
}

function classicReading(result: GetAnnouncementResponse['result']): Reading {
  const { id, title, content, author, user_list: users = [], deptList: departments = [] } = result;
  return {
    generation: 'classic',
    id,
    title,
    content,
    level: result.private_level,
    category: result.category_id,
    created: result.gmt_create,
    modified: result.gmt_modified,
    users: users.map(({ staff_id }) => staff_id).sort(),
    userNames: [...(result.username_list ?? [])].sort(),
    names: Object.fromEntries(users.map(({ staff_id: userid, name }) => [userid, name])),
    departments: departments.map(({ name }) => name).sort(),
    departmentNames: [...(result.depname_list ?? [])].sort(),
    cover: result.coverpic_url !== undefined,
    ...(author === undefined ? {} : { author }),
  };
}

function currentReading(body: GetBlackboardResponse): Reading {
  const { id, title, content, userList: users = [], deptList: departments = [] } = body;
  return {
    generation: 'current',
    id,
    title,
    content,
    level: body.privateLevel,
    category: body.categoryId,
    created: body.gmtCreate,
    modified: body.gmtModified,
    users: users.map(({ staffId }) => staffId).sort(),
    userNames: [...(body.userNameList ?? [])].sort(),
    names: Object.fromEntries(users.map(({ staffId: userid, name }) => [userid, name])),
    departments: departments.map(({ name }) => name).sort(),
    departmentNames: [...(body.depNameList ?? [])].sort(),
    cover: body.coverPicUrl !== undefined,
    sender: body.senderStaffId,
    pinned: body.isPushTop,
  };
}

type Sent = Partial<
  Pick<Draft, 'author' | 'private_level' | 'push_top' | 'category_id' | 'coverpic_mediaid'>
> &
  Pick<Draft, 'title' | 'content'>;

/** Expects every field that was sent in every reading; fields that were left out are not looked at. */
export function expectShown(readings: readonly Reading[], sent: Sent): void {
  for (const reading of readings) expectReading(reading, shown(sent, reading.generation));
}

/** Where the members of a reading stand in an answer. */
const places = { classic: 'blackboard/get#result', current: 'blackboard/get-blackboard' } as const;

// Only those that are called otherwise there.
const wireNames: Readonly<Record<Reading['generation'], Readonly<Record<string, string>>>> = {
  classic: {
    level: 'private_level',
    created: 'gmt_create',
    modified: 'gmt_modified',
    category: 'category_id',
    cover: 'coverpic_url',
  },
  current: {
    ...{ level: 'privateLevel', created: 'gmtCreate', modified: 'gmtModified', category: 'categoryId' },
    ...{ cover: 'coverPicUrl', sender: 'senderStaffId', pinned: 'isPushTop' },
  },
};

/** What a reading has to show, as a service that escapes or cleans texts shows it. */
function asShownIn(reading: Reading, wanted: Partial<Reading>): Partial<Reading> {
  const [endpoint = ''] = places[reading.generation].split('#');
  const texts = (['title', 'content'] as const).flatMap((name) => {
    const text = wanted[name];
    return text === undefined ? [] : [[name, asShown(endpoint, reading[name], text)] as const];
  });
  return { ...wanted, ...Object.fromEntries(texts) };
}

/** Expects the members of a reading to be as they have to be, where they are shown. */
export function expectReading(reading: Reading, wanted: Partial<Reading>): void {
  const { generation } = reading;
  expectMembers(places[generation], reading, asShownIn(reading, wanted), wireNames[generation]);
}

function shown(sent: Sent, generation: Reading['generation']): Partial<Reading> {
  const { title, content, author, private_level: level, category_id: category, push_top: pinned } = sent;
  const cover = sent.coverpic_mediaid === undefined ? undefined : true;
  const onlyHere =
    generation === 'classic' ? { author } : { pinned: pinned === undefined ? undefined : Number(pinned) };
  const fields = { title, content, level, category, cover, ...onlyHere };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/**
 * Expects the addressed users and departments in every reading, and the lists of names to be the names beside them. Where
 * departments are addressed too, the docs do not say whether their members are listed as users.
 */
export function expectReceivers(
  readings: readonly Reading[],
  { userid_list: users = [], deptid_list: departments = [] }: Draft['blackboard_receiver'],
): void {
  for (const { generation, ...reading } of readings) {
    const listed =
      departments.length > 0 ? reading.users.filter((userid) => users.includes(userid)) : reading.users;
    const [endpoint] = places[generation].split('#');
    expectMembers(
      places[generation],
      { users: listed, departments: reading.departments.map(() => 'a department') },
      { users: [...users].sort(), departments: departments.map(() => 'a department') },
    );
    const said = { users: reading.userNames, departments: reading.departmentNames };
    fact(inferred(endpoint ?? '', 'the names of receivers are listed beside them'), () => {
      expect(said).toEqual({
        users: Object.values(reading.names).sort(),
        departments: reading.departments,
      });
    });
  }
}

/** Expects id and time of creation to have stayed, and the time of modification to have moved. */
export function expectOnlyModified(readings: readonly Reading[], earlier: readonly Reading[]): void {
  const kept = ({ generation, id, created }: Reading): object => ({ generation, id, created });
  const seen = readings.map((reading, index) => ({
    ...kept(reading),
    'has moved': reading.modified > (earlier[index]?.modified ?? ''),
  }));
  fact('blackboard/update/R7', () => {
    expect(seen).toMatchObject(earlier.map((reading) => ({ ...kept(reading), 'has moved': true })));
  });
}

/** Expects an announcement to read as it did, as far as both readings of a generation show it: what is optional may be left out now and then. */
export function expectSameReadings(readings: readonly Reading[], earlier: readonly Reading[]): void {
  const common = readings.map((reading, index) => shownInBoth(reading, earlier[index]));
  expect(common.map(([now]) => now)).toEqual(common.map(([, before]) => before));
}

function shownInBoth(one: Reading, other: Reading | undefined): [object, object] {
  const members = Object.entries(other ?? {}) as [keyof Reading, unknown][];
  const names = members.flatMap(([name, value]) => (isThere(value) && isThere(one[name]) ? [name] : []));
  const only = (reading: Reading | undefined): object =>
    Object.fromEntries(names.map((name) => [name, reading?.[name]]));
  return [only(one), only(other)];
}

const isThere = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Expects what is no parameter of an update to be as it was: level, pin, sender and receivers. */
export function expectKept(readings: readonly Reading[], earlier: readonly Reading[]): void {
  const kept = ({ level, pinned, sender, users, departments }: Reading): object => ({
    level,
    pinned,
    sender,
    users,
    departments,
  });
  const common = readings.map((reading) =>
    shownInBoth(
      reading,
      earlier.find(({ generation }) => generation === reading.generation),
    ),
  );
  expect(common.map(([now]) => kept(now as Reading))).toEqual(
    common.map(([, before]) => kept(before as Reading)),
  );
}

/** Expects both generations to show the same announcement: same id, texts, category, level, times and receivers. */
export function expectAgreement([first, ...others]: readonly Reading[]): void {
  fact('blackboard/get-blackboard/R3', () => {
    for (const other of others) {
      const [shown, wanted] = shownInBoth(other, first);
      expect(comparable(shown)).toEqual(comparable(wanted));
    }
  });
}

function comparable(reading: object): object {
  const ofOneGeneration = ['generation', 'author', 'sender', 'pinned'];
  return Object.fromEntries(Object.entries(reading).filter(([name]) => !ofOneGeneration.includes(name)));
}
