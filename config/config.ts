import { resolve } from 'node:path';

export type Profile = 'smoke' | 'nightly' | 'full';

/** What decides which cases a run takes. */
export interface Planning {
  readonly profile: Profile;
  readonly stories: Stories;
  /** Calls counted by the monthly quota that a run may make; no bound for a full run unless one is set. */
  readonly budget: number;
  /** Whether the tenant is asked first what it grants: a live one is, and some of the budget goes there. */
  readonly asksFirst: boolean;
  readonly month: Month;
  /** The date, such as `2026-11-22`, that chooses tonight's slice of the cases. */
  readonly night: string;
}

/** The calls that the tenant has in a month, for all its apps together, and those that others have made in this one. */
interface Month {
  readonly quota: number;
  readonly used: number;
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
  /** Nothing is written on the tenant: cases that would are skipped. */
  readonly readOnly: boolean;
  /** Absolute path of the folder that the reports go to. */
  readonly reportsDir: string;
  /** How many cases of one spec file are under way at once. */
  readonly concurrency: number;
  /** Milliseconds after which a call that got no answer is given up. */
  readonly timeoutMs: number;
  /** Calls that one API may get in any second; 20 is what a standard tenant allows (documented). */
  readonly maxRate: number;
  /** Milliseconds that a list may lag behind what was written. */
  readonly lagMs: number;
}

/** The tenant that a live run talks to: both gateways, the app, the people it may address, and the template it may fill. */
export interface LiveTenant {
  readonly urls: { readonly oapi: string; readonly api: string };
  readonly app: { readonly key: string; readonly secret: string };
  readonly people: { readonly operator: string; readonly user: string };
  readonly deptId?: number;
  readonly templateName: string;
  /** The `@mediaId` of an uploaded picture; without it no case sends a cover. */
  readonly coverMediaId?: string;
  /** An app that was granted nothing; without it no case sees whether a permission is asked for. */
  readonly bareApp?: { readonly key: string; readonly secret: string };
  /** A token whose two hours are over; without it no case sees whether one is still accepted then. */
  readonly expiredToken?: string;
}

/** What a run is told by its environment. Only a live run has, and needs, a tenant. */
export type Config =
  | (Settings & {
      readonly target: 'emulator';
      /** Id of the one fault that the embedded tenant has; for proving what the suite notices. */
      readonly fault?: string;
    })
  | (Settings & { readonly target: 'live'; readonly tenant: LiveTenant });

/** Everything that is wrong with the environment, listed at once, each with the variable's name and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((text) => `  - ${text}`).join('\n')}\nEvery variable is explained in .env.example.`,
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const required = {
  DINGTALK_APP_KEY:
    'the Client ID of the internal app: developer console > the app > credentials (凭证与基础信息)',
  DINGTALK_APP_SECRET:
    'the Client Secret of the internal app: developer console > the app > credentials (凭证与基础信息)',
  DINGTALK_OPERATOR_USERID:
    'the userid of an announcement administrator: admin console > contacts > the person > employee UserID',
  DINGTALK_USERID:
    'the userid of an ordinary employee: admin console > contacts > the person > employee UserID',
  DINGTALK_TEMPLATE_NAME:
    'the exact name of a report template whose fields are all text: DingTalk > reports (日志) > templates',
} as const;

/**
 * Reads the whole configuration from `env`.
 * @throws ConfigError naming every problem at once; nothing has been sent by then.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const target = oneOf(env, 'DINGTALK_TARGET', ['emulator', 'live'], 'emulator', problems);
  const settings = readSettings(env, target, problems);
  const tenant = target === 'live' ? readTenant(env, problems) : undefined;
  const fault = text(env, 'SUITE_FAULT');
  if (fault !== undefined && tenant)
    problems.push('SUITE_FAULT is set: only the embedded tenant can be made wrong.');
  if (problems.length > 0) throw new ConfigError(problems);
  if (tenant) return { ...settings, target: 'live', tenant };
  return { ...settings, target: 'emulator', ...(fault === undefined ? {} : { fault }) };
}

/** The absolute path of the folder that the reports go to; it can be read however wrong the rest is. */
export function readReportsDir(env: Environment): string {
  return resolve(text(env, 'REPORTS_DIR') ?? 'reports');
}

/**
 * Reads what decides which cases a run takes, without the rest.
 * @throws ConfigError naming every problem with it.
 */
export function readPlanning(env: Environment): Planning {
  const problems: string[] = [];
  const read = planning(env, text(env, 'DINGTALK_TARGET') === 'live', problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return read;
}

const budgets: Record<Profile, number> = { smoke: 40, nightly: 120, full: Number.MAX_SAFE_INTEGER };

function planning(env: Environment, live: boolean, problems: string[]): Planning {
  const profiles = ['smoke', 'nightly', 'full'] as const;
  const profile = oneOf(env, 'SUITE_PROFILE', profiles, live ? 'nightly' : 'full', problems);
  const night = text(env, 'SUITE_NIGHT') ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(night) || Number.isNaN(Date.parse(night))) {
    problems.push(`SUITE_NIGHT is '${night}': it has to be a date such as 2026-11-22.`);
  }
  const budget = count(env, 'SUITE_BUDGET', budgets[profile], problems);
  const usual = live || profile !== 'full' ? 0 : 20;
  const month = {
    quota: count(env, 'SUITE_MONTHLY_QUOTA', 5000, problems),
    used: text(env, 'SUITE_MONTHLY_USED') === '0' ? 0 : count(env, 'SUITE_MONTHLY_USED', 0, problems),
  };
  return { profile, budget, asksFirst: live, month, night, stories: stories(env, usual, problems) };
}

function stories(env: Environment, usual: number, problems: string[]): Stories {
  const path = matching(
    env,
    'SUITE_STORY',
    /^\d+(:\d+)*$/,
    'what a failed story says, such as 3:0:1',
    problems,
  );
  const seed = matching(env, 'SUITE_SEED', /^-?\d{1,10}$/, 'a whole number', problems);
  if (path !== undefined && seed === undefined) problems.push('SUITE_STORY is set: it needs its SUITE_SEED.');
  const none = text(env, 'SUITE_STORIES') === '0';
  return {
    count: none ? 0 : count(env, 'SUITE_STORIES', path === undefined ? usual : 1, problems),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(path === undefined ? {} : { path }),
  };
}

function readSettings(env: Environment, target: Config['target'], problems: string[]): Settings {
  const live = target === 'live';
  return {
    ...planning(env, live, problems),
    strict: oneOf(env, 'SUITE_STRICT', ['0', '1'], '0', problems) === '1',
    readOnly: oneOf(env, 'SUITE_READ_ONLY', ['0', '1'], '0', problems) === '1',
    reportsDir: readReportsDir(env),
    concurrency: count(env, 'SUITE_CONCURRENCY', 4, problems),
    timeoutMs: count(env, 'SUITE_TIMEOUT_MS', 10_000, problems),
    maxRate: count(env, 'SUITE_MAX_RATE', 20, problems),
    lagMs: count(env, 'SUITE_LAG_MS', live ? 10_000 : 2_000, problems),
  };
}

function readTenant(env: Environment, problems: string[]): LiveTenant {
  const value = (name: keyof typeof required): string => {
    const given = text(env, name);
    if (given === undefined) problems.push(`${name} is missing: ${required[name]}.`);
    return given ?? '';
  };
  const tenant = {
    urls: {
      oapi: baseUrl(env, 'DINGTALK_OAPI_URL', 'https://oapi.dingtalk.com', problems),
      api: baseUrl(env, 'DINGTALK_API_URL', 'https://api.dingtalk.com', problems),
    },
    app: { key: value('DINGTALK_APP_KEY'), secret: value('DINGTALK_APP_SECRET') },
    people: { operator: value('DINGTALK_OPERATOR_USERID'), user: value('DINGTALK_USERID') },
    templateName: value('DINGTALK_TEMPLATE_NAME'),
  };
  const deptId = department(env, problems);
  const coverMediaId = text(env, 'DINGTALK_COVER_MEDIA_ID');
  const bareApp = appWithoutPermissions(env, tenant.app.key, problems);
  const expiredToken = text(env, 'DINGTALK_EXPIRED_TOKEN');
  return {
    ...tenant,
    ...(deptId === undefined ? {} : { deptId }),
    ...(coverMediaId === undefined ? {} : { coverMediaId }),
    ...(bareApp === undefined ? {} : { bareApp }),
    ...(expiredToken === undefined ? {} : { expiredToken }),
  };
}

function appWithoutPermissions(
  env: Environment,
  appKey: string,
  problems: string[],
): LiveTenant['bareApp'] | undefined {
  const [key, secret] = [text(env, 'DINGTALK_BARE_APP_KEY'), text(env, 'DINGTALK_BARE_APP_SECRET')];
  if (key !== undefined && key === appKey)
    problems.push('DINGTALK_BARE_APP_KEY is the key of DINGTALK_APP_KEY: it has to be that of another app.');
  if (key !== undefined && secret !== undefined) return { key, secret };
  if (key !== undefined || secret !== undefined)
    problems.push(
      `DINGTALK_BARE_APP_${key === undefined ? 'KEY' : 'SECRET'} is missing: the two name one app, or leave both out.`,
    );
  return undefined;
}

function department(env: Environment, problems: string[]): number | undefined {
  const given = text(env, 'DINGTALK_DEPT_ID');
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(given) && given !== '1') return Number(given);
  problems.push(
    `DINGTALK_DEPT_ID is '${given}': it has to be the number of one department, and not 1 or -1, which are the whole company.`,
  );
  return undefined;
}

// A variable that is set to nothing counts as not set: a copied .env.example has such lines.
function text(env: Environment, name: string): string | undefined {
  const given = env[name]?.trim();
  return given === '' ? undefined : given;
}

function oneOf<const Choice extends string>(
  env: Environment,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
  problems: string[],
): Choice {
  const given = text(env, name) ?? fallback;
  const choice = choices.find((candidate) => candidate === given);
  if (choice === undefined)
    problems.push(`${name} is '${given}': it has to be one of ${choices.join(', ')}.`);
  return choice ?? fallback;
}

function count(env: Environment, name: string, fallback: number, problems: string[]): number {
  const given = text(env, name);
  if (given === undefined) return fallback;
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  problems.push(`${name} is '${given}': it has to be a whole number from 1 to 9999999.`);
  return fallback;
}

function matching(
  env: Environment,
  name: string,
  pattern: RegExp,
  what: string,
  problems: string[],
): string | undefined {
  const given = text(env, name);
  if (given !== undefined && !pattern.test(given))
    problems.push(`${name} is '${given}': it has to be ${what}.`);
  return given;
}

function baseUrl(env: Environment, name: string, fallback: string, problems: string[]): string {
  const given = text(env, name) ?? fallback;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && isSafe(url) && isBare(url)) return given.replace(/\/+$/, '');
  // Whoever puts a password into a URL shall not find it in a log.
  const shown = given.replace(/\/\/[^/]*@/, '//…@');
  problems.push(
    `${name} is '${shown}': it has to be an https URL without user, query and fragment (http is for this machine's own 127.0.0.1 only).`,
  );
  return fallback;
}

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));

const isBare = ({ username, password, search, hash }: URL): boolean =>
  username + password + search + hash === '';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
