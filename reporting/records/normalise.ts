/**
 * Puts names in the place of values: `<id:1>`, `<time:2>`, `<text:3>`, the same for the same value, so that an example shows how values
 * belong together and none of them. A list is cut after its second element.
 */
export class Normaliser {
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  normalise(value: unknown, name = ''): unknown {
    if (Array.isArray(value)) return value.slice(0, 2).map((each) => this.normalise(each, name));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, member]: [string, unknown]) => [key, this.normalise(member, key)]),
      );
    const kind = kindOf(name, value);
    return kind === undefined ? value : this.#named(kind, String(value));
  }

  #named(kind: string, value: string): string {
    const key = `${kind} ${value}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const fresh = `<${kind}:${count}>`;
    this.#names.set(key, fresh);
    return fresh;
  }
}

const byName: readonly (readonly [pattern: RegExp, kind: string | undefined])[] = [
  [/^(errcode|errmsg|sort|type|size|code)$/i, undefined],
  [/^request_?id$/i, 'request-id'],
  [/cursor|token$/i, 'cursor'],
];

// Undefined where the value itself tells nothing of a tenant: a code, a flag, a small number, an empty text.
function kindOf(name: string, value: unknown): string | undefined {
  if (value === '' || value === null || typeof value === 'boolean') return undefined;
  const named = byName.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  return isTime(value) ? 'time' : ofValue(name, value);
}

function ofValue(name: string, value: unknown): string | undefined {
  if (/id(s|_?list)?$|_code$/i.test(name)) return 'id';
  if (typeof value === 'string') return 'text';
  return Math.abs(Number(value)) >= 1000 ? 'number' : undefined;
}

const isTime = (value: unknown): boolean =>
  typeof value === 'number' ? value > 1e9 && value < 1e13 : /^\d{4}-\d\d-\d\d/.test(String(value));
