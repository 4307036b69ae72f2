import { isRecord, type Call, type Layer, type Reply } from '../../emulator/call';
import { fromGmt8, toGmt8 } from '../../emulator/clock';
import { isSuccess, valuesOf, withValues } from '../../emulator/layers';
import type { Tenant, TenantContent } from '../../emulator/tenant';
import { parametersOf } from '../../fixtures/generated-places';
import { violations } from '../../schemas/validate';

export type Fields = Record<string, unknown>;

/** Changes what stands at a place; undefined takes it away. It is asked where nothing stands, too, as long as `holder` is there. */
export type Change<Value> = (value: Value, holder: Fields, call: Call) => unknown;

/** Changes calls before the tenant sees them. */
export function passed(change: (call: Call) => Call): Layer {
  return (_, call, next) => next(change(call));
}

/** Changes the parameters of calls before the tenant sees them. */
export function asked(change: (values: Fields, call: Call) => Fields): Layer {
  return passed((call) => withValues(call, change(structuredClone(valuesOf(call)), call)));
}

/** Changes one parameter, such as `create_request.title`, before the tenant sees it. */
export function parameter<Value>(path: string, change: Change<Value>): Layer {
  return asked((values, call) => changedAt(values, path, change, call));
}

/** Refuses calls for which that holds: the tenant is made to look at a request that nobody could take. */
export function refusing(when: (values: Fields, call: Call) => boolean): Layer {
  return passed((call) => (when(valuesOf(call), call) ? withValues(call, unusable(call)) : call));
}

/**
 * The layer around valid requests alone: what the docs refuse is refused by a wrong tenant too, so that a fault is noticed for what it
 * is and not for what it makes of a request without a parameter.
 */
export function whereValid(layer: Layer): Layer {
  return (endpoint, call, next) => {
    const found = violations(endpoint.request, valuesOf(call));
    // A query knows texts only.
    const wrong = endpoint.method === 'GET' ? found.filter(({ keyword }) => keyword !== 'type') : found;
    return wrong.length > 0 ? next(call) : layer(endpoint, call, next);
  };
}

/** Changes answers on their way back; what is no JSON passes. */
export function replied(change: (reply: Reply, body: Fields, call: Call) => Reply): Layer {
  return async (_, call, next) => {
    const reply = await next(call);
    return typeof reply.body === 'string'
      ? reply
      : change(reply, structuredClone(reply.body) as Fields, call);
  };
}

/** Changes the body of successes. */
export function answered(change: (body: Fields, call: Call) => Fields): Layer {
  return replied((reply, body, call) => (isSuccess(reply) ? { ...reply, body: change(body, call) } : reply));
}

/** Changes one field of successes, such as `result.data_list[].report_id`. */
export function field<Value>(path: string, change: Change<Value>): Layer {
  return answered((body, call) => changedAt(body, path, change, call));
}

/** Changes the body of refusals. */
export function refused(change: (body: Fields, call: Call) => Fields): Layer {
  return replied((reply, body, call) => (isSuccess(reply) ? reply : { ...reply, body: change(body, call) }));
}

/** An answer of topapi that the tenant has no part in: a success, unless `body` has another errcode. */
export function invented(body: Fields): Reply {
  const headers = { 'content-type': 'application/json;charset=UTF-8' };
  return { status: 200, headers, body: { errcode: 0, ...body, request_id: '16l4ew3d47pdp' } };
}

/** Several layers as one, the first outermost. */
export function together(...[outer, ...inner]: readonly Layer[]): Layer {
  if (outer === undefined) return (_, call, next) => next(call);
  return (endpoint, call, next) =>
    outer(endpoint, call, async (given) => together(...inner)(endpoint, given, next));
}

/** Something that a wrong tenant remembers from one call to the next: one of it per tenant. */
export function memory<Kept>(make: () => Kept): (call: Call) => Kept {
  const byTenant = new WeakMap<Tenant, Kept>();
  return ({ tenant }) => {
    const kept = byTenant.get(tenant) ?? make();
    byTenant.set(tenant, kept);
    return kept;
  };
}

/** Counts the calls that reach it, one count per tenant: true for every `nth`. */
export function everyNth(nth: number): (call: Call) => boolean {
  const counter = memory(() => ({ count: 0 }));
  return (call) => ++counter(call).count % nth === 0;
}

/** Lets the tenant answer one call as if its content were another. It answers at once, so nobody else meets that content. */
export function amid(
  call: Call,
  content: Partial<TenantContent>,
  next: (call: Call) => Promise<Reply>,
): Promise<Reply> {
  const { tenant } = call;
  const kept = { ...tenant };
  Object.assign(tenant, content);
  const reply = next(call);
  Object.assign(tenant, Object.fromEntries(Object.keys(content).map((name) => [name, kept[name as never]])));
  return reply;
}

/** `object` without some of its members. */
export function without(object: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/** A time as DingTalk writes it so many hours later; anything else as it is. */
export function later(time: unknown, hours: number): unknown {
  const at = typeof time === 'string' ? fromGmt8(time) : undefined;
  return at === undefined ? time : toGmt8(at + hours * 3_600_000);
}

function changedAt<Value>(root: Fields, path: string, change: Change<Value>, call: Call): Fields {
  atEach(root, path.replaceAll('[]', '.[]').split('.'), (holder, key) => {
    const value = change(holder[key] as Value, holder, call);
    if (value === undefined) Reflect.deleteProperty(holder, key);
    else holder[key] = value;
  });
  return root;
}

function atEach(
  value: unknown,
  [step = '', ...rest]: readonly string[],
  act: (holder: Fields, key: string) => void,
): void {
  if (step === '[]' ? !Array.isArray(value) : !isRecord(value)) return;
  const holder = value as Fields;
  for (const key of step === '[]' ? Object.keys(holder) : [step]) {
    if (rest.length === 0) act(holder, key);
    else atEach(holder[key], rest, act);
  }
}

function unusable({ endpoint, query: { access_token } }: Call): Fields {
  const names = Object.entries(parametersOf(endpoint).properties ?? {});
  if (endpoint.method !== 'GET')
    return Object.fromEntries(names.map(([name, { type }]) => [name, type === 'object' ? 1 : {}]));
  const numbers = names.flatMap(([name, { type }]) => (type === 'integer' ? [[name, 'x']] : []));
  // The token of a classic GET stands among its parameters.
  return { ...(access_token !== undefined && { access_token }), ...(Object.fromEntries(numbers) as Fields) };
}
