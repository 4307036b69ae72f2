import { createHash } from 'node:crypto';
import type { CataloguedFault } from '../faults';
import { endpoints } from '../../schemas';
import { fileOf, type Cases } from './stages';

/** What a change asks to be proved again. */
export interface Touched {
  readonly faults: readonly CataloguedFault[];
  /** File by file, what it touches, for the reader. */
  readonly reasons: readonly string[];
  /** The files that touch all, for everything shares them. */
  readonly shared: readonly string[];
}

const beside =
  /^lab\/(?!faults\/)|^lab\/faults\/index\.ts$|^(docs|reporting|reports)\/|^emulator\/variants\/|^runner\/(?!jest\/|session\/(start-run|connect)|broker\/)|\.test\.ts$|\.md$|^(eslint|knip|\.|package-lock)/;

// What generated lists name stands elsewhere, and changes there; types and citations are gone when a case runs.
const lists =
  /^schemas\/(index|types)\.ts$|^emulator\/routes\.ts$|^lab\/faults\/lists\.ts$|^schemas\/citations\./;

const saysNothing = (file: string): boolean => beside.test(file) || lists.test(file);

/** Whether a change of this file can change how the suite fares on an honest tenant. */
export function concernsHonest(file: string): boolean {
  return !saysNothing(file) && !file.startsWith('lab/faults/');
}

const products = [...new Set(endpoints.map(({ id }) => id.split('/')[0] ?? ''))];

/**
 * The faults that a change of these files touches: a file of one endpoint or product touches the faults of that, a flow those of the
 * endpoints that it calls, what all share touches all, and what only reports or plans touches none.
 */
export function touchedBy(
  files: readonly string[],
  faults: readonly CataloguedFault[],
  cases: Cases,
): Touched {
  const changes = files
    .filter((file) => !saysNothing(file))
    .map((file) => ({ file, ...changeOf(file, faults, cases) }));
  return {
    faults: faults.filter((fault) => changes.some((change) => change.touches(fault))),
    reasons: changes.map(({ reason }) => reason),
    shared: changes.filter(({ isShared }) => isShared).map(({ file }) => file),
  };
}

// More of them take longer than one waits for.
const many = 300;

/** What to say before so many faults are tried because of files that everything shares; nothing where they are few, or it has no such reason. */
export function manyText(count: number, shared: readonly string[]): string[] {
  if (count <= many || shared.length === 0) return [];
  const files = shared.length > 3 ? [...shared.slice(0, 3), `${shared.length - 3} more`] : shared;
  return [
    `They are so many because everything shares what changed: ${files.join(', ')}. \`--only ENDPOINT\` tries those of one endpoint.`,
  ];
}

/** Of each fault one digest of all files that touch it, by its id: as long as it stays, so does the result of a trial. */
export function basesOf(
  digests: Readonly<Record<string, string>>,
  faults: readonly CataloguedFault[],
  cases: Cases,
): ReadonlyMap<string, string> {
  const files = Object.entries(digests).filter(([file]) => !saysNothing(file));
  const changes = files.map(([file, digest]) => ({
    ...changeOf(file, faults, cases),
    line: `${file} ${digest}\n`,
  }));
  return new Map(
    faults.map((fault) => {
      const lines = changes.filter(({ touches }) => touches(fault)).map(({ line }) => line);
      return [fault.id, createHash('sha256').update(lines.join('')).digest('base64url').slice(0, 12)];
    }),
  );
}

function changeOf(file: string, faults: readonly CataloguedFault[], cases: Cases) {
  if (faults.some((fault) => fault.file === file)) {
    const touches = (fault: CataloguedFault): boolean => fault.file === file;
    return { touches, isShared: false, reason: `${file}: the faults that it lists` };
  }
  const of = placesOf(file, cases);
  const touches = ({ endpoint }: CataloguedFault): boolean => of?.includes(endpoint) ?? true;
  const what = of?.join(', ') ?? 'all, for everything shares it';
  return { touches, isShared: of === undefined, reason: `${file}: ${what}` };
}

// Endpoint ids and `gateway`; undefined stands for all.
function placesOf(file: string, cases: Cases): readonly string[] | undefined {
  const own = endpointOf(file);
  if (own !== undefined) return [own];
  if (file.startsWith('specs/flows/')) return calledBy(file, cases);
  if (file.startsWith('specs/token/')) return ['gateway', ...ofProduct('token')];
  const product = productOf(file);
  return product === undefined ? undefined : ofProduct(product);
}

function endpointOf(file: string): string | undefined {
  return endpoints.find(({ id }) =>
    [`specs/${id}.spec.ts`, `schemas/${id}.json`, `fixtures/${id}.cases.ts`].includes(file),
  )?.id;
}

// `emulator/products/report-activity.ts` is about reports; what the other folders share is about everything.
function productOf(file: string): string | undefined {
  return products.find((name) =>
    new RegExp(`^((specs|specs/support|fixtures|schemas)/${name}/|emulator/products/${name}\\b)`).test(file),
  );
}

const ofProduct = (product: string): string[] =>
  endpoints.map(({ id }) => id).filter((id) => id.startsWith(`${product}/`));

// A flow also holds the gateways to their rules.
function calledBy(file: string, cases: Cases): string[] {
  const called = [...cases].flatMap(([key, { endpoints: ids }]) => (fileOf(key) === file ? ids : []));
  return ['gateway', ...new Set(called)].sort();
}
