import type { Reply } from '../../client/client';
import { fact, inferred } from './evidence';

/** Expects an answer to have this content type, blanks and case apart. */
export function expectMediaType({ exchange }: Reply<unknown>, wanted: string): void {
  const type = exchange.responseHeaders?.['content-type'] ?? 'none';
  expect({ 'content-type': type.toLowerCase().replaceAll(' ', '') }).toEqual({
    'content-type': expect.stringMatching(new RegExp(`^${wanted}`)) as string,
  });
}

/** Expects the body of an answer to have some keys, and not to have others. */
export function expectNames(
  { body, exchange }: Reply<unknown>,
  { has, lacks }: { readonly has: readonly string[]; readonly lacks: readonly string[] },
): void {
  const names = Object.keys(body as object);
  expect({ missing: has.filter((name) => !names.includes(name)) }).toEqual({ missing: [] });
  expectWithout(exchange.endpoint, body as object, lacks);
}

/** Expects an object of an answer to be without some keys. A service may always answer with more than its page knows, so that is inferred. */
export function expectWithout(endpoint: string, object: object, names: readonly string[]): void {
  fact(inferred(endpoint, `there is no ${names.join(', ')}`), () => {
    expect({ surplus: names.filter((name) => name in object) }).toEqual({ surplus: [] });
  });
}

/** Expects the body of an answer to end with a key. JSON knows no order, so that is inferred. */
export function expectLast({ body, exchange }: Reply<unknown>, name: string): void {
  const last = Object.keys(body as object).at(-1);
  fact(inferred(exchange.endpoint, `${name} is the last key`), () => {
    expect({ last }).toEqual({ last: name });
  });
}

/** The names of an answer's headers, in lower case. */
export function headersOf({ exchange }: Reply<unknown>): string[] {
  return Object.keys(exchange.responseHeaders ?? {});
}
