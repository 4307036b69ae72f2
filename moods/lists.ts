import type { Call, Layer } from '../emulator/call';
import { Dice } from '../emulator/dice';
import { plant } from '../emulator/plant';
import type { Announcement, Report, Tenant } from '../emulator/tenant';
import { valuesOf, withValues } from '../faults/fault';
import { isRead, type Mood } from './mood';

const lagMs = 1000;
const chanceOfOthers = 0.05;

/** Lists that lag, that others write to, and whose cursors are long. */
export const listMoods: readonly Mood[] = [
  {
    id: 'lagging',
    what: 'Lists show what was created, updated or deleted a second later; what is read by its id is exact.',
    layer: lagging,
  },
  {
    id: 'crowded',
    what: 'Now and then somebody else publishes, changes or deletes an announcement, or writes a report.',
    layer: crowded,
  },
  {
    id: 'long-cursors',
    what: 'Paging tokens have 19 digits, the last of which a JSON number of JavaScript cannot hold.',
    layer: longCursors,
  },
];

interface Moment {
  readonly at: number;
  readonly announcements: Announcement[];
  readonly reports: Report[];
}

const lists = /^(blackboard\/(listids|listtopten)|report\/(list|simplelist))$/;

function lagging(): Layer {
  let history: Moment[] = [];
  return async (endpoint, call, next) => {
    const { tenant } = call;
    if (history.length === 0) history = [momentOf(tenant, 0)];
    if (lists.test(endpoint.id)) return next({ ...call, tenant: seenLate(tenant, history) });
    const reply = await next(call);
    if (!isRead(endpoint)) history = [...history.slice(-500), momentOf(tenant, Date.now())];
    return reply;
  };
}

// Announcements are changed in place, so they are copied; reports never change.
function momentOf({ announcements, reports }: Tenant, at: number): Moment {
  return { at, announcements: announcements.map((one) => ({ ...one })), reports: [...reports] };
}

function seenLate(tenant: Tenant, history: readonly Moment[]): Tenant {
  const past = history.filter(({ at }) => at <= Date.now() - lagMs).at(-1);
  const { announcements, reports } = past ?? tenant;
  return { ...tenant, announcements, reports };
}

function crowded(): Layer {
  const dice = new Dice(Date.now());
  let foreign: Set<string> | undefined;
  return (_, call, next) => {
    foreign ??= new Set(call.tenant.announcements.map(({ id }) => id));
    if (dice.chance(chanceOfOthers)) somebodyActs(call.tenant, dice, foreign);
    return next(call);
  };
}

function somebodyActs(tenant: Tenant, dice: Dice, foreign: Set<string>): void {
  const acts = [publish, publish, change, withdraw, report];
  dice.pick(acts)(tenant, dice, foreign);
}

function publish(tenant: Tenant, dice: Dice, foreign: Set<string>): void {
  const title = `部门通知（第${dice.int(1, 999)}号）`;
  for (const id of plant(tenant, { announcements: [{ title, deptIds: [1] }] }).announcements) foreign.add(id);
}

function change(tenant: Tenant, dice: Dice, foreign: ReadonlySet<string>): void {
  const others = tenant.announcements.filter(({ id }) => foreign.has(id)).slice(-40);
  if (others.length === 0) return;
  Object.assign(dice.pick(others), {
    title: `更正通知（第${dice.int(1, 999)}号）`,
    modifiedAt: tenant.clock.now(),
  });
}

function withdraw(tenant: Tenant, dice: Dice, foreign: ReadonlySet<string>): void {
  const others = tenant.announcements.filter(({ id }) => foreign.has(id)).slice(-40);
  if (others.length === 0) return;
  tenant.announcements.splice(tenant.announcements.indexOf(dice.pick(others)), 1);
}

// By people of the seed who are not the run's; the receivers may be.
function report(tenant: Tenant, dice: Dice): void {
  const people = [...tenant.people.keys()];
  const authors = people.filter((userid) => !/^(manager4220|014722583940217741)$/.test(userid));
  const template = dice.pick(tenant.templates.filter(({ visibleTo }) => !visibleTo));
  plant(tenant, {
    reports: [
      {
        userid: dice.pick(authors),
        templateName: template.name,
        receivers: dice.some(people, dice.int(0, 3)),
      },
    ],
  });
}

const beyond = 1_234_567_890_123_000_001n;
const given = ['cursor', 'offset', 'nextToken'];
const shown = new Set(['next_cursor', 'nextToken']);

// What comes in is read from the text, for the number in it has lost its last digits by now.
function longCursors(): Layer {
  return async (_, call, next) => {
    const reply = await next(withShortCursor(call));
    if (typeof reply.body === 'string') return reply;
    const text = JSON.stringify(reply.body, (name, value: unknown) =>
      shown.has(name) && typeof value === 'number' ? `<<${String(beyond + BigInt(value))}>>` : value,
    );
    return { ...reply, body: text.replace(/"<<(\d+)>>"/g, '$1') };
  };
}

function withShortCursor(call: Call): Call {
  const values = valuesOf(call);
  const texts = given.flatMap((name) => {
    const digits = digitsOf(name, values[name], call.text);
    return digits === undefined ? [] : [[name, String(BigInt(digits) - beyond)] as const];
  });
  return texts.length === 0 ? call : withValues(call, { ...values, ...Object.fromEntries(texts) });
}

function digitsOf(name: string, value: unknown, text: string): string | undefined {
  if (typeof value === 'string') return /^\d{19}$/.exec(value)?.[0];
  return new RegExp(`"${name}":\\s*(\\d{19})`).exec(text)?.[1];
}
