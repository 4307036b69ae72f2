/** What a service refuses whose code no source names: a parameter, an id, a person, or who may not do this. */
type Unnamed = 'parameter' | 'id' | 'person' | 'right';

/**
 * The service says no: an `errcode` with its text. Handlers throw it; the gateway wraps it as its family does.
 * With `unnamed` the code is a choice of the tenant, which differs by product.
 */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    message: string,
    readonly unnamed?: Unnamed,
  ) {
    super(message);
  }
}

/** The v1.0 service says no: an HTTP status with a `code` and its text. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A gateway says no before any service is asked: the members of the body as they were recorded. */
export class GatewayRefusal extends Error {
  constructor(
    readonly members: Readonly<Record<string, unknown>>,
    readonly status = 200,
  ) {
    super(`refused by the gateway: ${JSON.stringify(members)}`);
  }
}

/** A parameter that the service cannot accept; the docs name no code. */
export function badParameter(detail: string): Refusal {
  return new Refusal(400002, `参数错误: ${detail}`, 'parameter');
}

/** An id that nothing has, or has any more; the docs name no code. */
export function unknownId(name: string): Refusal {
  return new Refusal(400002, `参数错误: ${name}`, 'id');
}

/** Somebody whom the organisation does not know; the code differs from page to page. */
export function unknownPerson(): Refusal {
  return new Refusal(60121, '找不到该用户', 'person');
}

/** Somebody who may not do this. The code is named for hrm alone. */
export function notAllowed(): Refusal {
  return new Refusal(400020, '无访问权限', 'right');
}
