import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { Meter, type Asking } from './meter';
import type { Pacer, Release } from '../../client/pacer';
import type { Redactor, Secret } from '../../client/redaction/redact';
import type { TokenRequest, TokenSource } from '../../client/tokens';

/** Shares between the workers of one run what there is only one of: the app's tokens, the rate and the budget of calls, its secrets, and the right to run a file. */
export interface Broker {
  /** A loopback URL with an unguessable key in its path. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts a broker on 127.0.0.1 that hands out the tokens of `tokens`, which therefore stay in one process, and tells `redactor`, and
 * whoever asks, the secrets that others have come upon.
 */
export async function startBroker(
  tokens: TokenSource,
  pacer: Pacer,
  redactor: Redactor,
  meter = new Meter(),
): Promise<Broker> {
  const key = randomBytes(16).toString('hex');
  redactor.register(key, 'SUITE_BROKER_KEY');
  const leased = new Set<string>();
  const app = new Hono().basePath(`/${key}`);
  app.post('/token', async (context) => {
    const { gateway, refused } = await context.req.json<TokenRequest>();
    try {
      return context.json({
        token: await (refused === undefined ? tokens.current(gateway) : tokens.renew(gateway, refused)),
      });
    } catch (error) {
      return context.json({ problem: (error as Error).message });
    }
  });
  shareSlots(app, pacer, meter);
  app.post('/lease', async (context) => {
    const { file } = await context.req.json<{ file: string }>();
    const granted = !leased.has(file);
    leased.add(file);
    return context.json({ granted });
  });
  shareSecrets(app, redactor);
  return listen(app, key);
}

// A call takes a slot of its API, and of the budget where it is counted.
function shareSlots(app: Pick<Hono, 'post'>, pacer: Pacer, meter: Meter): void {
  const slots = new Map<string, Release>();
  app.post('/slot', async (context) => {
    const { api, ...asking } = await context.req.json<{ api: string } & Asking>();
    const problem = meter.take(asking);
    if (problem !== undefined) return context.json({ problem });
    const release = await pacer.take(api);
    const slot = randomBytes(8).toString('hex');
    slots.set(slot, release);
    return context.json({ slot });
  });
  app.post('/ended', async (context) => {
    const { slot } = await context.req.json<{ slot: string }>();
    slots.get(slot)?.();
    slots.delete(slot);
    return context.json({});
  });
}

function shareSecrets(app: Pick<Hono, 'post'>, redactor: Redactor): void {
  app.post('/secrets', async (context) => {
    await redactor.learn(await context.req.json<Secret[]>());
    return context.json(redactor.secrets);
  });
}

function listen({ fetch }: Pick<Hono, 'fetch'>, key: string): Promise<Broker> {
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => {
            done();
          });
          server.closeAllConnections();
        });
      // A worker that waits long for something else must not find its connection closed.
      server.keepAliveTimeout = 600_000;
      resolve({ url: `http://127.0.0.1:${port}/${key}`, close });
    }) as Server;
  });
}
