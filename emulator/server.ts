import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono, type HonoRequest } from 'hono';
import { endpoints } from '../schemas/index';
import { answerCall, noEndpoint } from './answer';
import { HungUp, readCall, type Layer, type Reply } from './call';
import { answersOf, type Answers, type Chosen } from './choices';
import { Clock } from './clock';
import { control } from './control';
import { appKey } from './ids';
import type { App, Tenant } from './tenant';
import { seed } from './seed/seed';
import { Tokens } from './tokens';

type Credentials = Pick<App, 'appKey' | 'appSecret'>;

/** How an embedded tenant is started. */
export interface EmulatorOptions {
  /** 0 takes a free port, and so does leaving it out. */
  readonly port?: number;
  /** The address that it listens on; 127.0.0.1 unless given. */
  readonly host?: string;
  /** The credentials of the app; made up unless given. */
  readonly app?: Credentials;
  /** The time in epoch milliseconds; real time unless given. */
  readonly now?: () => number;
  /** What stands around every answer, outermost first; nothing unless given. */
  readonly layers?: readonly Layer[];
  /** What the tenant does where the sources leave it open: the id of an answer by the id of its choice. */
  readonly choices?: Chosen;
}

/** A running embedded tenant: where it is, who may act there, and its state. */
export interface Emulator {
  /** Base URL of both gateways, without a slash at the end. */
  readonly url: string;
  readonly app: Credentials;
  /** An app that was granted nothing. */
  readonly unprivilegedApp: Credentials;
  /** A token of the app that was good until two hours ago. */
  readonly expiredToken: string;
  /** Userids: an announcement administrator, and an ordinary employee. */
  readonly people: { readonly operator: string; readonly user: string };
  readonly deptId: number;
  readonly templateName: string;
  /** The `@mediaId` of a picture; media are not stored, so any would do (assumed). */
  readonly coverMediaId: string;
  readonly tenant: Tenant;
  close(): Promise<void>;
}

/** Starts an embedded tenant; rejects when the port is taken, and when there is no such choice or answer. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const answers = answersOf(options.choices);
  const { tenant, app, unprivilegedApp, ...chosen } = newTenant(answers, options);
  const layers = [...(options.layers ?? []), ...answers.layers];
  const listener = getRequestListener(service(tenant, layers).fetch);
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  // Node would close what has been idle for five seconds, perhaps just as a call comes in.
  server.keepAliveTimeout = 600_000;
  const host = options.host ?? '127.0.0.1';
  await listening(server, options.port ?? 0, host);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    app: credentialsOf(app),
    unprivilegedApp: credentialsOf(unprivilegedApp),
    ...chosen,
    coverMediaId: '@lADPDeC2ufXOeRzMqM0BLA',
    tenant,
    close: () => closed(server),
  };
}

function newTenant({ choose, allows }: Answers, { now, app: given }: EmulatorOptions) {
  const clock = new Clock(now);
  const scopes = new Set(endpoints.flatMap(({ permission }) => permission.anyOf));
  const [app, unprivilegedApp] = [appWith(scopes, given), appWith(new Set())];
  const { content, ...chosen } = seed(clock.now(), choose);
  const tenant: Tenant = {
    ...content,
    corpId: 'dinge8a56572f80b02a8',
    apps: new Map([app, unprivilegedApp].map((one) => [one.appKey, one])),
    clock,
    tokens: new Tokens(clock, choose),
    choice: choose,
    allows,
  };
  return { tenant, app, unprivilegedApp, expiredToken: tenant.tokens.issueExpired(app.appKey), ...chosen };
}

const appWith = (scopes: Set<string>, credentials = newCredentials()): App => ({ ...credentials, scopes });

const newCredentials = (): Credentials => ({
  appKey: appKey(),
  appSecret: randomBytes(32).toString('base64url'),
});

const credentialsOf = ({ appKey: key, appSecret }: App): Credentials => ({ appKey: key, appSecret });

function service(tenant: Tenant, layers: readonly Layer[]): Hono<{ Bindings: HttpBindings }> {
  const service = new Hono<{ Bindings: HttpBindings }>();
  service.route('/_emulator', control(tenant));
  for (const endpoint of endpoints) {
    service.all(endpoint.path, async ({ req }) =>
      sent(await answerCall(await readCall(tenant, endpoint, req), layers)),
    );
  }
  service.notFound(async ({ req }) =>
    sent(await answerCall(await readCall(tenant, noEndpoint(req.path), req as HonoRequest), layers)),
  );
  // Loud on purpose, and like nothing DingTalk says: this is the emulator's own fault.
  service.onError((error, { req, env }) => {
    if (error instanceof HungUp) env.incoming.socket.destroy();
    return new Response(`${req.method} ${req.path}: ${error.stack ?? error.message}`, { status: 500 });
  });
  return service;
}

function sent({ status, headers, body }: Reply): Response {
  const { 'transfer-encoding': transfer, ...others } = headers;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  // A stream is sent in chunks, a text with its length.
  return new Response(transfer === 'chunked' ? new Blob([text]).stream() : text, { status, headers: others });
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
