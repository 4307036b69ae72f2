import type { CataloguedFault } from '../faults';
import type { Results } from './scoreboard';

/** What there is to try today. */
export interface Today {
  readonly faults: readonly Pick<CataloguedFault, 'id' | 'firm'>[];
  readonly cases: readonly { readonly file: string; readonly title: string }[];
}

/** What no longer fits in the results, a line each, and the commands that mend it. */
interface Staleness {
  readonly lines: readonly string[];
  readonly commands: readonly string[];
}

// Of more endpoints the whole is tried as fast.
const few = 5;

/** Compares the results of the catalogue with today: faults and cases without a result, and results of faults that are gone. */
export function staleness({ catalogue, live }: Results, { faults, cases }: Today): Staleness {
  if (!catalogue) return { lines: ['nothing has been proved yet'], commands: ['npm run prove'] };
  const ids = faults.map(({ id }) => id);
  const proved = catalogue.faults.map(({ id }) => id);
  const untried = without(ids, proved);
  const gone = without(proved, ids);
  // What was never proved whole is not on the page.
  const firm = live ? faults.filter((fault) => fault.firm).map(({ id }) => id) : [];
  const untriedLive = without(firm, live?.faults.map(({ id }) => id) ?? []);
  const silent = without(cases.map(keyOf), catalogue.cases.map(keyOf));
  const places = new Set(ids.map(placeOf));
  return {
    lines: [
      ...untried.map((id) => `a fault that has not been tried: ${id}`),
      ...gone.map((id) => `a fault that is gone: ${id}`),
      ...untriedLive.map((id) => `a fault that has not been tried as on a live tenant: ${id}`),
      ...silent.map((key) => `a case that has not been tried: ${key}`),
    ],
    commands: [
      ...proving('--resume', [...untried.map(placeOf), ...gone.map(placeOf), ...silent.map(specOf)], places),
      ...proving('--live --resume', untriedLive.map(placeOf), places),
    ],
  };
}

const without = (present: readonly string[], known: readonly string[]): string[] =>
  present.filter((id) => !known.includes(id));

const keyOf = ({ file, title }: Today['cases'][number]): string => `${file} ${title}`;

// What `--only` takes for all faults of an endpoint, or of the gateways.
const placeOf = (id: string): string => id.replace(/:.*/, '');

const specOf = (key: string): string => key.replace(/^specs\/(.*?)(\.spec\.ts)? .*/, '$1');

/** The command that tries what is missing at these places; those that `--only` does not know are in need of a whole run. */
function proving(options: string, missing: readonly string[], known: ReadonlySet<string>): string[] {
  const names = [...new Set(missing)];
  if (names.length === 0) return [];
  const isNarrow = names.length <= few && names.every((name) => known.has(name));
  const only = isNarrow ? names.map((name) => ` --only ${name}`).join('') : '';
  return [`npm run prove -- ${options}${only}`];
}
