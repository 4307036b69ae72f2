import { endpoints } from '../../schemas';
import { fact, inferred } from './evidence';

interface Node extends Readonly<Record<string, unknown>> {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
}

/**
 * Expects members of an object in an answer to be what was sent. One that is shown and wrong fails everywhere. One that is not shown fails where
 * the endpoint file says that it is always there; where it may be left out that it is shown is inferred.
 * @param place the endpoint and where the object stands in its answers: `blackboard/get#result`, or the endpoint alone for the whole body.
 * @param names what members are called in the answer, where that is not what they are called here.
 */
export function expectMembers(
  place: string,
  shown: object,
  sent: object,
  names: Readonly<Record<string, string>> = {},
): void {
  const [endpoint = '', member = ''] = place.split('#');
  const always = requiredAt(endpoint, member);
  const [seen, wanted] = [shown as Record<string, unknown>, sent as Record<string, unknown>];
  const missing = Object.keys(wanted).filter((name) => isAbsent(seen[name]) && !isAbsent(wanted[name]));
  const optional = missing.filter((name) => !always.includes(names[name] ?? name));
  expect(pick(seen, Object.keys(wanted), optional)).toEqual(pick(wanted, Object.keys(wanted), optional));
  for (const name of optional)
    fact(inferred(endpoint, `${name} is shown where it was sent`), () => {
      expect({ [name]: 'not shown' }).toEqual({ [name]: 'shown' });
    });
}

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

function pick(object: Record<string, unknown>, names: readonly string[], without: readonly string[]): object {
  return Object.fromEntries(
    names.filter((name) => !without.includes(name)).map((name) => [name, object[name]]),
  );
}

function requiredAt(id: string, member: string): readonly string[] {
  const response: Node = endpoints.find((one) => one.id === id)?.response ?? {};
  const node = member === '' ? response : response.properties?.[member];
  return node?.required ?? [];
}
