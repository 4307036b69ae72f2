import type { Exchange } from '../../client/exchange';
import type { Redactor } from '../../client/redaction/redact';
import type { Capabilities, Capability } from '../../config/capabilities';
import type { Config } from '../../config/config';
import type { LiveTenant } from '../../config/live-tenant';
import { settingsDigest, tenantName } from '../../config/tenant-name';
import { problemText } from '../doctor/check';
import { consoleAt, publishing } from '../doctor/console';
import { unavailableIn, unavailableToReaders, type Unavailable } from '../doctor/unavailable';
import { diagnose, type Diagnosis } from '../doctor/diagnose';
import { callsToAsk } from '../doctor/probe';
import { cachedCapabilities, cacheCapabilities, cacheLimit, type CacheKey } from '../doctor/capability-cache';
import { diagnosisText } from '../doctor/table';
import { tenantProblems } from '../doctor/tenant-checks';
import { connect } from './connect';

/** What is known of a tenant before a run begins. */
export interface Preflight {
  /** Endpoints that no case may call, by id, and why. */
  readonly unavailable: Unavailable;
  /** Only of a live tenant. */
  readonly capabilities?: Capabilities;
  /** What was found, for the terminal; empty where nothing had to be asked. */
  readonly text: string;
}

type LiveConfig = Config & { readonly target: 'live'; readonly tenant: LiveTenant };

/**
 * Finds out by harmless calls which of the endpoints that a live run is about the tenant grants; what was asked on the same day is not
 * asked again. The calls are added to `exchanges`. An embedded tenant grants everything and is not asked.
 * @throws an Error with the doctor's text where the run could not start.
 */
export async function preflight(
  config: Config,
  about: ReadonlySet<string>,
  redactor: Redactor,
  exchanges: Exchange[],
): Promise<Preflight> {
  const writing = config.readOnly ? unavailableToReaders() : {};
  if (config.target !== 'live') return { unavailable: writing, text: '' };
  const used = new Set([...about].filter((id) => writing[id] === undefined));
  const { asked, ...all } = await found(config, used, redactor, exchanges);
  const endpoints = all.endpoints.filter(({ endpoint }) => isAbout(endpoint, used));
  const capabilities = { ...all, endpoints };
  return {
    unavailable: { ...unavailableIn(capabilities), ...writing },
    capabilities,
    text: textOf(capabilities, asked),
  };
}

// What is remembered of today, and what had to be asked now.
async function found(
  config: LiveConfig,
  used: ReadonlySet<string>,
  redactor: Redactor,
  exchanges: Exchange[],
): Promise<Capabilities & { asked?: Diagnosis }> {
  const now = new Date().toISOString();
  const known = cachedCapabilities(cacheKeyOf(config), now) ?? { askedAt: now, endpoints: [] };
  const open = new Set([...used].filter((id) => !known.endpoints.some(({ endpoint }) => endpoint === id)));
  if (open.size === 0) return known;
  const asked = await ask(config, open, redactor, exchanges);
  if (asked.monthlyLimit !== undefined) cacheLimit(cacheKeyOf(config), asked.monthlyLimit, now);
  if (asked.isForeign) throw new Error(asked.checks.map(problemText).join('\n'));
  const problems = [...(known.problems ?? []), ...tenantProblems(config.tenant, asked.checks)];
  const all = { askedAt: known.askedAt, endpoints: [...known.endpoints, ...asked.permissions], problems };
  const isNothing = !known.endpoints.some(({ status }) => status === 'granted');
  if (asked.exitStatus === 2 && isNothing) throw new Error(nothingText(asked));
  cacheCapabilities(cacheKeyOf(config), all);
  return { ...all, planned: callsToAsk(open), asked };
}

/** Where it is remembered what the tenant of a live run grants. */
export function cacheKeyOf(config: LiveConfig): CacheKey {
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

function textOf({ askedAt, endpoints, problems = [] }: Capabilities, asked: Diagnosis | undefined): string {
  const count = (status: Capability['status']): number =>
    endpoints.filter((each) => each.status === status).length;
  const when = asked
    ? `asked by ${asked.calls.all} calls, ${asked.calls.counted} of them counted`
    : `as they were asked at ${askedAt.slice(11, 16)} UTC; \`npm run doctor\` asks anew`;
  return [
    `Permissions: ${count('granted')} granted, ${count('refused')} refused, ${count('unknown')} unknown (${when}).`,
    ...(asked ? problemLines(asked) : problems.map(({ text }) => `  [FIX] ${text}`)),
    ...refusalLines(endpoints),
  ].join('\n');
}

// What has to be done comes first, for a report shows the beginning.
function nothingText(asked: Diagnosis): string {
  return [
    'The tenant grants none of the endpoints that this run is about.',
    ...problemLines(asked),
    ...refusalLines(asked.permissions),
    `\n${diagnosisText(asked)}`,
  ].join('\n');
}

function problemLines({ checks }: Diagnosis): string[] {
  return checks.flatMap(({ name, status, seen, todo = '' }) =>
    status === 'problem' ? [`  [FIX] ${name}: ${seen}`, `        -> ${todo}`] : [],
  );
}

// One scope often opens several endpoints, and is applied for once.
function refusalLines(endpoints: readonly Capability[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { endpoint, status, scopes, link = consoleAt.permissions } of endpoints) {
    if (status !== 'refused') continue;
    const scope = scopes.length > 0 ? `scope ${scopes.join(' or ')}` : 'the other token endpoint serves';
    const key = scopes.length > 0 ? `${scope}\n        -> ${link}` : scope;
    lines.set(key, [...(lines.get(key) ?? []), endpoint]);
  }
  const told = [...lines].map(([key, ids]) => `  refused ${ids.join(', ')}: ${key}`);
  return told.some((line) => line.includes('scope ')) ? [...told, `  Apply, ${publishing}.`] : told;
}
