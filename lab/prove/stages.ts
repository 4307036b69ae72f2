import type { CataloguedFault } from '../faults';
import { claims } from './claims';
import { keyOf } from '../../runner/planning/costs';
import { failuresOf, type Claims, type Job, type Trial } from './trial';

/** Every case of an honest run, by its key, with what it claims. */
export type Cases = ReadonlyMap<string, Claims>;

// How many of the cases that claim it are asked about a fault first: whoever gets an answer judges its shape.
const askedFirst = (fault: CataloguedFault): number => (fault.class === 'schema' ? 2 : 6);

/** How many who claim a fault are asked after others have noticed it. */
const mostLeft = 4;

const ofGateways = /^specs\/(flows\/gateways|token\/)/;

/**
 * The runs that a fault is tried in, one after the other until a case notices: the cheapest of the cases that claim it, the whole spec of its
 * endpoint, a few of those who claim it in other files, and at last every file with a case that calls the endpoint. `paths` (parts of names of
 * files) replace that choice.
 * @param heard the cases that have noticed something already; the others come first where few look at what is wrong.
 */
export function stagesFor(
  fault: CataloguedFault,
  cases: Cases,
  paths: readonly string[] = [],
  heard: ReadonlySet<string> = new Set(),
): Job[] {
  const files = filesOf(cases);
  const named = files.filter((file) => paths.some((path) => file.includes(path)));
  if (paths.length > 0) return jobs(fault, [named]);
  const own = ownFiles(fault, files);
  const places = placesOf(fault);
  const others = files.filter(
    (file) => !own.includes(file) && places.some((place) => callsOf(file, cases).has(place)),
  );
  const first = claimers(fault, cases, heard);
  const elsewhere = cheapest(
    [...cases].filter(([key, claimed]) => others.includes(fileOf(key)) && claims(claimed, fault)),
  );
  return [
    ...(first.length > 0 ? [chosen(fault, first)] : []),
    ...jobs(fault, [own]),
    ...(elsewhere.length > 0 ? [chosen(fault, elsewhere)] : []),
    ...jobs(fault, [others]),
  ];
}

const cheapest = (entries: readonly (readonly [string, Claims])[]): string[] =>
  [...entries]
    .sort(([, one], [, other]) => one.calls - other.calls)
    .slice(0, mostLeft)
    .map(([key]) => key);

/**
 * The run of those who claim a fault, where others noticed it and none of them was asked: the cheapest few. None where one of them
 * noticed it, or where all were asked.
 */
export function claimersLeft(
  fault: CataloguedFault,
  cases: Cases,
  trials: readonly Trial[],
): Job | undefined {
  const noticed = new Set(trials.flatMap(failuresOf).map(keyOf));
  const asked = new Set(trials.flatMap(({ outcomes }) => outcomes.filter(hasRun).map(keyOf)));
  const all = [...cases].filter(([, own]) => claims(own, fault));
  if (noticed.size === 0 || all.some(([key]) => noticed.has(key))) return undefined;
  const keys = cheapest(all.filter(([key]) => !asked.has(key)));
  return keys.length > 0 ? chosen(fault, keys) : undefined;
}

const hasRun = ({ status }: { readonly status: string }): boolean => status !== 'skipped';

/** A run of these cases, which may stand in several files. */
export function chosen({ id }: CataloguedFault, keys: readonly string[]): Job {
  return { fault: id, files: [...new Set(keys.map(fileOf))], cases: keys };
}

/** The file of a case, from its key. */
export function fileOf(key: string): string {
  return key.slice(0, key.indexOf(' '));
}

function jobs({ id }: CataloguedFault, stages: readonly (readonly string[])[]): Job[] {
  return stages.filter((files) => files.length > 0).map((files) => ({ fault: id, files }));
}

/** The spec file of the endpoint that a fault is in, or those of the gateways where it is in none. */
export function ownFiles({ endpoint }: CataloguedFault, files: readonly string[]): string[] {
  const own = files.filter((file) => file === `specs/${endpoint}.spec.ts`);
  return own.length > 0 ? own : files.filter((file) => ofGateways.test(file));
}

// The cheapest ones of one file, the endpoint's own where it has some: loading a file costs more than most of its cases.
function claimers(fault: CataloguedFault, cases: Cases, heard: ReadonlySet<string>): string[] {
  const all = [...cases].filter(
    ([, own]) =>
      claims(own, fault) && (fault.endpoint === 'gateway' || own.endpoints.includes(fault.endpoint)),
  );
  const files = new Set(all.map(([key]) => fileOf(key)));
  const own = `specs/${fault.endpoint}.spec.ts`;
  const file = files.has(own) ? own : [...files].find((name) => ofGateways.test(name));
  return all
    .filter(([key]) => fileOf(key) === file)
    .sort(([one, { calls }], [other, { calls: otherCalls }]) => {
      const first = fault.class === 'validation' ? Number(heard.has(one)) - Number(heard.has(other)) : 0;
      return first || calls - otherCalls;
    })
    .slice(0, askedFirst(fault))
    .map(([key]) => key);
}

// What a whole gateway does wrong shows at the endpoints that its promises name.
const placesOf = ({ endpoint, promises }: CataloguedFault): string[] =>
  endpoint === 'gateway'
    ? promises.map((promise) => promise.replace(/[?#! ].*|\/[RG]\d+$/g, ''))
    : [endpoint];

function filesOf(cases: Cases): string[] {
  return [...new Set([...cases.keys()].map(fileOf))].sort();
}

/** The endpoints that the cases of a file call. */
export function callsOf(file: string, cases: Cases): ReadonlySet<string> {
  return new Set([...cases].flatMap(([key, { endpoints }]) => (fileOf(key) === file ? endpoints : [])));
}
