import type { Layer } from '../../emulator/call';
import { around } from '../../emulator/layers';
import { endpoints } from '../../schemas';
import type { Source } from '../../schemas/endpoint';
import { together } from './layers';

/** What kind of promise a fault breaks. */
export const faultClasses = ['schema', 'state', 'lists', 'auth', 'validation', 'envelope'] as const;

type FaultClass = (typeof faultClasses)[number];

/** A seeded defect: an embedded tenant that is wrong in exactly one way. */
export interface Fault {
  /** Endpoint and defect: `blackboard/update: a no-op`; `gateway` or `token` in place of the endpoint where all have it. */
  readonly id: string;
  readonly class: FaultClass;
  /**
   * The documented promises that it breaks, by their ids of `npm run coverage`, such as `blackboard/update/R5` or
   * `report/list?size=>max`: the cases that claim one of them are those that must notice.
   */
  readonly promises: readonly string[];
  /**
   * Where what it breaks comes from, where that is another source than the one of its promises: that a limit is printed does not say
   * what is done past it. What no source says is inferred; on a live tenant that is a finding.
   */
  readonly source?: Source;
  readonly layer: Layer;
}

type About = Pick<Fault, 'source'> & {
  /** The layer around the endpoint; where others have a part in it, the layers by endpoint, `*` for all. */
  readonly layer: Layer | Readonly<Record<string, Layer>>;
};

/** A fault as one row of its endpoint. */
export interface Row extends About {
  readonly what: string;
  readonly class: FaultClass;
  readonly promises: readonly string[];
}

/** Makes the row of a fault of one class: what is wrong, which promises that breaks (see `faultsOf`), and how. */
const ofClass =
  (name: FaultClass) =>
  (what: string, promises: readonly string[], about: About): Row => ({
    what,
    class: name,
    promises,
    ...about,
  });

export const schema = ofClass('schema');
export const state = ofClass('state');
export const lists = ofClass('lists');
export const auth = ofClass('auth');
export const validation = ofClass('validation');
export const envelope = ofClass('envelope');

/**
 * The faults of an endpoint, or of `gateway` or `token`, whose layers are around every endpoint. Its promises go without its id: `R4`,
 * `#result`, `?userid`, `!41`, `accepted`; those of the gateways as `G13`, any other in full.
 */
export function faultsOf(endpoint: string, rows: readonly Row[]): Fault[] {
  return rows.map(({ what, promises, layer, ...row }) => ({
    ...row,
    id: `${endpoint}: ${what}`,
    promises: promises.map((promise) => inFull(endpoint, promise)),
    layer: typeof layer === 'function' ? layerAt(endpoint, layer) : byEndpoint(layer),
  }));
}

function inFull(endpoint: string, promise: string): string {
  if (/^[#?!]/.test(promise)) return endpoint + promise;
  if (/^R\d+$/.test(promise)) return `${endpoint}/${promise}`;
  if (/^G\d+$/.test(promise)) return `gateway/${promise}`;
  return /^(accepted|refused|answers |takes )/.test(promise) ? `${endpoint} ${promise}` : promise;
}

const byEndpoint = (layers: Readonly<Record<string, Layer>>): Layer =>
  together(...Object.entries(layers).map(([id, layer]) => (id === '*' ? layer : around(id, layer))));

const layerAt = (place: string, layer: Layer): Layer =>
  endpoints.some(({ id }) => id === place) ? around(place, layer) : layer;
