import type { Capability } from '../../config/capabilities';
import type { Text } from '../../config/language';
import type { Endpoint } from '../../schemas/endpoint';
import { meaningOf } from './codes';
import { consoleAt } from './console';
import { flowsWith } from './flows';
import { isGranted, type Probe } from './probe';

/** What the tenant lets the app do with one endpoint, and what stops without it. */
export interface Permission extends Capability<Text> {
  /** Flows that stop without it; the endpoint's own spec does in any case. */
  readonly flows: readonly string[];
}

/** One row for each endpoint that needs a permission, and one for a token endpoint that is refused while the other is not. */
export function permissionsOf(probes: readonly Probe[], appKey: string): Permission[] {
  const asked = probes.filter((each) => !isToken(each.endpoint) || isOutdone(each, probes));
  const granted = new Set(
    asked.filter((probe) => statusOf(probe) === 'granted').map(({ endpoint }) => endpoint.id),
  );
  const other = (endpoint: Endpoint): Endpoint | undefined =>
    probes
      .map((probe) => probe.endpoint)
      .find((candidate) => (granted.has(candidate.id) || isToken(candidate)) && areOne(candidate, endpoint));
  return asked.map((probe) => rowOf(probe, appKey, other(probe.endpoint)));
}

/** The rows that have to be mended: refused, and needed. */
export function missing(permissions: readonly Permission[]): Permission[] {
  return permissions.filter(({ status, needed }) => status === 'refused' && needed);
}

function rowOf(probe: Probe, appKey: string, other: Endpoint | undefined): Permission {
  const { endpoint } = probe;
  const scopes = scopesOf(probe);
  const row = {
    endpoint: endpoint.id,
    title: endpoint.title.zh,
    status: statusOf(probe),
    needed: other === undefined && isExpected(endpoint),
    scopes,
    flows: flowsWith(endpoint.id),
  };
  if (row.status === 'granted' && !isSpared(probe)) return row;
  const note = noteOf(probe) ?? (other && servedBy(other));
  return {
    ...row,
    ...(note === undefined ? {} : { note }),
    ...(probe.outcome === 'refused' ? refusalOf(probe, scopes, appKey) : {}),
  };
}

function statusOf(probe: Probe): Permission['status'] {
  if (isToken(probe.endpoint)) return 'refused';
  if (isGranted(probe) || isSpared(probe)) return 'granted';
  if (probe.outcome !== 'refused') return 'unknown';
  const meaning = meaningOf(probe.endpoint, probe.code);
  return meaning === 'permission' || meaning === 'closed' ? 'refused' : 'unknown';
}

const isExpected = ({ docs, capability }: Endpoint): boolean =>
  docs.status === 'current' && capability === undefined;

const isSpared = (probe: Probe): boolean => probe.outcome === 'not asked' && probe.grantedWith !== undefined;

const servedBy = ({ id }: Endpoint): Text => ({
  en: `${id} does the same and is granted`,
  zh: `${id} 功能相同，且已开通`,
});

function noteOf(probe: Probe): Text | undefined {
  if (probe.outcome === 'failed' || probe.outcome === 'not asked') return probe.reason;
  if (probe.outcome === 'refused' && meaningOf(probe.endpoint, probe.code) === 'closed')
    return {
      en: `the product behind it is not opened to the company or the app (${probe.code}): ${consoleAt.products.en}`,
      zh: `企业或应用还没有开通对应的产品（${probe.code}）：${consoleAt.products.zh}`,
    };
  return undefined;
}

const isToken = ({ permission }: Endpoint): boolean => permission.anyOf.length === 0;

const isOutdone = ({ endpoint, outcome }: Probe, probes: readonly Probe[]): boolean =>
  outcome === 'refused' &&
  probes.some((each) => each.outcome === 'answered' && areOne(each.endpoint, endpoint));

// An archived endpoint and the one that took its place (decision 7: who has either has what it takes).
const areOne = (one: Endpoint, another: Endpoint): boolean =>
  one.docs.successor === another.id || another.docs.successor === one.id;

/** The scopes that the tenant asks for, or else those that the documentation names. */
function scopesOf(probe: Probe): readonly string[] {
  const { anyOf } = probe.endpoint.permission;
  if (probe.outcome !== 'refused') return anyOf;
  const { accessdenieddetail: detail } = probe.body as { accessdenieddetail?: { requiredScopes?: string[] } };
  const [, told = ''] = /requiredScopes=\[([^\]]+)\]/.exec(JSON.stringify(probe.body)) ?? [];
  const asked = detail?.requiredScopes ?? told.split(',').map((scope) => scope.trim());
  return asked.some((scope) => scope !== '') ? asked : anyOf;
}

function refusalOf(
  { endpoint, code }: { readonly endpoint: Endpoint; readonly code: string },
  scopes: readonly string[],
  appKey: string,
) {
  const [outer = code, subCode] = code.split('/');
  // Where the documentation prints the name of a permission and not its id, no link can be made.
  const scope = scopes.find((name) => /^[\w.-]+$/.test(name));
  return {
    code: outer,
    ...(subCode === undefined ? {} : { subCode }),
    ...(meaningOf(endpoint, code) === 'permission' && scope !== undefined
      ? { link: applyAt(appKey, scope) }
      : {}),
  };
}

/** The page of the console on which a scope is applied for. */
const applyAt = (appKey: string, scope: string): string =>
  `https://open-dev.dingtalk.com/appscope/apply?content=${appKey}%23${scope}`;
