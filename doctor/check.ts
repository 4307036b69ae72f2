import type { Exchange } from '../client/exchange';
import type { LiveTenant } from '../config/live-tenant';
import type { Probe } from './probe';

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
}

/** The probe of an endpoint; as if it was not asked where there is none. */
export function probeOf(
  { probes }: Evidence,
  id: string,
): Probe | { readonly outcome: 'not asked'; readonly reason: string } {
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
