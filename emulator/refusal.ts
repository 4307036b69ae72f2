/** The service says no: an `errcode` with its text. Handlers throw it; the gateway wraps it as its family does. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    message: string,
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

/** A parameter that the service cannot accept. That the code is 400002 is assumed; the docs name no code. */
export function badParameter(detail: string): Refusal {
  return new Refusal(400002, `参数错误: ${detail}`);
}

/** Somebody who may not do this. That the code is 400020 is assumed for every endpoint but those of hrm. */
export function notAllowed(): Refusal {
  return new Refusal(400020, '无访问权限');
}
