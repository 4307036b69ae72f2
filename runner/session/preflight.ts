import type { Exchange } from '../../client/exchange';
import type { Redactor } from '../../client/redaction/redact';
import type { Capabilities, Capability } from '../../config/capabilities';
import type { Config } from '../../config/config';
import { inEach, joined, same, told, UserError, type Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import { settingsDigest, tenantName } from '../../config/tenant-name';
import { lineOf, problemText } from '../doctor/check';
import { consoleAt, publishing } from '../doctor/console';
import { unavailableIn, unavailableToReaders, type Unavailable } from '../doctor/unavailable';
import { diagnose, type Diagnosis } from '../doctor/diagnose';
import { callsToAsk } from '../doctor/probe';
import {
  cachedCapabilities,
  cacheCapabilities,
  cacheLimit,
  clearCache,
  type CacheKey,
} from '../doctor/capability-cache';
import { diagnosisText, permissionCounts } from '../doctor/table';
import { tenantProblems } from '../doctor/tenant-checks';
import { connect } from './connect';

/** What is known of a tenant before a run begins. */
export interface Preflight {
  /** Endpoints that no case may call, by id, and why. */
  readonly unavailable: Unavailable;
  /** Only of a live tenant. */
  readonly capabilities?: Capabilities;
  /** What was found, for the terminal; empty where nothing had to be asked. */
  readonly text: Text;
}

type LiveConfig = Config & { readonly target: 'live'; readonly tenant: LiveTenant };

/**
 * Finds out by harmless calls which of the endpoints that a live run is about the tenant grants; what was asked on the same day is not
 * asked again. The calls are added to `exchanges`. An embedded tenant grants everything and is not asked.
 * @throws UserError with the doctor's text where the run could not start.
 */
export async function preflight(
  config: Config,
  about: ReadonlySet<string>,
  redactor: Redactor,
  exchanges: Exchange[],
): Promise<Preflight> {
  const writing = config.readOnly ? unavailableToReaders() : {};
  if (config.target !== 'live') return { unavailable: writing, text: same('') };
  const used = new Set([...about].filter((id) => writing[id] === undefined));
  const { asked, ...all } = await found(config, used, redactor, exchanges);
  const endpoints = all.endpoints.filter(({ endpoint }) => isAbout(endpoint, used));
  const here = { ...all, endpoints };
  const capabilities: Capabilities = {
    ...told(here, 'en'),
    endpoints: endpoints.map(recorded),
    ...(here.problems && {
      problems: here.problems.map(({ subject, text: { en, zh } }) => ({ subject, text: en, textZh: zh })),
    }),
  };
  return {
    unavailable: { ...unavailableIn(capabilities), ...writing },
    capabilities,
    text: textOf(here, asked),
  };
}

const recorded = (one: Capability<Text>): Capability => ({
  ...told(one, 'en'),
  ...(one.note && { noteZh: one.note.zh }),
});

// What is remembered of today, and what had to be asked now.
async function found(
  config: LiveConfig,
  used: ReadonlySet<string>,
  redactor: Redactor,
  exchanges: Exchange[],
): Promise<Capabilities<Text> & { asked?: Diagnosis }> {
  const now = new Date().toISOString();
  const known = cachedCapabilities(cacheKeyOf(config), now) ?? {
    askedAt: now,
    endpoints: [],
  };
  const open = new Set([...used].filter((id) => !known.endpoints.some(({ endpoint }) => endpoint === id)));
  if (open.size === 0) return known;
  const asked = await ask(config, open, redactor, exchanges);
  rememberLimit(config, asked, now);
  if (asked.isForeign) throw new UserError(lines(asked.checks.map(problemText)));
  const problems = [...(known.problems ?? []), ...tenantProblems(config.tenant, asked.checks)];
  const all = { askedAt: known.askedAt, endpoints: [...known.endpoints, ...asked.permissions], problems };
  const isNothing = !known.endpoints.some(({ status }) => status === 'granted');
  if (asked.exitStatus === 2 && isNothing) throw new UserError(nothingText(asked));
  cacheCapabilities(cacheKeyOf(config), all);
  return { ...all, planned: callsToAsk(open), asked };
}

function rememberLimit(config: LiveConfig, { monthlyLimit }: Diagnosis, now: string): void {
  if (monthlyLimit !== undefined) cacheLimit(cacheKeyOf(config), monthlyLimit, now);
}

/** Has the runs of the day know what a doctor found; a tenant with which no run could start is asked again by the next. */
export function remember(config: Config, found: Diagnosis): void {
  if (config.target !== 'live') return;
  const [askedAt, key] = [new Date().toISOString(), cacheKeyOf(config)];
  rememberLimit(config, found, askedAt);
  const problems = tenantProblems(config.tenant, found.checks);
  if (found.exitStatus === 2) clearCache(key);
  else cacheCapabilities(key, { askedAt, endpoints: found.permissions, problems });
}

// Where it is remembered what the tenant of a live run grants.
function cacheKeyOf(config: LiveConfig): CacheKey {
  const { reportsDir, tenant } = config;
  return { reportsDir, tenant: tenantName(config), appKey: tenant.app.key, settings: settingsDigest(tenant) };
}

// Every run needs a token.
const isAbout = (endpoint: string, used: ReadonlySet<string>): boolean =>
  used.has(endpoint) || endpoint.startsWith('token/');

async function ask(
  config: LiveConfig,
  endpoints: ReadonlySet<string>,
  redactor: Redactor,
  exchanges: Exchange[],
): Promise<Diagnosis> {
  const connection = await connect(config, redactor);
  try {
    return await diagnose(connection, { endpoints, isBrief: true });
  } finally {
    exchanges.push(...connection.exchanges);
    await connection.close();
  }
}

function textOf(
  { askedAt, endpoints, problems = [] }: Capabilities<Text>,
  asked: Diagnosis | undefined,
): Text {
  const { en, zh } = permissionCounts(endpoints);
  const when = asked ? askedNow(asked) : askedBefore(askedAt.slice(11, 16));
  return lines([
    { en: `${en} (${when.en}).`, zh: `${zh}（${when.zh}）。` },
    ...(asked
      ? problemLines(asked)
      : problems.map(({ text }) => inEach((language) => `  [FIX] ${text[language]}`))),
    ...refusalLines(endpoints),
  ]);
}

const askedNow = ({ calls: { all, counted } }: Diagnosis): Text => ({
  en: `asked by ${all} calls, ${counted} of them counted`,
  zh: `查询用了 ${all} 次调用，其中 ${counted} 次计入配额`,
});

const askedBefore = (at: string): Text => ({
  en: `as they were asked at ${at} UTC; \`npm run doctor\` asks anew`,
  zh: `${at} UTC 的查询结果；重新查询请运行 \`npm run doctor\``,
});

const lines = (texts: readonly Text[]): Text => joined(texts, same('\n'));

const noToken: Text = { en: 'The credentials were refused.', zh: '凭证被拒绝。' };

const noneGranted: Text = {
  en: 'The tenant grants none of the endpoints that this run is about.',
  zh: '这次运行要调用的接口，租户一个都没有开通。',
};

const notTold: Text = { en: 'The tenant could not be asked what it grants.', zh: '没能向租户查询权限。' };

// What has to be done comes first, for a report shows the beginning.
function nothingText(asked: Diagnosis): Text {
  // Where nothing answers, or no token is given, nobody has refused an endpoint.
  const isRefused = asked.permissions.some(({ status }) => status === 'refused');
  const isSignedOut = asked.checks.some(({ name, status }) => name === 'credentials' && status === 'problem');
  return lines([
    isSignedOut ? noToken : isRefused ? noneGranted : notTold,
    ...problemLines(asked),
    ...refusalLines(asked.permissions),
    inEach((language) => `\n${diagnosisText(asked, language)}`),
  ]);
}

function problemLines({ checks }: Diagnosis): Text[] {
  const problems = checks.filter(({ status }) => status === 'problem');
  return problems.flatMap((check) => [
    inEach((language) => `  [FIX] ${lineOf(check)[language]}`),
    inEach((language) => `        -> ${(check.todo?.[language] ?? '').replaceAll('\n', '\n           ')}`),
  ]);
}

// One scope often opens several endpoints, and is applied for once.
function refusalLines(endpoints: readonly Capability<Text>[]): Text[] {
  const refused = new Map<string, Refused>();
  for (const { endpoint, status, scopes, link } of endpoints) {
    if (status !== 'refused') continue;
    const where = link === undefined ? consoleAt.permissions : same(link);
    const key = scopes.length > 0 ? `${scopes.join()} ${where.en}` : '';
    const { ids } = refused.get(key) ?? { ids: [] };
    refused.set(key, { ids: [...ids, endpoint], scopes, where });
  }
  const isToApply = [...refused.keys()].some((key) => key !== '');
  const apply = { en: `  Apply, ${publishing.en}.`, zh: `  请先申请，${publishing.zh}。` };
  return [...[...refused.values()].map(refusalText), ...(isToApply ? [apply] : [])];
}

interface Refused {
  readonly ids: readonly string[];
  readonly scopes: readonly string[];
  readonly where: Text;
}

function refusalText({ ids, scopes, where }: Refused): Text {
  if (scopes.length === 0)
    return {
      en: `  refused ${ids.join(', ')}: the other token endpoint serves`,
      zh: `  未开通 ${ids.join('、')}：由另一个获取 token 的接口代替`,
    };
  return {
    en: `  refused ${ids.join(', ')}: scope ${scopes.join(' or ')}\n        -> ${where.en}`,
    zh: `  未开通 ${ids.join('、')}：权限点 ${scopes.join(' 或 ')}\n        -> ${where.zh}`,
  };
}
