import type { Reply, SendOptions } from '../../client/client';
import type { Endpoint } from '../../schemas/endpoint';
import { api, skip } from './tenant';

// What a tenant answers that has not granted the permission, on each gateway, or has not opened the app behind the API.
const lacking = new Set(['88/60011', 'Forbidden.AccessDenied.AccessTokenPermissionDenied', 'corpNotOpenHrm']);

/** Sends a request; skips the case where the tenant refuses it for lack of the permission or of the app behind it. */
export async function sendIfPermitted<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
  options?: SendOptions,
): Promise<Reply<Response>> {
  const reply = await api.send(endpoint, request, options);
  if (!reply.refused || !lacking.has(reply.code)) return reply;
  return skip(`the tenant has not opened ${endpoint.id} to the app: it answers ${reply.code}`);
}

/** Sends a request that has to succeed wherever it is permitted, and returns the body. */
export async function mustIfPermitted<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
  options?: SendOptions,
): Promise<Response> {
  const reply = await sendIfPermitted(endpoint, request, options);
  return reply.refused ? refuted(reply) : reply.body;
}

/** The body of a reply; skips the case where it was refused, with the reason. */
export function bodyOrSkip<Response>(reply: Reply<Response>, reason: string): Response {
  return reply.refused ? skip(`${reason}: ${reply.code}`) : reply.body;
}

function refuted(reply: Reply<unknown>): never {
  expect(reply).not.toBeRefused();
  throw new Error('A refusal was taken for a success.');
}
