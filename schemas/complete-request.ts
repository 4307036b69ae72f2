import type { Endpoint } from './endpoint';
import type { Described } from './values';

/**
 * A request that is complete and well-formed: every parameter that is required, every flag, which is false, and every one that the caller knows a
 * value for or the page names a default of: what is taken for one that is left out is taken when it is said.
 * @param known values by the name of the parameter, at any depth; one of another type than the parameter has is passed over. Where nothing is
 * known, the example of the page stands in.
 */
export function completeRequest({ request }: Pick<Endpoint, 'request'>, known: object): object {
  return membersOf(request, known as Readonly<Record<string, unknown>>);
}

function membersOf(
  { properties = {}, required = [] }: Described,
  known: Readonly<Record<string, unknown>>,
): object {
  const taken = Object.entries(properties).filter(
    ([name, node]) =>
      required.includes(name) ||
      fits(node, known[name]) ||
      node.default !== undefined ||
      node.type === 'boolean',
  );
  return Object.fromEntries(taken.map(([name, node]) => [name, valueOf(node, known[name], known)]));
}

function valueOf(node: Described, own: unknown, known: Readonly<Record<string, unknown>>): unknown {
  if (fits(node, own)) return own;
  if (node.properties) return membersOf(node, known);
  if (node.items) return [valueOf(node.items, undefined, known)];
  // Whatever a flag does, it is not done.
  return node.type === 'boolean' ? false : exampleOf(node);
}

const exampleOf = ({ default: own, example, enum: [first] = [], minimum = 1 }: Described): unknown =>
  own ?? example ?? first ?? minimum;

const types: Readonly<Record<string, string>> = { integer: 'number', number: 'number', array: 'object' };

const fits = ({ type = '' }: Described, value: unknown): boolean =>
  value !== undefined && [type].flat().some((one) => (types[one] ?? one) === typeof value);
