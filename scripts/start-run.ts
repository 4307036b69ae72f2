import { randomBytes } from 'node:crypto';
import { startBroker } from '../client/broker';
import { Client } from '../client/client';
import type { Exchange } from '../client/exchange';
import { guardFor } from '../client/guard';
import { fetchToken } from '../client/fetch-token';
import type { Redactor } from '../client/redact';
import { TokenCache, type TokenSource } from '../client/tokens';
import type { Config, LiveTenant } from '../config/config';
import type { Run } from '../config/run';
import { startEmulator } from '../emulator/server';
import { faultNamed } from '../faults';

/** A run that is ready for Jest, and what has to be ended after it. */
export interface StartedRun {
  readonly run: Run;
  readonly redactor: Redactor;
  /** The calls that the run made for itself, such as fetching its token. */
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

/**
 * Starts the embedded tenant where the run is not live, fetches the app's token once, and starts the broker.
 * @throws an Error with a message for the reader when the tenant gives no token; nothing is left running then.
 */
export async function startRun(
  config: Config,
  redactor: Redactor,
  exchanges: Exchange[],
): Promise<StartedRun> {
  const { tenant, close } = await openTenant(config);
  redactor.register(tenant.app.secret, 'DINGTALK_APP_SECRET');
  const tokens = tokensOf(config, tenant, redactor, exchanges);
  try {
    await tokens.current();
  } catch (error) {
    await close();
    throw error;
  }
  const broker = await startBroker(tokens);
  const { target, profile, reportsDir, concurrency, timeoutMs, lagMs } = config;
  const id = randomBytes(3).toString('hex');
  const run = {
    id,
    target,
    profile,
    startedAt: Date.now(),
    reportsDir,
    concurrency,
    timeoutMs,
    lagMs,
    tenant,
    broker: broker.url,
  };
  return {
    run,
    redactor,
    exchanges,
    close: async () => {
      await Promise.all([broker.close(), close()]);
    },
  };
}

async function openTenant(config: Config): Promise<{ tenant: LiveTenant; close: () => Promise<void> }> {
  if (config.target === 'live') return { tenant: config.tenant, close: () => Promise.resolve() };
  const layers = config.fault === undefined ? [] : [faultNamed(config.fault).layer];
  const emulator = await startEmulator({ layers });
  const { url, app, people, deptId, templateName, coverMediaId } = emulator;
  const tenant = {
    urls: { oapi: url, api: url },
    app: { key: app.appKey, secret: app.appSecret },
    people,
    deptId,
    templateName,
    coverMediaId,
  };
  return { tenant, close: () => emulator.close() };
}

function tokensOf(
  config: Config,
  { urls, app }: LiveTenant,
  redactor: Redactor,
  exchanges: Exchange[],
): TokenSource {
  const client = new Client({
    urls,
    timeoutMs: config.timeoutMs,
    redactor,
    record: (exchange) => exchanges.push(exchange),
    notice: () => undefined,
    guard: guardFor({ people: [] }),
    undocumentedBreaks: config.target === 'emulator',
    tokens: new TokenCache(() => Promise.reject(new Error('token endpoints need no token'))),
  });
  return new TokenCache(() => fetchToken(client, app));
}
