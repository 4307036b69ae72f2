import { Client, type ClientSettings } from '../../client/client';
import type { Exchange } from '../../client/exchange';
import { fetchToken } from '../../client/fetch-token';
import { guardFor } from '../../client/guard';
import { Ours } from '../../client/ours';
import { Pacer } from '../../client/pacer';
import type { Redactor } from '../../client/redaction/redact';
import { TokenCache, type TokenSource } from '../../client/tokens';
import type { Config } from '../../config/config';
import type { LiveTenant } from '../../config/live-tenant';
import { secretsOf } from '../../config/secrets';
import type { Layer } from '../../emulator/call';
import { startEmulator, type Emulator } from '../../emulator/server';
import { nobodysId } from '../../fixtures/requests';
import { tagIn } from '../../fixtures/tag';

/** A tenant and a client that may speak to it, with a token of its own. */
export interface Connection {
  readonly client: Client;
  readonly tenant: LiveTenant;
  /** Every call so far, also those for the token. */
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

/** The tenant of a run, and what ends it where it is an embedded one. */
export interface OpenTenant {
  readonly tenant: LiveTenant;
  readonly close: () => Promise<void>;
}

/**
 * Opens the tenant that the configuration names. Nothing is sent before the first call of the client, which fetches the token.
 * @param pacer what else of this process calls the tenant: together they keep to the rate.
 */
export async function connect(
  config: Config,
  redactor: Redactor,
  pacer = new Pacer(config.maxRate),
): Promise<Connection> {
  const exchanges: Exchange[] = [];
  const { tenant, close } = await openTenant(config);
  hide(tenant, redactor);
  const { people, deptId } = tenant;
  const ours = new Ours((title) => tagIn(title) !== undefined);
  const client = new Client({
    ...settingsFor(config, tenant, redactor, { exchanges, pacer }),
    guard: guardFor({
      people: Object.values(people),
      deptId,
      mayChange: (id) => id === nobodysId || ours.has(id),
      readOnly: config.readOnly,
    }),
    saw: (body) => {
      ours.saw(body);
    },
    tokens: tokensOf(config, tenant, redactor, { exchanges, pacer }),
  });
  return { client, tenant, exchanges, close };
}

/** The tenant that a run talks to: the live one, or an embedded one that is started here and ended by `close`. */
export async function openTenant(config: Config): Promise<OpenTenant> {
  if (config.target === 'live') return { tenant: config.tenant, close: () => Promise.resolve() };
  return opened(await startEmulator());
}

const opened = (emulator: Emulator): OpenTenant => ({
  tenant: tenantOf(emulator),
  close: () => emulator.close(),
});

/**
 * An embedded tenant that is honest until `spoil` is called, and has the layer from then on: a run gets its token before, so that its
 * cases have their chance also where nobody gets a good one.
 */
export async function openSpoilable(
  layer?: Layer,
  choices: Readonly<Record<string, string>> = {},
): Promise<OpenTenant & { readonly spoil: () => void }> {
  let isSpoilt = false;
  const emulator = await startEmulator({
    choices,
    layers: [(endpoint, call, next) => (layer && isSpoilt ? layer(endpoint, call, next) : next(call))],
  });
  const spoil = (): void => {
    isSpoilt = true;
  };
  return { ...opened(emulator), spoil };
}

/** An embedded tenant as a run sees it. */
export function tenantOf(emulator: Emulator): LiveTenant {
  const { url, app, unprivilegedApp, people, deptId, templateName, coverMediaId, expiredToken } = emulator;
  return {
    urls: { oapi: url, api: url },
    app: { key: app.appKey, secret: app.appSecret },
    unprivilegedApp: { key: unprivilegedApp.appKey, secret: unprivilegedApp.appSecret },
    people,
    deptId,
    templateName,
    coverMediaId,
    expiredToken,
  };
}

/** What a client adds its calls to, and what lets them through. */
interface Traffic {
  readonly exchanges: Exchange[];
  readonly pacer: Pacer;
}

/** The tokens of the tenant's app, each fetched when it is first asked for, at the pace of all other calls. */
export function tokensOf(
  config: Config,
  tenant: LiveTenant,
  redactor: Redactor,
  traffic: Traffic,
): TokenSource {
  const client = new Client({
    ...settingsFor(config, tenant, redactor, traffic),
    guard: guardFor({ people: [], mayChange: () => false }),
    saw: () => undefined,
    tokens: new TokenCache(() => Promise.reject(new Error('token endpoints need no token'))),
  });
  return new TokenCache((gateway, refused) => fetchToken(client, tenant.app, gateway, refused));
}

function settingsFor(
  { target, timeoutMs }: Config,
  { urls, app: { corpId } }: LiveTenant,
  redactor: Redactor,
  { exchanges, pacer }: Traffic,
): Omit<ClientSettings, 'guard' | 'tokens' | 'saw'> {
  return {
    urls,
    corpId,
    timeoutMs,
    redactor,
    record: (exchange) => exchanges.push(exchange),
    notice: () => undefined,
    pace: (api) => pacer.take(api),
    retries: target === 'live',
    strict: target === 'emulator',
  };
}

/** Makes the redactor know the secrets of a tenant and the people whom a run addresses. */
export function hide(tenant: LiveTenant, redactor: Redactor): void {
  redactor.registerAll(secretsOf(tenant));
  for (const text of Object.values(tenant.people)) redactor.registerPerson(text);
}
