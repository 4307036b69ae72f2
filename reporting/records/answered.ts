import type { Exchange } from '../../client/exchange';

/** The bodies of the successes of an endpoint, parsed; what was cut or is no JSON is left out. */
export function successesOf(id: string, exchanges: readonly Exchange[]): unknown[] {
  return exchanges
    .filter(({ endpoint, outcome }) => endpoint === id && outcome === 'ok')
    .flatMap(({ responseBody = '' }) => {
      try {
        return [JSON.parse(responseBody) as unknown];
      } catch {
        return [];
      }
    });
}

/** What stands at a path such as `result.data_list[].remark`, once for each object that could have it: undefined where it has not. */
export function valuesAt(body: unknown, path: string): unknown[] {
  return path
    .split('.')
    .reduce<unknown[]>((objects, step) => objects.flatMap((each) => inside(each, step)), [body]);
}

function inside(object: unknown, step: string): unknown[] {
  if (typeof object !== 'object' || object === null) return [];
  const value = Reflect.get(object, step.replace('[]', '')) as unknown;
  if (!step.endsWith('[]')) return [value];
  return Array.isArray(value) ? (value as unknown[]) : [];
}
