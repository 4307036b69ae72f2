import type { Layer } from '../call';
import { Dice } from '../dice';
import { plant } from '../seed/plant';
import type { Announcement, Report, Tenant } from '../tenant';
import { isRead, type Variant } from './variant';

const lagMs = 1000;
const chanceOfOthers = 0.05;

/** Lists that lag, that others write to, and whose cursors are long. */
export const listVariants: readonly Variant[] = [
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
    choices: {
      'report/cursor': 'long',
      'report/people-cursor': 'long',
      'hrm/cursor': 'long',
      'checkin/cursor': 'long',
    },
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
