import { endpoints } from '../../schemas';
import { isFirm, sourceOf } from '../../schemas/evidence';
import type { Fault } from './fault';
import { lists } from './lists';

/** A fault as it stands in the catalogue. */
export interface CataloguedFault extends Fault {
  /** The endpoint that is wrong, or `gateway` where it is none in particular. */
  readonly endpoint: string;
  /** Whether somebody wrote it from the meaning of the docs; the others are derived from the endpoint files. */
  readonly handWritten: boolean;
  /** Whether it breaks something documented or observed, which has to hold on any tenant; what is inferred has to hold on our own only. */
  readonly firm: boolean;
  /** Where it stands. */
  readonly file: string;
}

/** The fault catalogue. */
export const faults: readonly CataloguedFault[] = Object.entries(lists).flatMap(([name, list]) =>
  list.map((fault: Fault) => ({
    ...fault,
    endpoint: endpointOf(fault),
    handWritten: !name.startsWith('derived-'),
    firm: breaksFirm(fault),
    file: `lab/faults/${name}.ts`,
  })),
);

// That an endpoint answers, refuses or takes a form are no facts of their own; they count where nothing else is named.
function breaksFirm({ source, promises }: Fault): boolean {
  if (source !== undefined) return isFirm(source);
  const sources = promises.flatMap((promise) => sourceOf(promise) ?? []);
  return sources.length === 0 || sources.some(isFirm);
}

function endpointOf({ id }: Fault): string {
  const [named] = id.split(':');
  return endpoints.find((endpoint) => endpoint.id === named)?.id ?? 'gateway';
}

/**
 * The fault with this id.
 * @throws an Error that says where the ids are listed.
 */
export function faultNamed(id: string): Fault {
  const found = faults.find((fault) => fault.id === id);
  if (!found) throw new Error(`There is no fault '${id}'; \`npm run prove -- --list\` prints them all.`);
  return found;
}
