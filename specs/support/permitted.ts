import type { Reply, SendOptions } from '../../client/client';
import type { Endpoint } from '../../schemas/endpoint';
import { isLacking, lackingText } from './lacking';
import { api, skip } from './tenant';

/** Sends a request; skips the case where the tenant refuses it for lack of the permission or of the app behind it. */
export async function sendIfPermitted<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
  options?: SendOptions,
): Promise<Reply<Response>> {
  const reply = await api.send(endpoint, request, options);
  if (!reply.refused || !isLacking(reply.code)) return reply;
  return skip(lackingText(endpoint.id, reply.code));
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

/** The body of a reply; where it was refused, somebody's tenant may lack what is asked about and the case is skipped: ours does not. */
export function bodyOrSkip<Response>(reply: Reply<Response>, reason: string): Response {
  if (!reply.refused) return reply.body;
  return globalThis.suite.run.target === 'emulator' ? refuted(reply) : skip(`${reason}: ${reply.code}`);
}

function refuted(reply: Reply<unknown>): never {
  expect(reply).not.toBeRefused();
  throw new Error('A refusal was taken for a success.');
}
