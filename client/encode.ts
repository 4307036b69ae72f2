import type { Endpoint } from '../schemas/endpoint';
import { writeJson } from './strict-json';

/**
 * How a request is written: `json` as most clients do, `form` as the docs' curl samples do (objects as one JSON string each, the
 * token among the fields), `strings` as the official Java SDK does (JSON whose top-level scalars are strings).
 */
export type Encoding = 'json' | 'form' | 'strings';

/** Where a token stands; each gateway reads it in its own place only, and none as `Authorization: Bearer`. */
export type TokenPlace = 'query' | 'header' | 'form' | 'bearer';

export interface Encoded {
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const tokenHeader = 'x-acs-dingtalk-access-token';

/** The place that the endpoint's gateway reads the token from, for a request written in this way. */
export function tokenPlace(endpoint: Endpoint, encoding: Encoding): TokenPlace {
  if (endpoint.gateway === 'api') return 'header';
  return encoding === 'form' && endpoint.method === 'POST' ? 'form' : 'query';
}

/** Writes a request to an endpoint: path, query, headers and body. */
export function encode(
  endpoint: Endpoint,
  parameters: object,
  { encoding, token, place }: { encoding: Encoding; token: string | undefined; place: TokenPlace },
): Encoded {
  const tokenAt = (here: TokenPlace): [string, string][] =>
    token !== undefined && place === here ? [['access_token', token]] : [];
  const headers = {
    accept: 'application/json',
    ...(token !== undefined && place === 'header' ? { [tokenHeader]: token } : {}),
    ...(token !== undefined && place === 'bearer' ? { authorization: `Bearer ${token}` } : {}),
  };
  const query = [...tokenAt('query'), ...(endpoint.method === 'GET' ? fields(parameters) : [])];
  const target = endpoint.path + (query.length > 0 ? `?${new URLSearchParams(query).toString()}` : '');
  if (endpoint.method === 'GET') return { target, headers };
  return { target, ...written(parameters, encoding, tokenAt('form'), headers) };
}

function written(
  parameters: object,
  encoding: Encoding,
  tokenField: [string, string][],
  headers: Record<string, string>,
): { headers: Record<string, string>; body: string } {
  if (encoding === 'form') {
    const body = new URLSearchParams([...tokenField, ...fields(parameters)]).toString();
    return {
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body,
    };
  }
  const body = writeJson(
    encoding === 'strings' ? Object.fromEntries(scalarsAsStrings(parameters)) : parameters,
  );
  return { headers: { ...headers, 'content-type': 'application/json;charset=UTF-8' }, body };
}

function fields(parameters: object): [string, string][] {
  return given(parameters).map(([name, value]) => [name, isScalar(value) ? String(value) : writeJson(value)]);
}

function scalarsAsStrings(parameters: object): [string, unknown][] {
  return given(parameters).map(([name, value]) => [name, isScalar(value) ? String(value) : value]);
}

const given = (parameters: object): [string, unknown][] =>
  Object.entries(parameters).filter(([, value]) => value !== undefined);

const isScalar = (value: unknown): value is string | number | bigint | boolean => typeof value !== 'object';
