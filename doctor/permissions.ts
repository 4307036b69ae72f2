import type { Endpoint } from '../schemas/endpoint';
import { meaningOf } from './codes';
import { flowsWith } from './flows';
import type { Probe } from './probe';

/** What the tenant lets the app do with one endpoint. */
export interface Permission {
  readonly endpoint: string;
  readonly title: string;
  readonly status: 'granted' | 'refused' | 'unknown';
  /** Whether a run is poorer without it: neither archived, nor of a product that has to be opened apart, nor served by another endpoint. */
  readonly needed: boolean;
  /** Any one of these opens it. */
  readonly scopes: readonly string[];
  /** Flows that stop without it; the endpoint's own spec does in any case. */
  readonly flows: readonly string[];
  /** Of a refusal: `errcode` or `code`, and `sub_code` where it is wrapped in 88. */
  readonly code?: string;
  readonly subCode?: string;
  /** Where the scope is applied for. */
  readonly link?: string;
  /** Why it is not known, or what else there is to say. */
  readonly note?: string;
}

/** One row for each endpoint that needs a permission. */
export function permissionsOf(probes: readonly Probe[], appKey: string): Permission[] {
  const asked = probes.filter(({ endpoint }) => endpoint.permission.anyOf.length > 0);
  const granted = new Set(
    asked.filter((probe) => statusOf(probe) === 'granted').map(({ endpoint }) => endpoint.id),
  );
  const other = (endpoint: Endpoint): Endpoint | undefined =>
    asked
      .map((probe) => probe.endpoint)
      .find((candidate) => granted.has(candidate.id) && areOne(candidate, endpoint));
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
    needed: endpoint.docs.status === 'current' && endpoint.capability === undefined && other === undefined,
    scopes,
    flows: flowsWith(endpoint.id),
  };
  if (row.status === 'granted') return row;
  const note = noteOf(probe) ?? (other && `${other.id} does the same and is granted`);
  return {
    ...row,
    ...(note === undefined ? {} : { note }),
    ...(probe.outcome === 'refused' ? refusalOf(probe, scopes, appKey) : {}),
  };
}

// The permission is checked before the business rules (inferred): whoever is refused by those has it.
function statusOf(probe: Probe): Permission['status'] {
  if (probe.outcome === 'answered') return 'granted';
  if (probe.outcome !== 'refused') return 'unknown';
  const meaning = meaningOf(probe.endpoint, probe.code);
  if (meaning === 'service') return 'granted';
  return meaning === 'permission' || meaning === 'closed' ? 'refused' : 'unknown';
}

function noteOf(probe: Probe): string | undefined {
  if (probe.outcome === 'failed' || probe.outcome === 'not asked') return probe.reason;
  if (probe.outcome === 'refused' && meaningOf(probe.endpoint, probe.code) === 'closed')
    return 'the product behind it is not opened to the company or the app';
  return undefined;
}

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
  const link = `https://open-dev.dingtalk.com/appscope/apply?content=${appKey}%23${scope ?? ''}`;
  return {
    code: outer,
    ...(subCode === undefined ? {} : { subCode }),
    ...(meaningOf(endpoint, code) === 'permission' && scope !== undefined ? { link } : {}),
  };
}
