import type { Call, Layer, Reply } from './call';

type Fields = Record<string, unknown>;

/** A layer around one endpoint; every other is left as it is. */
export function around(endpoint: string, layer: Layer): Layer {
  return (asked, call, next) => (asked.id === endpoint ? layer(asked, call, next) : next(call));
}

/** Changes every JSON body on its way back; what is no JSON passes. */
export function rewritten(change: (body: object, call: Call, reply: Reply) => object): Layer {
  return async (_, call, next) => {
    const reply = await next(call);
    return typeof reply.body === 'string' ? reply : { ...reply, body: change(reply.body, call, reply) };
  };
}

/** The parameters of a call, wherever they stand. */
export function valuesOf(call: Call): Fields {
  return call.method === 'GET' ? { ...call.query } : { ...call.body.values };
}

/** The same call with other parameters. */
export function withValues(call: Call, values: Fields): Call {
  if (call.method === 'GET') return { ...call, query: values as Record<string, string> };
  return { ...call, body: { kind: call.body.kind === 'form' ? 'form' : 'json', values } };
}

/** Whether a reply is a success of either gateway. */
export function isSuccess({ status, body }: Reply): boolean {
  if (status !== 200 || typeof body === 'string') return false;
  return !('errcode' in body) || body.errcode === 0;
}
