import type { Call, Layer, Reply } from '../../emulator/call';
import type { Announcement, Tenant } from '../../emulator/tenant';
import { answeredIn, around, asked, isSuccess, valuesOf, type Fault } from './fault';

type Fields = Record<string, unknown>;

/** A change that the tenant has made. */
interface Change {
  readonly one: Announcement;
  readonly before: Announcement;
  /** The how many-th change of the announcement it is. */
  readonly times: number;
  readonly tenant: Tenant;
}

const sentOf = (call: Call): Fields => {
  const values = valuesOf(call);
  return { ...values, ...(values.update_request as Fields | undefined) };
};

/** The announcement that a call is about, under the name of either gateway; undefined where there is none. */
function target(call: Call): Announcement | undefined {
  const sent = sentOf(call);
  return call.tenant.announcements.find(({ id }) => id === (sent.blackboard_id ?? sent.blackboardId));
}

/** Lets the tenant make a change, and then spoils it. */
function changes(spoil: (change: Change) => void): Layer {
  const times = new Map<string, number>();
  return around('blackboard/update', async (_, call, next) => {
    const one = target(call);
    const before = one && { ...one };
    const reply = await next(call);
    if (!one || !before || !isSuccess(reply)) return reply;
    times.set(one.id, (times.get(one.id) ?? 0) + 1);
    spoil({ one, before, times: times.get(one.id) ?? 0, tenant: call.tenant });
    return reply;
  });
}

/** Takes down what an employee who may not was refused to do to an announcement. */
function refusals(endpoint: string, note: (one: Announcement, sent: Fields) => void): Layer {
  return around(endpoint, async (_, call, next) => {
    const [one, sent] = [target(call), sentOf(call)];
    const reply = await next(call);
    if (one && !isSuccess(reply) && call.tenant.people.has(String(sent.operation_userid))) note(one, sent);
    return reply;
  });
}

/** Several layers as one, the first outermost. */
const together = (...[outer, ...inner]: Layer[]): Layer =>
  outer === undefined
    ? (_, call, next) => next(call)
    : (asked, call, next) =>
        outer(asked, call, async (passed): Promise<Reply> => together(...inner)(asked, passed, next));

/** Keeps the texts of a change from those who are no administrators, in the answer of one generation of get. */
const stale = (endpoint: string, texts: ReadonlyMap<string, Fields>): Layer =>
  around(endpoint, async (_, call, next) => {
    const reply = await next(call);
    const { operation_userid: classic, operationUserId: current } = valuesOf(call);
    const old = texts.get(target(call)?.id ?? '');
    if (!old || !isSuccess(reply) || (classic ?? current) === call.tenant.mainAdmin) return reply;
    const body = structuredClone(reply.body) as Fields;
    return {
      ...reply,
      body:
        'result' in body ? { ...body, result: { ...(body.result as Fields), ...old } } : { ...body, ...old },
    };
  });

const textsOf = ({ title, content }: Announcement): Fields => ({ title, content });

function staleForOthers(): Layer {
  const texts = new Map<string, Fields>();
  return together(
    changes(({ one, before }) => texts.set(one.id, textsOf(before))),
    stale('blackboard/get', texts),
    stale('blackboard/get-blackboard', texts),
  );
}

function closedAfterChange(): Layer {
  const closed = new Set<string>();
  const asOutsider = (endpoint: string, reader: string): Layer =>
    asked(endpoint, (values, call) => {
      const one = target(call);
      const isMeant = one?.confidential === true && closed.has(one.id);
      if (!isMeant || values[reader] === call.tenant.mainAdmin) return values;
      return { ...values, [reader]: outsider(call.tenant, one) };
    });
  return together(
    changes(({ one }) => closed.add(one.id)),
    asOutsider('blackboard/get', 'operation_userid'),
    asOutsider('blackboard/get-blackboard', 'operationUserId'),
  );
}

function outsider({ people, mainAdmin, subAdmins }: Tenant, { userids }: Announcement): string {
  const inside = new Set([mainAdmin, ...subAdmins, ...userids]);
  return [...people.keys()].find((userid) => !inside.has(userid)) ?? '';
}

function refusedComesLater(): Layer {
  const refused = new Map<string, Fields>();
  return together(
    refusals('blackboard/update', (one, { title, content }) => refused.set(one.id, { title, content })),
    changes(({ one }) => Object.assign(one, refused.get(one.id))),
  );
}

function refusedDeletionComesLater(): Layer {
  const doomed = new Set<string>();
  return together(
    refusals('blackboard/delete', ({ id }) => doomed.add(id)),
    changes(({ one: { id }, tenant }) => {
      if (doomed.has(id)) tenant.announcements = tenant.announcements.filter((each) => each.id !== id);
    }),
  );
}

function listedTwice(): Layer {
  const twice = new Set<string>();
  return together(
    changes(({ one, times }) => times === 2 && twice.add(one.id)),
    answeredIn<string[]>('blackboard/listids', 'result', (ids, call) => {
      const { page_size: size } = valuesOf(call).query_request as { page_size: number };
      return ids.flatMap((id) => (twice.has(id) ? [id, id] : [id])).slice(0, size);
    }),
  );
}

function changedTwiceStays(): Layer {
  const twice = new Set<string>();
  return together(
    changes(({ one, times }) => times === 2 && twice.add(one.id)),
    around('blackboard/delete', async (_, call, next) => {
      const one = target(call);
      const reply = await next(call);
      if (one && isSuccess(reply) && twice.has(one.id)) call.tenant.announcements.push(one);
      return reply;
    }),
  );
}

function takenForRepetition(): Layer {
  const seen = new Map<string, Set<string>>();
  return changes(({ one, before }) => {
    const earlier = (seen.get(one.id) ?? new Set()).add(before.content);
    seen.set(one.id, earlier);
    if (one.content !== before.content && earlier.has(one.content)) Object.assign(one, textsOf(before));
  });
}

/** Wrong ways that show only when several things happen to one announcement in a row, or to somebody else than who did them. */
export const faults: readonly Fault[] = [
  {
    id: 'blackboard/update: the second change of an announcement is lost',
    class: 'state',
    breaks: 'what was sent is there after an update',
    promises: ['blackboard/update?update_request.title', 'blackboard/update?update_request.content'],
    layer: changes(({ one, before, times }) => {
      if (times === 2) Object.assign(one, textsOf(before));
    }),
  },
  {
    id: 'blackboard/update: others go on reading the old text',
    class: 'state',
    breaks: 'everybody reads an announcement as it is',
    promises: ['blackboard/get#result.content', 'blackboard/get-blackboard#content'],
    layer: staleForOthers(),
  },
  {
    id: 'blackboard/update: a second move leaves the category as it was',
    class: 'state',
    breaks: 'an update moves the announcement to the category that was sent',
    promises: ['blackboard/update?update_request.category_id'],
    layer: changes(({ one, before, times }) => {
      if (times > 1 && before.categoryId !== undefined) one.categoryId = before.categoryId;
    }),
  },
  {
    id: 'blackboard/update: the second change makes it public',
    class: 'state',
    breaks: 'the level is no parameter of an update',
    promises: ['blackboard/update/R5'],
    layer: changes(({ one, times }) => times === 2 && Object.assign(one, { confidential: false })),
  },
  {
    id: 'blackboard/update: receivers lose a confidential one that is changed',
    class: 'auth',
    breaks: 'a confidential announcement can be read by its receivers',
    promises: ['blackboard/get/R3', 'blackboard/get-blackboard/R1'],
    layer: closedAfterChange(),
  },
  {
    id: 'blackboard/update: what was refused comes with the next change',
    class: 'auth',
    breaks: 'nobody but an administrator changes an announcement',
    promises: ['blackboard/update/R4'],
    layer: refusedComesLater(),
  },
  {
    id: 'blackboard/update: going back to an earlier text changes nothing',
    class: 'state',
    breaks: 'what was sent is there after an update',
    promises: ['blackboard/update?update_request.content'],
    layer: takenForRepetition(),
  },
  {
    id: 'blackboard/delete: a refused deletion comes with the next change',
    class: 'auth',
    breaks: 'nobody but an administrator deletes an announcement',
    promises: ['blackboard/delete/R4'],
    layer: refusedDeletionComesLater(),
  },
  {
    id: 'blackboard/delete: what was changed twice stays',
    class: 'state',
    breaks: 'a deleted announcement is gone',
    promises: ['blackboard/delete/R5'],
    layer: changedTwiceStays(),
  },
  {
    id: 'blackboard/listids: lists twice what was changed twice',
    class: 'lists',
    breaks: 'each announcement is listed once',
    promises: ['blackboard/listids#result'],
    layer: listedTwice(),
  },
];
