import type { Call, Layer } from '../../emulator/call';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import type { Announcement, Tenant } from '../../emulator/tenant';
import { announcementOf, asAdministrator } from './announcement';
import { auth, envelope, faultsOf, state, validation, type Fault, type Row } from './fault';
import {
  answered,
  asked,
  invented,
  parameter,
  refused,
  whereValid,
  type Change,
  type Fields,
} from './layers';

const sentTitle = ['?update_request.title', '?update_request.content'];
const sentContent = ['?create_request.content', 'blackboard/get#result.content'];

const create = <Value>(name: string, change: Change<Value>): Layer =>
  whereValid(parameter(`create_request.${name}`, change));

const contentOf = (change: (content: string) => string): Layer => create('content', change);

/** Answers as if it had worked, and does nothing. */
const noOp: Layer = () => invented({ result: true, success: true });

const another = ({ announcements }: Tenant, id: unknown): string | undefined =>
  announcements.findLast((one) => one.id !== id)?.id;

/** Keeps the receivers of a request that is cut to what the rules allow as they were sent. */
function unlimited(list: 'userid_list' | 'deptid_list', stored: 'userids' | 'deptIds'): Layer {
  const cut = parameter(`create_request.blackboard_receiver.${list}`, (given: unknown[]) =>
    given.slice(0, 1),
  );
  return async (endpoint, call, next) => {
    const sent = Object(valuesOf(call).create_request) as { blackboard_receiver?: Fields };
    const given = sent.blackboard_receiver?.[list];
    if (!Array.isArray(given) || given.length <= 20) return next(call);
    const reply = await cut(endpoint, call, next);
    Object.assign(call.tenant.announcements.at(-1) ?? {}, { [stored]: given as unknown[] });
    return reply;
  };
}

/** Lets the tenant make a change, and then spoils it; `before` is the announcement as it was. */
const changed =
  (spoil: (one: Announcement, before: Announcement) => void): Layer =>
  async (_, call, next) => {
    const one = announcementOf(call);
    const before = one && { ...one };
    const reply = await next(call);
    if (one && before && isSuccess(reply)) spoil(one, before);
    return reply;
  };

/** Answers with the refusal, and does it all the same. */
const yetDone =
  (mended: (values: Fields, call: Call) => Fields): Layer =>
  async (_, call, next) => {
    const reply = await next(call);
    if (!isSuccess(reply)) await next(withValues(call, mended(valuesOf(call), call)));
    return reply;
  };

// What is right about a request stays; what is wrong gives way to what is always taken.
function anAnnouncement({ create_request: wrong }: Fields, { tenant: { mainAdmin } }: Call): Fields {
  const { title } = Object(wrong) as Fields;
  const texts = { title: typeof title === 'string' ? title : '无标题', content: '无' };
  const to = { blackboard_receiver: { userid_list: [mainAdmin] } };
  return { create_request: { ...texts, ...to, operation_userid: mainAdmin, ding: false } };
}

/** What only administrators may do, and everybody can: openly, and behind a refusal. */
const openToAll = (object: string | undefined, does: string): Row[] => [
  auth('open to every employee', ['R2'], {
    layer: parameter(
      object === undefined ? 'operation_userid' : `${object}.operation_userid`,
      asAdministrator,
    ),
  }),
  state(`refuses an employee, yet ${does}`, ['R2'], {
    layer: yetDone((values, { tenant: { mainAdmin } }) =>
      object === undefined
        ? { ...values, operation_userid: mainAdmin }
        : { ...values, [object]: { ...(values[object] as Fields | undefined), operation_userid: mainAdmin } },
    ),
  }),
];

const falseSuccess = envelope('a refusal that says success', ['R3'], {
  layer: refused((body) => ({ ...body, success: true })),
});

/** Wrong ways of publishing, changing and deleting announcements. */
export const faults: readonly Fault[] = [
  ...faultsOf('blackboard/create', [
    state('loses the author', ['?create_request.author', 'blackboard/get#result.author'], {
      source: 'inferred',
      layer: create('author', () => undefined),
    }),
    state('cuts the content at 100 characters', sentContent, {
      layer: contentOf((content) => content.slice(0, 100)),
    }),
    state('drops characters outside the basic plane', sentContent, {
      layer: contentOf((content) => content.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
    }),
    state('escapes HTML', sentContent, {
      source: 'inferred',
      layer: contentOf((content) => content.replaceAll('<', '&lt;')),
    }),
    state('folds newlines into spaces', sentContent, {
      source: 'inferred',
      layer: contentOf((content) => content.replaceAll('\n', ' ')),
    }),
    state('forgets the category', ['?create_request.category_id', 'blackboard/get#result.category_id'], {
      layer: create('category_id', () => undefined),
    }),
    state('makes every announcement public', ['R6', 'R10'], { layer: create('private_level', () => 0) }),
    state('makes every announcement confidential', ['R6', 'R10'], {
      layer: create('private_level', () => 20),
    }),
    state('forgets private_level when push_top is given', ['R10', 'R12'], {
      layer: create('private_level', (level, draft) => (draft.push_top === true ? 0 : level)),
    }),
    state('pins nothing', ['R12'], { layer: create('push_top', () => false) }),
    state('drops the last receiver', ['?create_request.blackboard_receiver.userid_list'], {
      layer: create('blackboard_receiver.userid_list', (ids?: string[]) =>
        ids && ids.length > 1 ? ids.slice(0, -1) : ids,
      ),
    }),
    state(
      'drops departments where users are addressed too',
      ['?create_request.blackboard_receiver.deptid_list'],
      {
        source: 'inferred',
        layer: create('blackboard_receiver.deptid_list', (ids, receiver) =>
          'userid_list' in receiver ? undefined : ids,
        ),
      },
    ),
    state('creates twice', ['R4'], {
      layer: async (_, call, next) => {
        await next(call);
        return next(call);
      },
    }),
    validation('more than 1000 receivers', ['R9', '?create_request.blackboard_receiver.userid_list=>max'], {
      source: 'inferred',
      layer: unlimited('userid_list', 'userids'),
    }),
    validation('more than 20 departments', ['R8', '?create_request.blackboard_receiver.deptid_list=>max'], {
      source: 'inferred',
      layer: unlimited('deptid_list', 'deptIds'),
    }),
    ...openToAll('create_request', 'publishes'),
    state('refuses a wrong request, yet publishes', ['refused'], { layer: yetDone(anAnnouncement) }),
    falseSuccess,
  ]),
  ...faultsOf('blackboard/update', [
    state('a no-op', sentTitle, { layer: noOp }),
    state('keeps the old content', ['?update_request.content'], {
      layer: changed((one, { content }) => Object.assign(one, { content })),
    }),
    state('does not move the time of modification', ['R7'], {
      layer: changed((one, { modifiedAt }) => Object.assign(one, { modifiedAt })),
    }),
    state('also changes another announcement', ['?update_request.blackboard_id'], {
      layer: (_, call, next) => {
        const named = announcementOf(call)?.id;
        for (const one of call.tenant.announcements.slice(-40)) if (one.id !== named) one.content += ' ';
        return next(call);
      },
    }),
    state('changes another announcement instead', ['?update_request.blackboard_id'], {
      layer: parameter('update_request.blackboard_id', (id, _, { tenant }) => another(tenant, id) ?? id),
    }),
    state('forgets the category', ['?update_request.category_id'], {
      layer: whereValid(parameter('update_request.category_id', () => undefined)),
    }),
    state('pins and hides what it is asked to', ['R5'], {
      layer: async (_, call, next) => {
        const reply = await next(call);
        const isMeant = 'push_top' in (Object(valuesOf(call).update_request) as Fields);
        if (isMeant) Object.assign(announcementOf(call) ?? {}, { pinned: true, confidential: true });
        return reply;
      },
    }),
    state('opens a confidential announcement to everybody', ['R5'], {
      layer: answered((body, call) => {
        Object.assign(announcementOf(call) ?? {}, { confidential: false });
        return body;
      }),
    }),
    ...openToAll('update_request', 'changes'),
    falseSuccess,
  ]),
  ...faultsOf('blackboard/delete', [
    state('a no-op', ['R5'], { layer: noOp }),
    state('deletes another one as well', ['?blackboard_id'], {
      layer: answered((body, { tenant, body: { values } }) => {
        const id = another(tenant, values.blackboard_id);
        tenant.announcements = tenant.announcements.filter((one) => one.id !== id);
        return body;
      }),
    }),
    state('an unknown id deletes the newest', ['?blackboard_id'], {
      layer: parameter('blackboard_id', (id, _, { tenant }) =>
        id === 'f'.repeat(32) ? tenant.announcements.at(-1)?.id : id,
      ),
    }),
    state('removes the latest announcement of the operator instead', ['?blackboard_id'], {
      layer: asked((values, call) => {
        const latest = call.tenant.announcements.findLast(({ sender }) => sender === values.operation_userid);
        return announcementOf(call) && latest ? { ...values, blackboard_id: latest.id } : values;
      }),
    }),
    ...openToAll(undefined, 'deletes'),
    falseSuccess,
  ]),
];
