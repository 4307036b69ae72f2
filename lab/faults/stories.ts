import type { Call, Layer } from '../../emulator/call';
import { isSuccess, valuesOf } from '../../emulator/layers';
import type { Announcement, Tenant } from '../../emulator/tenant';
import { announcementOf, sentOf } from './announcement';
import { auth, faultsOf, lists, state, type Fault } from './fault';
import { answered, asked, field, memory, together, type Fields } from './layers';

/** A change that the tenant has made. */
interface Change {
  readonly one: Announcement;
  readonly before: Announcement;
  /** The how many-th change of the announcement it is. */
  readonly times: number;
  readonly call: Call;
}

type Layers = Readonly<Record<string, Layer>>;

const sentContent = '?update_request.content';

/** Lets the tenant make a change, and then spoils it. */
function changes(spoil: (change: Change) => void): Layer {
  const changed = memory(() => new Map<string, number>());
  return async (_, call, next) => {
    const one = announcementOf(call);
    const before = one && { ...one };
    const reply = await next(call);
    if (!one || !before || !isSuccess(reply)) return reply;
    const times = (changed(call).get(one.id) ?? 0) + 1;
    changed(call).set(one.id, times);
    spoil({ one, before, times, call });
    return reply;
  };
}

/** Takes down what an employee who may not was refused to do to an announcement. */
const refusals =
  (note: (one: Announcement, call: Call) => void): Layer =>
  async (_, call, next) => {
    const one = announcementOf(call);
    const reply = await next(call);
    if (one && !isSuccess(reply) && call.tenant.people.has(String(sentOf(call).operation_userid)))
      note(one, call);
    return reply;
  };

const textsOf = ({ title, content }: Announcement | Fields): Fields => ({ title, content });

function staleForOthers(): Layers {
  const texts = memory(() => new Map<string, Fields>());
  const stale = answered((body, call) => {
    const { operation_userid: classic, operationUserId: current } = valuesOf(call);
    const old = texts(call).get(announcementOf(call)?.id ?? '');
    if (!old || (classic ?? current) === call.tenant.mainAdmin) return body;
    return 'result' in body
      ? { ...body, result: { ...(body.result as Fields), ...old } }
      : { ...body, ...old };
  });
  return {
    'blackboard/update': changes(({ one, before, call }) => texts(call).set(one.id, textsOf(before))),
    'blackboard/get': stale,
    'blackboard/get-blackboard': stale,
  };
}

function closedAfterChange(): Layers {
  const closed = memory(() => new Set<string>());
  const asOutsider = (reader: string): Layer =>
    asked((values, call) => {
      const one = announcementOf(call);
      const isMeant = one?.confidential === true && closed(call).has(one.id);
      if (!isMeant || values[reader] === call.tenant.mainAdmin) return values;
      return { ...values, [reader]: outsider(call.tenant, one) };
    });
  return {
    'blackboard/update': changes(({ one, call }) => closed(call).add(one.id)),
    'blackboard/get': asOutsider('operation_userid'),
    'blackboard/get-blackboard': asOutsider('operationUserId'),
  };
}

function outsider({ people, mainAdmin, subAdmins }: Tenant, { userids }: Announcement): string {
  const inside = new Set([mainAdmin, ...subAdmins, ...userids]);
  return [...people.keys()].find((userid) => !inside.has(userid)) ?? '';
}

function refusedComesLater(): Layer {
  const texts = memory(() => new Map<string, Fields>());
  const noted = refusals((one, call) => texts(call).set(one.id, textsOf(sentOf(call))));
  const spoilt = changes(({ one, call }) => Object.assign(one, texts(call).get(one.id)));
  return together(noted, spoilt);
}

function refusedDeletionComesLater(): Layers {
  const doomed = memory(() => new Set<string>());
  return {
    'blackboard/delete': refusals(({ id }, call) => doomed(call).add(id)),
    'blackboard/update': changes(({ one: { id }, call }) => {
      const { tenant } = call;
      if (doomed(call).has(id)) tenant.announcements = tenant.announcements.filter((each) => each.id !== id);
    }),
  };
}

/** The layers that an endpoint has where some announcements were changed twice. */
function changedTwice(id: string, layer: (isMeant: (id: string, call: Call) => boolean) => Layer): Layers {
  const twice = memory(() => new Set<string>());
  return {
    'blackboard/update': changes(({ one, times, call }) => times === 2 && twice(call).add(one.id)),
    [id]: layer((one, call) => twice(call).has(one)),
  };
}

const listedTwice = changedTwice('blackboard/listids', (isMeant) =>
  field<string[] | undefined>('result', (ids, _, call) => {
    const { page_size: size } = valuesOf(call).query_request as { page_size: number };
    return ids?.flatMap((id) => (isMeant(id, call) ? [id, id] : [id])).slice(0, size);
  }),
);

const deletedInVain = changedTwice('blackboard/delete', (isMeant) => async (_, call, next) => {
  const one = announcementOf(call);
  const reply = await next(call);
  if (one && isSuccess(reply) && isMeant(one.id, call)) call.tenant.announcements.push(one);
  return reply;
});

function takenForRepetition(): Layer {
  const seen = memory(() => new Map<string, Set<string>>());
  return changes(({ one, before, call }) => {
    const earlier = (seen(call).get(one.id) ?? new Set()).add(before.content);
    seen(call).set(one.id, earlier);
    if (one.content !== before.content && earlier.has(one.content)) Object.assign(one, textsOf(before));
  });
}

/** Wrong ways that show only when several things happen to one announcement in a row, or to somebody else than who did them. */
export const faults: readonly Fault[] = [
  ...faultsOf('blackboard/update', [
    state('the second change of an announcement is lost', ['?update_request.title', sentContent], {
      layer: changes(({ one, before, times }) => times === 2 && Object.assign(one, textsOf(before))),
    }),
    state(
      'others go on reading the old text',
      ['blackboard/get#result.content', 'blackboard/get-blackboard#content'],
      { layer: staleForOthers() },
    ),
    state('a second move leaves the category as it was', ['?update_request.category_id'], {
      layer: changes(({ one, before: { categoryId }, times }) => {
        if (times > 1 && categoryId !== undefined) one.categoryId = categoryId;
      }),
    }),
    state('the second change makes it public', ['R5'], {
      layer: changes(({ one, times }) => times === 2 && Object.assign(one, { confidential: false })),
    }),
    auth(
      'receivers lose a confidential one that is changed',
      ['blackboard/get/R3', 'blackboard/get-blackboard/R1'],
      { layer: closedAfterChange() },
    ),
    auth('what was refused comes with the next change', ['R4'], { layer: refusedComesLater() }),
    state('going back to an earlier text changes nothing', [sentContent], { layer: takenForRepetition() }),
  ]),
  ...faultsOf('blackboard/delete', [
    auth('a refused deletion comes with the next change', ['R4'], { layer: refusedDeletionComesLater() }),
    state('what was changed twice stays', ['R5'], { layer: deletedInVain }),
  ]),
  ...faultsOf('blackboard/listids', [
    lists('lists twice what was changed twice', ['#result'], { layer: listedTwice }),
  ]),
];
