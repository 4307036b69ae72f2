/** What a text is as JSON; undefined where it is none. Digits of large numbers may be lost: it is for looking, not for judging. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A member somewhere in a JSON value, by a path such as `result.data_list`; undefined where there is none. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (above, step) =>
        typeof above === 'object' && above !== null
          ? (above as Readonly<Record<string, unknown>>)[step]
          : undefined,
      value,
    );

/** The list there; an empty one where there is none. */
export function listAt(value: unknown, path: string): unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

/** Whether a value has members, and is no list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
