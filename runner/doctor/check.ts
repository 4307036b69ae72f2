import type { Exchange } from '../../client/exchange';
import type { LiveTenant } from '../../config/live-tenant';
import { meaningOf, type Meaning } from './codes';
import type { Probe } from './probe';
import type { TokenTrouble } from './token-desk';

/** One thing that a run relies on: what was seen of it, and, where it is not well, what to do and where. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'problem' | 'unknown';
  readonly seen: string;
  readonly todo?: string;
}

/** Everything that the checks judge by. */
export interface Evidence {
  readonly tenant: LiveTenant;
  readonly probes: readonly Probe[];
  readonly exchanges: readonly Exchange[];
  /** The gateways that refuse a token which was just given. */
  readonly tokenTroubles: readonly TokenTrouble[];
}

/** How an endpoint answered, or that it was not asked at all. */
export type Asked = Probe | { readonly outcome: 'not asked'; readonly reason: string };

/** The probes that were refused for this. */
export function refusedAs(
  { probes }: Evidence,
  meaning: Meaning,
): (Probe & { readonly outcome: 'refused' })[] {
  return probes
    .filter((probe) => probe.outcome === 'refused')
    .filter(({ endpoint, code }) => meaningOf(endpoint, code) === meaning);
}

/** The probe of an endpoint; as if it was not asked where there is none. */
export function probeOf({ probes }: Evidence, id: string): Asked {
  return (
    probes.find(({ endpoint }) => endpoint.id === id) ?? { outcome: 'not asked', reason: 'it was not asked' }
  );
}

/** The code and the text of a refusal, shortened. */
export function refusalText({ code, body }: { readonly code: string; readonly body: object }): string {
  const { sub_msg: sub, errmsg, message } = body as Record<string, unknown>;
  const text = [sub, errmsg, message].find((value) => typeof value === 'string') ?? '';
  return `${code} ${text.length > 120 ? `${text.slice(0, 120)}...` : text}`.trim();
}

/** A check that is not well, for a message of its own: what was seen, and below it what to do. */
export function problemText({ name, seen, todo = '' }: Check): string {
  return `${name}: ${seen}.\n  -> ${todo}.`;
}
