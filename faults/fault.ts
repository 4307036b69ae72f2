import type { Call, Layer, Reply } from '../emulator/call';

/** What kind of promise a fault breaks. */
export const faultClasses = ['schema', 'state', 'lists', 'auth', 'validation', 'envelope'] as const;

type FaultClass = (typeof faultClasses)[number];

/** A seeded defect: an embedded tenant that is wrong in exactly one way. */
export interface Fault {
  /** Endpoint and defect: `blackboard/update: a no-op`; `gateway` or `token` in place of the endpoint where all have it. */
  readonly id: string;
  readonly class: FaultClass;
  /** The documented promise that it breaks, in a sentence. */
  readonly breaks: string;
  /**
   * The same by the ids of `npm run coverage`, such as `blackboard/update/R5` or `report/list?size=>max`: the cases that claim one
   * of them are those that must notice.
   */
  readonly promises: readonly string[];
  readonly layer: Layer;
}

type Fields = Record<string, unknown>;

/** A layer around one endpoint; every other is left as it is. */
export function around(endpoint: string, layer: Layer): Layer {
  return (asked, call, next) => (asked.id === endpoint ? layer(asked, call, next) : next(call));
}

/** Changes the parameters of an endpoint's calls before the tenant sees them. */
export function asked(endpoint: string, change: (values: Fields, call: Call) => Fields): Layer {
  return around(endpoint, (_, call, next) =>
    next(withValues(call, change(structuredClone(valuesOf(call)), call))),
  );
}

/** Changes the body of an endpoint's successes on their way back; refusals pass. */
export function answered(endpoint: string, change: (body: Fields, call: Call) => Fields): Layer {
  return around(endpoint, async (_, call, next) => {
    const reply = await next(call);
    return isSuccess(reply) ? { ...reply, body: change(structuredClone(reply.body) as Fields, call) } : reply;
  });
}

/** Changes what a success holds under `key`, such as `result`. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what stands under the key
export function answeredIn<Value>(
  endpoint: string,
  key: string,
  change: (value: Value, call: Call) => unknown,
): Layer {
  return answered(endpoint, (body, call) => ({ ...body, [key]: change(body[key] as Value, call) }));
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

/** `object` without some of its members. */
export function without(object: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
