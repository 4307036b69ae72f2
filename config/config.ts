import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { root } from './root';
import { allowanceOf, readEdition, type Edition } from './edition';
import { inEach, UserError, type Text } from './language';
import { misspelt } from './misspelt';
import { readTenant, type LiveTenant } from './live-tenant';
import { readKnownIssues, type KnownIssue } from './known-issues';
import { count, isDate, isWrong, matching, oneOf, text, type Environment } from './variables';

export type Profile = 'smoke' | 'nightly' | 'full';

/** What decides which cases a run takes. */
export interface Planning {
  readonly profile: Profile;
  readonly stories: Stories;
  /** Calls counted by the monthly quota that a run may make; no bound for a full run unless one is set. */
  readonly budget: number;
  /** Whether the tenant is asked first what it grants: a live one is, and some of the budget goes there. */
  readonly asksFirst: boolean;
  /** The month and the rate follow the edition where nothing else is set. */
  readonly edition: Edition;
  readonly month: Month;
  /** Nothing is written on the tenant: cases that would are skipped. */
  readonly readOnly: boolean;
  /** The date, such as `2026-11-22`, that chooses tonight's slice of the cases. */
  readonly night: string;
}

/** The calls that the tenant has in a month, for all its apps together, and those that others have made in this one. */
interface Month {
  readonly quota: number;
  readonly used: number;
  /** The quota was set, and is no default. */
  readonly isSet?: true;
}

/** How many random stories a run plays, and which. */
interface Stories {
  readonly count: number;
  /** The same seed always gives the same stories; a run without one takes it from its id. */
  readonly seed?: number;
  /** One story of the seed, shortened as a failure says: `3:0:1`. */
  readonly path?: string;
}

interface Settings extends Planning {
  /** A partial run exits 1. */
  readonly strict: boolean;
  /** Absolute path of the folder that the reports go to. */
  readonly reportsDir: string;
  /** How many cases of one spec file are under way at once. */
  readonly concurrency: number;
  /** Milliseconds after which a call that got no answer is given up. */
  readonly timeoutMs: number;
  /** Calls that one API may get in any second; by default what the edition allows. */
  readonly maxRate: number;
  /** Milliseconds that a list may lag behind what was written. */
  readonly lagMs: number;
  /** Failures that make no run red, as long as they have not expired. */
  readonly knownIssues: readonly KnownIssue[];
}

/** What a run is told by its environment. Only a live run has, and needs, a tenant. */
export type Config = Settings &
  ({ readonly target: 'emulator' } | { readonly target: 'live'; readonly tenant: LiveTenant });

/** Everything that is wrong with the environment, listed at once, each with the variable's name and what to do. */
export class ConfigError extends UserError {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly Text[]) {
    const list = inEach((language) => problems.map((each) => `  - ${each[language]}\n`).join(''));
    super({
      en: `The configuration has ${problems.length} problem(s):\n${list.en}Every variable is explained in .env.example.`,
      zh: `配置有 ${problems.length} 处问题：\n${list.zh}各变量的说明见 docs/guides/zh-CN/commands.md。`,
    });
  }
}

/**
 * Reads the whole configuration from `env`.
 * @throws ConfigError naming every problem at once; nothing has been sent by then.
 */
export function readConfig(env: Environment): Config {
  const problems: Text[] = [];
  const target = oneOf(env, 'DINGTALK_TARGET', ['emulator', 'live'], 'emulator', problems);
  const settings = readSettings(env, target, problems);
  const tenant = target === 'live' ? readTenant(env, problems) : undefined;
  problems.push(...misspelt(env));
  if (problems.length > 0) throw new ConfigError(problems);
  return tenant ? { ...settings, target: 'live', tenant } : { ...settings, target: 'emulator' };
}

/**
 * The absolute path of the folder that the reports go to; it can be read however wrong the rest is. A relative one counts from the project's
 * folder, wherever a command is started.
 */
export function readReportsDir(env: Environment): string {
  const given = text(env, 'REPORTS_DIR') ?? 'reports';
  // A shell would have put the folder of the user there; `.env` passes no shell.
  return resolve(root, given.replace(/^~(?=$|[\\/])/, homedir()));
}

/**
 * Reads what decides which cases a run takes, without the rest.
 * @throws ConfigError naming every problem with it.
 */
export function readPlanning(env: Environment): Planning {
  const problems: Text[] = [];
  const read = planning(env, text(env, 'DINGTALK_TARGET') === 'live', problems);
  problems.push(...misspelt(env));
  if (problems.length > 0) throw new ConfigError(problems);
  return read;
}

const budgets: Record<Profile, number> = { smoke: 40, nightly: 120, full: Number.MAX_SAFE_INTEGER };

function planning(env: Environment, live: boolean, problems: Text[]): Planning {
  const profiles = ['smoke', 'nightly', 'full'] as const;
  const profile = oneOf(env, 'SUITE_PROFILE', profiles, live ? 'nightly' : 'full', problems);
  const night = text(env, 'SUITE_NIGHT') ?? new Date().toISOString().slice(0, 10);
  if (!isDate(night)) {
    problems.push(
      isWrong('SUITE_NIGHT', night, { en: 'a date such as 2026-11-22', zh: '日期，例如 2026-11-22' }),
    );
  }
  const budget = count(env, 'SUITE_BUDGET', budgets[profile], problems);
  const usual = live || profile !== 'full' ? 0 : 20;
  const edition = readEdition(env, problems);
  const month = readMonth(env, allowanceOf(edition, night).perMonth, problems);
  const readOnly = oneOf(env, 'SUITE_READ_ONLY', ['0', '1'], '0', problems) === '1';
  return {
    profile,
    budget,
    readOnly,
    asksFirst: live,
    edition,
    month,
    night,
    stories: stories(env, usual, problems),
  };
}

function readMonth(env: Environment, quota: number, problems: Text[]): Month {
  return {
    quota: count(env, 'SUITE_MONTHLY_QUOTA', quota, problems),
    used: text(env, 'SUITE_MONTHLY_USED') === '0' ? 0 : count(env, 'SUITE_MONTHLY_USED', 0, problems),
    ...(text(env, 'SUITE_MONTHLY_QUOTA') === undefined ? {} : { isSet: true }),
  };
}

function stories(env: Environment, usual: number, problems: Text[]): Stories {
  const path = matching(
    env,
    'SUITE_STORY',
    /^\d+(:\d+)*$/,
    { en: 'what a failed story says, such as 3:0:1', zh: '失败的场景给出的值，例如 3:0:1' },
    problems,
  );
  const seed = matching(env, 'SUITE_SEED', /^-?\d{1,10}$/, { en: 'a whole number', zh: '整数' }, problems);
  if (path !== undefined && seed === undefined)
    problems.push({
      en: 'SUITE_STORY is set: it needs its SUITE_SEED.',
      zh: '设置了 SUITE_STORY：还需要与它对应的 SUITE_SEED。',
    });
  const none = text(env, 'SUITE_STORIES') === '0';
  return {
    count: none ? 0 : count(env, 'SUITE_STORIES', path === undefined ? usual : 1, problems),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(path === undefined ? {} : { path }),
  };
}

// Seconds in place of milliseconds would make every call fail.
function timeout(env: Environment, problems: Text[]): number {
  const given = count(env, 'SUITE_TIMEOUT_MS', 10_000, problems);
  if (given < 100)
    problems.push(
      isWrong('SUITE_TIMEOUT_MS', given, { en: 'milliseconds, 100 at least', zh: '毫秒数，至少 100' }),
    );
  return given;
}

function readSettings(env: Environment, target: Config['target'], problems: Text[]): Settings {
  const live = target === 'live';
  const plan = planning(env, live, problems);
  return {
    ...plan,
    strict: oneOf(env, 'SUITE_STRICT', ['0', '1'], '0', problems) === '1',
    reportsDir: readReportsDir(env),
    concurrency: count(env, 'SUITE_CONCURRENCY', 4, problems),
    timeoutMs: timeout(env, problems),
    maxRate: count(env, 'SUITE_MAX_RATE', allowanceOf(plan.edition, plan.night).perSecond, problems),
    lagMs: count(env, 'SUITE_LAG_MS', live ? 10_000 : 2_000, problems),
    knownIssues: readKnownIssues(env, problems).filter((each) => (each.target ?? target) === target),
  };
}
