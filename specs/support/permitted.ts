import type { Reply, SendOptions } from '../../client/client';
import { callSite, CallFailure } from '../../client/failure';
import type { Endpoint } from '../../schemas/endpoint';
import { isLacking, lackingText } from '../../client/lacking';
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

/** The body of an answer, or nothing where the call was refused: for what may be closed to whoever asks. */
export const answersOf = <Response>(reply?: Reply<Response>): Response[] =>
  !reply || reply.refused ? [] : [reply.body];

/** Sends a request that has to succeed wherever it is permitted, and returns the body. */
export async function mustIfPermitted<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
  options?: SendOptions,
): Promise<Response> {
  return bodyOf(endpoint, await sendIfPermitted(endpoint, request, options));
}

/**
 * The body of an answer that has to be a success.
 * @throws CallFailure when the call was refused.
 */
export function bodyOf<Response>(endpoint: Endpoint, reply: Reply<Response>): Response {
  if (!reply.refused) return reply.body;
  const { exchange, code } = reply;
  throw new CallFailure(endpoint, `was refused: ${code}`, exchange, callSite(), { refusedAs: code });
}
