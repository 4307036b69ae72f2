import type { Layer } from '../call';
import { plant } from '../seed/plant';
import { restart } from '../control';
import type { Emulator as Server } from '../server';
import { startInVariants, variants, variantsNamed } from '../variants';

/** The credentials of an internal app. */
export interface Credentials {
  readonly appKey: string;
  readonly appSecret: string;
}

/** Things that the tenant holds although no call of DingTalk could have made them. Ages are seconds before now. */
export interface Seed {
  readonly announcements?: readonly {
    readonly title: string;
    readonly content?: string;
    readonly ageSeconds?: number;
    readonly confidential?: boolean;
    readonly pinned?: boolean;
    readonly categoryId?: string;
    readonly userids?: readonly string[];
    readonly deptIds?: readonly number[];
  }[];
  readonly reports?: readonly {
    readonly userid: string;
    readonly templateName: string;
    readonly ageSeconds?: number;
    readonly receivers?: readonly string[];
  }[];
  readonly readers?: readonly { readonly reportId: string; readonly userid: string }[];
  readonly likers?: readonly { readonly reportId: string; readonly userid: string }[];
  readonly comments?: readonly {
    readonly reportId: string;
    readonly userid: string;
    readonly content?: string;
  }[];
}

/** How an embedded tenant is started; everything may be left out. */
export interface EmulatorOptions {
  /** 0, or left out: a free port. */
  readonly port?: number;
  /** The address that it listens on: 127.0.0.1, which other machines do not reach, unless given. */
  readonly host?: string;
  /** The credentials of the app; made up at each start unless given. */
  readonly app?: Credentials;
  /** The time in epoch milliseconds; real time unless given. */
  readonly now?: () => number;
  /** Variants that keep every promise of the documentation in their own way: `['slow', 'lagging']`. */
  readonly variants?: readonly string[];
  /** Answers to what the documentation leaves open, by the id of the question: `{ 'token/form': 'short' }`. */
  readonly choices?: Readonly<Record<string, string>>;
  /** What the tenant holds besides its usual content. */
  readonly seed?: Seed;
}

/** A call that the tenant got, and how it was answered. The access token is left out. */
export interface ReceivedRequest {
  /** The endpoint as `product/name`: `blackboard/create`; its path where nothing is served. */
  readonly endpoint: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The body as it was read, JSON or form; empty where there was none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The HTTP status of the answer; 0 where the connection was broken on purpose. */
  readonly status: number;
  readonly answer: unknown;
}

/** A running embedded tenant. */
export interface DingTalkEmulator {
  /** Base URL of both gateways, without a slash at the end. */
  readonly url: string;
  /** An app that was granted every permission, and one that was granted none. */
  readonly app: Credentials;
  readonly unprivilegedApp: Credentials;
  /** An access token of the app whose time is over. */
  readonly expiredToken: string;
  /** Userids: an announcement administrator, and an ordinary employee. */
  readonly people: { readonly operator: string; readonly user: string };
  readonly deptId: number;
  /** The name of a report template whose fields are all text. */
  readonly templateName: string;
  /** The `@mediaId` of a picture; media are not stored, so any would do. */
  readonly coverMediaId: string;
  /** Every call since the start, the last `clear()` or `reset()`, in the order of the answers. */
  readonly requests: readonly ReceivedRequest[];
  /** Forgets `requests`. */
  clear(): void;
  /** Moves the tenant's time by so many seconds: tokens run out, announcements age. */
  advance(seconds: number): void;
  /** Adds things, and returns the ids of what was made. @throws an Error where a person, a report or a template is unknown. */
  seed(things: Seed): { readonly announcements: readonly string[]; readonly reports: readonly string[] };
  /** Time, tokens and content as at the start; the apps and their credentials stay. */
  reset(): void;
  close(): Promise<void>;
}

/** The variants there are: id, and what such a tenant does. */
export const variantList: readonly { readonly id: string; readonly what: string }[] = variants.map(
  ({ id, what }) => ({ id, what }),
);

/**
 * Starts an embedded tenant.
 * @throws an Error when the port is taken, or a variant, a choice or something in the seed is unknown.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<DingTalkEmulator> {
  const { variants: names = [], seed, ...others } = options;
  const requests: ReceivedRequest[] = [];
  const emulator = await startInVariants(variantsNamed(names), { ...others, layers: [recording(requests)] });
  const handle = handleOf(emulator, requests);
  if (seed) handle.seed(seed);
  return handle;
}

function handleOf({ tenant, ...emulator }: Server, requests: ReceivedRequest[]): DingTalkEmulator {
  const clear = (): void => {
    requests.length = 0;
  };
  return {
    ...emulator,
    requests,
    clear,
    advance: (seconds) => {
      tenant.clock.advance(seconds);
    },
    seed: (things) => plant(tenant, things),
    reset: () => {
      restart(tenant);
      clear();
    },
  };
}

function recording(requests: ReceivedRequest[]): Layer {
  return async ({ id }, call, next) => {
    const { method, path, query, body } = call;
    const asked = Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'access_token'));
    const asRead = { endpoint: id, method, path, query: asked, body: body.values };
    try {
      const reply = await next(call);
      requests.push({ ...asRead, status: reply.status, answer: reply.body });
      return reply;
    } catch (error) {
      requests.push({ ...asRead, status: 0, answer: undefined });
      throw error;
    }
  };
}
