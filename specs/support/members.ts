import { endpoints } from '../../schemas';
import { fact } from './evidence';

interface Node {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/**
 * Expects members of an object in an answer to be what was sent. One that is shown and wrong fails everywhere. One that is not shown fails where
 * the endpoint file says that it is always there; where it may be left out that it is shown is inferred.
 * @param place the endpoint and where the object stands in its answers: `blackboard/get#result`, or the endpoint alone for the whole body.
 */
export function expectMembers(place: string, shown: object, sent: object): void {
  const [endpoint = '', path = ''] = place.split('#');
  const always = requiredAt(endpoint, path);
  const [seen, wanted] = [shown as Record<string, unknown>, sent as Record<string, unknown>];
  const missing = Object.keys(wanted).filter((name) => isAbsent(seen[name]) && !isAbsent(wanted[name]));
  const optional = missing.filter((name) => !always.includes(name));
  expect(pick(seen, Object.keys(wanted), optional)).toEqual(pick(wanted, Object.keys(wanted), optional));
  for (const name of optional)
    fact({ endpoint, says: `${name} is shown where it was sent`, source: 'inferred' }, () => {
      expect({ [name]: 'not shown' }).toEqual({ [name]: 'shown' });
    });
}

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

function pick(object: Record<string, unknown>, names: readonly string[], without: readonly string[]): object {
  return Object.fromEntries(names.filter((name) => !without.includes(name)).map((name) => [name, object[name]]));
}

function requiredAt(id: string, path: string): readonly string[] {
  let node: Node | undefined = endpoints.find((one) => one.id === id)?.response as Node | undefined;
  for (const step of path.split('.').filter(Boolean)) {
    const member: Node | undefined = node?.properties?.[step.replace('[]', '')];
    node = step.endsWith('[]') ? member?.items : member;
  }
  return node?.required ?? [];
}
