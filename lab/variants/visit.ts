import type { Layer } from '../../emulator/call';
import type { Emulator } from '../../emulator/server';
import type { Tenant } from '../../emulator/tenant';
import { tagIn } from '../../fixtures/tag';

/** What a tenant saw of the run. */
export interface Visit {
  readonly calls: number;
  /** The most calls that one API got in any second, and which API that was. */
  readonly highestRate: { readonly calls: number; readonly api: string };
  /** Announcements with the mark of the suite that are still there. */
  readonly leftovers: readonly string[];
  /** Requests for a DING, a notification or a message to a chat. */
  readonly disturbances: number;
  /** People, departments and groups that were addressed and are not the configured ones. */
  readonly strangers: readonly unknown[];
}

interface Arrival {
  readonly api: string;
  readonly at: number;
  readonly members: readonly (readonly [name: string, value: unknown])[];
}

/** Takes down every call to a tenant as it arrives: the outermost layer. */
export class Watch {
  readonly #arrivals: Arrival[] = [];

  readonly layer: Layer = (endpoint, call, next) => {
    this.#arrivals.push({ api: endpoint.id, at: Date.now(), members: members(call.body.values) });
    return next(call);
  };

  /** What was seen up to now. */
  visit({ tenant, people, deptId }: Emulator): Visit {
    const written = this.#arrivals
      .filter(({ api }) => /\/(create|update|savecontent)$/.test(api))
      .flatMap((arrival) => arrival.members);
    const ours = new Set<unknown>([...Object.values(people), String(deptId)]);
    const theirs = (recipient: unknown): boolean =>
      !ours.has(String(recipient)) && isSomebody(tenant, String(recipient));
    return {
      calls: this.#arrivals.length,
      highestRate: highestRate(this.#arrivals),
      leftovers: tenant.announcements.map(({ title }) => title).filter((title) => tagIn(title) !== undefined),
      disturbances: written.filter(([name, value]) => isLoud(name, value)).length,
      strangers: written
        .filter(([name]) => addressing.has(name))
        .flatMap(([, value]) => [value].flat().filter(theirs)),
    };
  }
}

const addressing = new Set(['userid_list', 'deptid_list', 'to_userids', 'to_cids']);

const isLoud = (name: string, value: unknown): boolean =>
  ['ding', 'notify', 'to_chat'].includes(name) && [true, 1, 'true', '1'].includes(value as string);

// What belongs to nobody would reach nobody.
const isSomebody = ({ people, departments, groups }: Tenant, id: string): boolean =>
  people.has(id) || departments.has(Number(id)) || id === '-1' || groups.has(id);

/** Every member at every depth, also inside texts that hold JSON. */
function members(value: unknown): [string, unknown][] {
  if (typeof value === 'string' && /^[[{]/.test(value)) return members(parsed(value));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    [name, member] as [string, unknown],
    ...members(member),
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function highestRate(arrivals: readonly Arrival[]): Visit['highestRate'] {
  const times = new Map<string, number[]>();
  let highest = { api: 'none', calls: 0 };
  for (const { api, at } of arrivals) {
    const recent = [...(times.get(api) ?? []).filter((earlier) => earlier > at - 1000), at];
    times.set(api, recent);
    if (recent.length > highest.calls) highest = { api, calls: recent.length };
  }
  return highest;
}
