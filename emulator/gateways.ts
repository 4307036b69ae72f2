import type { Endpoint } from '../schemas/endpoint';
import { classic } from './families/classic';
import type { Call } from './call';
import type { HttpRefusal, Refusal } from './refusal';
import type { GatewayRefusal } from './refusal';
import type { App } from './tenant';
import { topapi } from './families/topapi';
import { v1 } from './families/v1';

/** Parameters as a family of paths reads them; `textual` when all came as text, as in a query or a form. */
export interface Parameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly textual: boolean;
}

/** A refusal as it goes over the wire. */
interface Refused {
  readonly status: number;
  readonly body: object;
}

/** What is wrong with a parameter that was given. */
interface Mistake {
  readonly required: boolean;
  /** Whether it has the type that it has to have, and breaks a limit. */
  readonly isOfType: boolean;
}

/** One family of paths with its own envelope, token place and refusals. */
export interface Gateway {
  /** The answer to a path that nobody serves. */
  unknownPath(call: Call): GatewayRefusal;
  /** The answer to a method that the endpoint does not have; undefined where every method is served. */
  wrongMethod(call: Call): GatewayRefusal | undefined;
  /** The token where this family looks for it; undefined when it is absent or blank. */
  token(call: Call): string | undefined;
  noToken(): GatewayRefusal;
  badToken(): GatewayRefusal;
  noPermission(app: App, call: Call): GatewayRefusal | Refusal;
  parameters(call: Call): Parameters;
  missing(parameter: string, call: Call): GatewayRefusal | HttpRefusal | Refusal;
  invalid(parameter: string, call: Call, mistake: Mistake): GatewayRefusal | HttpRefusal | Refusal;
  success(endpoint: Endpoint, payload: object): object;
  refused(endpoint: Endpoint | undefined, refusal: GatewayRefusal | HttpRefusal | Refusal): Refused;
  headers(): Record<string, string>;
}

/** Finds the family that a path belongs to. A path without `/v1.0/` is served by the legacy gateway (observed). */
export function gatewayOf(path: string): Gateway {
  if (path.startsWith('/v1.0/')) return v1;
  return path.startsWith('/topapi/') ? topapi : classic;
}
