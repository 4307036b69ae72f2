import type { Circus } from '@jest/types';
import type { Redactor } from '../../client/redaction/redact';

/** Takes every secret out of what a case or a hook has thrown, before anybody prints or writes it; errors are changed in place. */
export function cleanErrors(errors: Circus.TestEntry['errors'], redactor: Redactor): void {
  errors.forEach((thrown: unknown, index) => {
    const each = (part: unknown): unknown => withoutSecrets(part, redactor, new Set());
    const cleaned: unknown = Array.isArray(thrown) ? thrown.map(each) : each(thrown);
    Reflect.set(errors, index, cleaned);
  });
}

function withoutSecrets(value: unknown, redactor: Redactor, seen: Set<unknown>): unknown {
  if (typeof value === 'string') return redactor.redactPainted(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  const clean = (member: unknown): unknown => withoutSecrets(member, redactor, seen);
  if (Array.isArray(value)) return value.map(clean);
  // A spec runs in a sandbox whose Error is another one, so `instanceof` would not know it.
  if (typeof Reflect.get(value, 'stack') !== 'string') {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [redactor.redact(name), clean(member)]),
    );
  }
  for (const name of Object.getOwnPropertyNames(value)) {
    Reflect.set(value, name, clean(Reflect.get(value, name)));
  }
  return value;
}
