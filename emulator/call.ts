import type { HonoRequest } from 'hono';
import type { Endpoint } from '../schemas/endpoint';
import type { Tenant } from './tenant';

/** The body of a call as it was read; whatever is neither JSON object nor form counts as none. */
type Body =
  | { readonly kind: 'json' | 'form'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'none'; readonly values: Readonly<Record<string, never>> };

/** One call to one endpoint of the tenant, before anything about it was checked. */
export interface Call {
  readonly tenant: Tenant;
  readonly endpoint: Endpoint;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Body;
  /** The body as it came: a reader of numbers may lose digits. */
  readonly text: string;
}

/** What goes back: an object is sent as JSON, a text as it is. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | string;
}

/** Thrown by a layer that lets the connection break instead of answering. */
export class HungUp extends Error {
  override readonly name = 'HungUp';
}

/**
 * Something around the answer of an endpoint: it may look at the call, answer itself, or change what comes back.
 * Layers are how a tenant is made slow, busy or wrong on purpose.
 */
export type Layer = (
  endpoint: Endpoint,
  call: Call,
  next: (call: Call) => Promise<Reply>,
) => Reply | Promise<Reply>;

const nothing: Body = { kind: 'none', values: {} };

/** Reads a call. A body that cannot be parsed counts as none: what topapi answers to it is unknown, so it is assumed. */
export async function readCall(tenant: Tenant, endpoint: Endpoint, request: HonoRequest): Promise<Call> {
  const text = await request.text();
  return {
    tenant,
    endpoint,
    method: request.method,
    path: request.path,
    headers: request.header(),
    query: request.query(),
    body: parse(request.header('content-type') ?? '', text, tenant),
    text,
  };
}

function parse(contentType: string, text: string, { choice }: Tenant): Body {
  if (contentType.includes('x-www-form-urlencoded')) {
    return { kind: 'form', values: Object.fromEntries(new URLSearchParams(text)) };
  }
  const isPlain = contentType === '' || contentType.startsWith('text/plain');
  const isRead = contentType.includes('json') || (isPlain && choice('topapi/plain-text') === 'read');
  return isRead ? parseJson(text) : nothing;
}

function parseJson(text: string): Body {
  try {
    const values: unknown = JSON.parse(text);
    return isRecord(values) ? { kind: 'json', values } : nothing;
  } catch {
    return nothing;
  }
}

/** Returns a text that says something; undefined for a blank one and for anything else. */
export function filledText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Tells whether a value is an object with members, neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
