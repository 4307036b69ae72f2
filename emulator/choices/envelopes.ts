import { familyOf } from '../../schemas/gateways';
import type { Described } from '../../schemas/values';
import { isRecord, type Call, type Layer } from '../call';
import { isSuccess, rewritten } from '../layers';

type Headers = Readonly<Record<string, string>>;

/** Changes headers on their way back. */
export function changedHeaders(change: (headers: Headers) => Headers): Layer {
  return async (_, call, next) => {
    const reply = await next(call);
    return { ...reply, headers: { ...reply.headers, ...change(reply.headers) } };
  };
}

/** Changes a text at the top of every body that has it. */
export function changedBodies(name: string, change: (text: string) => string): Layer {
  return rewritten((body) => {
    const value = (body as Record<string, unknown>)[name];
    return typeof value === 'string' ? { ...body, [name]: change(value) } : body;
  });
}

/** Changes successes, object by object and from the inside out, with the schema of each at hand. */
export function changedObjects(
  change: (members: Record<string, unknown>, shape: Described, call: Call) => Record<string, unknown>,
  concerns: (call: Call) => boolean = () => true,
): Layer {
  const walk = (value: unknown, shape: Described, call: Call): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, shape.items ?? {}, call));
    if (!isRecord(value)) return value;
    const members = Object.entries(value).map(([name, member]) => [
      name,
      walk(member, shape.properties?.[name] ?? {}, call),
    ]);
    return change(Object.fromEntries(members) as Record<string, unknown>, shape, call);
  };
  return rewritten((body, call, reply) =>
    isSuccess(reply) && concerns(call) ? (walk(body, call.endpoint.response, call) as object) : body,
  );
}

/** Whether a call is to an endpoint of one product, such as `report`. */
export const isOf =
  (product: string) =>
  ({ endpoint }: Call): boolean =>
    endpoint.id.startsWith(`${product}/`);

/** Whether a call is to topapi. */
export const isTopapi = ({ endpoint }: Call): boolean =>
  endpoint.id !== '' && familyOf(endpoint) === 'topapi';
