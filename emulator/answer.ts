import type { SchemaObject } from 'ajv';
import type { Endpoint } from '../schemas/endpoint';
import { familyOf, refusalSchema } from '../schemas/gateways';
import { violations } from '../schemas/validate';
import type { Call, Layer, Reply } from './call';
import { gatewayOf, type Gateway } from './gateways';
import { GatewayRefusal, HttpRefusal, Refusal } from './refusal';
import { acceptedRequest, needsToken } from './request';
import type { Route } from './route';
import { routes } from './routes';
import type { App } from './tenant';

const routeOf = new Map<string, Route>(routes.map((route) => [route.endpoint.id, route]));

/** Answers one call: the layers from the outside in, then the tenant itself. */
export function answerCall(call: Call, layers: readonly Layer[]): Promise<Reply> {
  const [outermost, ...inner] = layers;
  if (!outermost) return Promise.resolve(isServed(call) ? ownAnswer(call) : unknownPath(call));
  return Promise.resolve(outermost(call.endpoint, call, (passed) => answerCall(passed, inner)));
}

/** What stands in the place of an endpoint where a path is none; a layer may take the call to one that is. */
export function noEndpoint(path: string): Endpoint {
  const [some] = routes;
  if (!some) throw new Error('The embedded tenant has no routes.');
  return { ...some.endpoint, id: '', path };
}

const isServed = ({ endpoint }: Call): boolean => endpoint.id !== '';

function unknownPath({ path }: Call): Reply {
  const gateway = gatewayOf(path);
  return { ...gateway.refused(undefined, gateway.unknownPath(path)), headers: gateway.headers() };
}

function ownAnswer(call: Call): Reply {
  const { endpoint, path } = call;
  const gateway = gatewayOf(path);
  try {
    const body = gateway.success(endpoint, served(gateway, call));
    return checked(endpoint, endpoint.response, { status: 200, headers: gateway.headers(), body });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const refused = { ...gateway.refused(endpoint, error), headers: gateway.headers() };
    return checked(endpoint, refusalSchema(familyOf(endpoint)), refused);
  }
}

// Name, token, permission, parameters, rules. Observed: the name first, the rules last. Assumed: the rest of the order.
function served(gateway: Gateway, call: Call): object {
  const { endpoint, method, tenant } = call;
  const wrongMethod = method === endpoint.method ? undefined : gateway.wrongMethod();
  if (wrongMethod) throw wrongMethod;
  if (needsToken(endpoint)) checkPermission(gateway, endpoint, callingApp(gateway, call));
  const request = acceptedRequest(gateway, call);
  const route = routeOf.get(endpoint.id);
  if (!route) throw new Error(`The embedded tenant does not know how to answer ${endpoint.id}.`);
  return route.answer(tenant, request, call);
}

function callingApp(gateway: Gateway, call: Call): App {
  const token = gateway.token(call);
  if (token === undefined) throw gateway.noToken();
  const app = call.tenant.apps.get(call.tenant.tokens.appKeyOf(token) ?? '');
  if (!app) throw gateway.badToken();
  return app;
}

function checkPermission(gateway: Gateway, { permission: { anyOf } }: Endpoint, app: App): void {
  const open = anyOf.length === 0 || anyOf.some((scope) => app.scopes.has(scope));
  if (!open) throw gateway.noPermission(app, anyOf);
}

function isRefusal(error: unknown): error is GatewayRefusal | HttpRefusal | Refusal {
  return error instanceof GatewayRefusal || error instanceof HttpRefusal || error instanceof Refusal;
}

/** What the tenant says has to be as it is documented too; otherwise it says so, loudly and unlike DingTalk. */
function checked({ id }: Endpoint, schema: SchemaObject, reply: Reply): Reply {
  const [broken] = violations(schema, reply.body);
  if (!broken) return reply;
  const what = `the answer breaks its schema: ${broken.path} ${broken.message}`;
  const headers = { 'content-type': 'text/plain;charset=utf-8' };
  return { status: 500, headers, body: `Embedded tenant, ${id}: ${what}\n${JSON.stringify(reply.body)}\n` };
}
