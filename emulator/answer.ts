import type { SchemaObject } from 'ajv';
import type { Endpoint } from '../schemas/endpoint';
import { familyOf, refusalSchema } from '../schemas/gateways';
import { violations } from '../schemas/validate';
import type { Call, Layer, Reply } from './call';
import { chosenCode } from './codes';
import { gatewayOf, type Gateway } from './gateways';
import { GatewayRefusal, HttpRefusal, Refusal } from './refusal';
import { acceptedRequest, needsToken } from './request';
import type { Route } from './route';
import { routes } from './routes';

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

function unknownPath(call: Call): Reply {
  const gateway = gatewayOf(call.path);
  return { ...gateway.refused(undefined, gateway.unknownPath(call)), headers: gateway.headers() };
}

function ownAnswer(call: Call): Reply {
  const { endpoint, path } = call;
  const gateway = gatewayOf(path);
  try {
    const body = gateway.success(endpoint, served(gateway, call));
    return checked(call, endpoint.response, { status: 200, headers: gateway.headers(), body });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const refusal = error instanceof Refusal ? chosenCode(error, call) : error;
    const refused = { ...gateway.refused(endpoint, refusal), headers: gateway.headers() };
    return checked(call, refusalSchema(familyOf(endpoint)), refused);
  }
}

// Observed: the name first, the rules last. What comes between them, and in which order, is a choice.
function served(gateway: Gateway, call: Call): object {
  const { endpoint, method, tenant } = call;
  const wrongMethod = method === endpoint.method ? undefined : gateway.wrongMethod(call);
  if (wrongMethod) throw wrongMethod;
  if (orderOf(call) === 'parameters-first') checkParameters(gateway, call);
  if (needsToken(endpoint)) checkApp(gateway, call);
  const route = routeOf.get(endpoint.id);
  if (!route) throw new Error(`The embedded tenant does not know how to answer ${endpoint.id}.`);
  return route.answer(tenant, acceptedRequest(gateway, call), call);
}

function orderOf({ endpoint, tenant }: Call): ReturnType<typeof tenant.choice<'v1/order'>> {
  return tenant.choice(endpoint.gateway === 'api' ? 'v1/order' : 'topapi/order');
}

// Observed: the token is checked before the service sees a call, so what the service refuses waits.
function checkParameters(gateway: Gateway, call: Call): void {
  try {
    acceptedRequest(gateway, call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function checkApp(gateway: Gateway, call: Call): void {
  const token = gateway.token(call);
  if (token === undefined) throw gateway.noToken();
  const app = call.tenant.apps.get(call.tenant.tokens.appKeyOf(token, call.endpoint.gateway) ?? '');
  if (!app) throw gateway.badToken();
  if (orderOf(call) === 'permission-last') checkParameters(gateway, call);
  const { anyOf } = call.endpoint.permission;
  const isOpen = anyOf.length === 0 || anyOf.some((scope) => app.scopes.has(scope));
  if (!isOpen) throw gateway.noPermission(app, call);
}

function isRefusal(error: unknown): error is GatewayRefusal | HttpRefusal | Refusal {
  return error instanceof GatewayRefusal || error instanceof HttpRefusal || error instanceof Refusal;
}

/** What the tenant says has to be as it is documented too, or as it chose; otherwise it says so, loudly and unlike DingTalk. */
function checked({ endpoint: { id }, tenant }: Call, schema: SchemaObject, reply: Reply): Reply {
  const broken = violations(schema, reply.body).find(
    ({ keyword, path }) => !tenant.allows(`${keyword} ${path}`),
  );
  if (!broken) return reply;
  const what = `the answer breaks its schema: ${broken.path} ${broken.message}`;
  const headers = { 'content-type': 'text/plain;charset=utf-8' };
  return { status: 500, headers, body: `Embedded tenant, ${id}: ${what}\n${JSON.stringify(reply.body)}\n` };
}
