import type { Reply } from '../../client/client';
import { CredentialsRefused, fetchToken } from '../../client/fetch-token';
import { TokenCache, type Gateway } from '../../client/tokens';
import { optional } from '../../config/optional';
import { getAccessToken, getToken } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { tokenOf } from './app-tokens';
import { refusedFor } from '../../client/lacking';
import { shared } from './shared';
import { removeUnwanted } from './blackboard/unwanted';
import { api, skip } from './tenant';

const { unavailable, tenant } = globalThis.suite.run;

// Who names none has chosen so: that is no gap in the run.
const unprivilegedApp = (): { key: string; secret: string } =>
  tenant.unprivilegedApp ??
  skip('not selected: DINGTALK_UNPRIVILEGED_APP_KEY names no app without permissions');

// A generation that is closed to the app of the run is asked by nobody.
function generationFor(gateway: Gateway): Gateway {
  const own = gateway === 'api' ? getAccessToken : getToken;
  const other = gateway === 'api' ? 'oapi' : 'api';
  return unavailable?.[own.id] === undefined ? gateway : other;
}

// A refusal is kept, for asking again and again gets an app blocked.
const tokens = shared(optional.unprivilegedApp, async () => {
  const app = unprivilegedApp();
  const cache = new TokenCache((gateway, refused) => fetchToken(api, app, generationFor(gateway), refused));
  try {
    await cache.current('api');
    return cache;
  } catch (error) {
    if (!(error instanceof CredentialsRefused)) throw error;
    return `The app without permissions gets no token, its credentials were refused: ${error.refusals}. Check DINGTALK_UNPRIVILEGED_APP_KEY and DINGTALK_UNPRIVILEGED_APP_SECRET, or leave both out.`;
  }
});

async function bareTokens(): Promise<TokenCache> {
  const got = await tokens();
  if (typeof got === 'string') throw new Error(got);
  return got;
}

/** A token of v1.0 of the app that was granted nothing; skips the case where the tenant names none. */
export async function bareToken(): Promise<string> {
  return (await bareTokens()).current('api');
}

/**
 * Sends a request as an app that was granted nothing, and expects to be refused for that. Its token may die early, and is then renewed
 * once. What is published nevertheless is removed when the case ends. Skips the case where the endpoint was found closed to the app of the
 * run as well, for nobody knows what is asked first there.
 * @param tag of what the request would publish.
 */
export async function expectNoPermission(
  endpoint: Endpoint,
  request: object,
  { code, tag }: { code: string; tag: string },
): Promise<void> {
  const cache = await bareTokens();
  const reason = unavailable?.[endpoint.id];
  if (reason !== undefined) skip(reason);
  const since = Date.now();
  const reply = await sendWith(cache, endpoint, request);
  if (!reply.refused) removeUnwanted(tag, since);
  expect(reply).toBeRefused(code);
}

async function sendWith(cache: TokenCache, endpoint: Endpoint, request: object): Promise<Reply<unknown>> {
  const token = await cache.current(endpoint.gateway);
  const reply = await api.send(endpoint, request, { token });
  const isDead = reply.refused && refusedFor(reply.code) === 'the token';
  return isDead ? api.send(endpoint, request, { token: await cache.renew(endpoint.gateway, token) }) : reply;
}

/** Sends a request with a token that has expired, and expects it to be refused for that; skips the case where the tenant names none. */
export async function expectExpired(endpoint: Endpoint, request: object, code: string): Promise<void> {
  const token = await expired();
  const reply = await api.send(endpoint, request, { token });
  expect(reply).toBeRefused(code);
}

const expired = shared(optional.expiredToken, async () => {
  const token = tenant.expiredToken ?? skip('not selected: DINGTALK_EXPIRED_TOKEN names no expired token');
  if (token !== (await tokenOf('token/access-token'))) return token;
  return skip('not selected: DINGTALK_EXPIRED_TOKEN is the token that is in use, renewed by asking for it');
});
