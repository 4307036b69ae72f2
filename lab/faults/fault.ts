import type { Call, Layer } from '../../emulator/call';
import { around, isSuccess, valuesOf, withValues } from '../../emulator/layers';
import type { Source } from '../../schemas/endpoint';

export { around, isSuccess, valuesOf, withValues };

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
  /** Where what it breaks comes from, where that is another source than the one of its promises: that a limit is printed does not say what is done past it. */
  readonly source?: Source;
  readonly layer: Layer;
}

type Fields = Record<string, unknown>;

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

/** `object` without some of its members. */
export function without(object: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
