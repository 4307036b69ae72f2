import type { Endpoint } from '../schemas/endpoint';
import type { Call } from './call';
import type { Tenant } from './tenant';

/** Members of an answer that the gateway adds; a handler returns the rest. */
type Envelope = 'errcode' | 'errmsg' | 'success' | 'request_id';

/** The body of an answer without its envelope. */
export type Payload<Response> = Omit<Response, Envelope>;

/** How the tenant answers one endpoint. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly answer: (tenant: Tenant, request: Record<string, unknown>, call: Call) => object;
}

/** Binds an endpoint to the function that answers it; the request has passed the endpoint's schema by then. */
export function route<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  answer: (tenant: Tenant, request: Request, call: Call) => Payload<Response>,
): Route {
  return {
    endpoint,
    // The one place where the compiler has to believe what the schema check has shown.
    answer: (tenant, request, call) => answer(tenant, request as Request, call),
  };
}

type MayBeAbsent<Shape> = {
  [Key in keyof Shape]: Pick<Shape, Key> extends Required<Pick<Shape, Key>>
    ? Shape[Key]
    : Shape[Key] | undefined;
};

/** Leaves out the members that are undefined, which JSON and closed schemas know only as absent. */
export function present<Shape extends object>(members: MayBeAbsent<Shape>): Shape {
  const known = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Shape;
}
