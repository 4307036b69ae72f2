import type { Reply } from '../../client/client';
import { fetchToken } from '../../client/fetch-token';
import { TokenCache } from '../../client/tokens';
import type { Endpoint } from '../../schemas/endpoint';
import { shared } from './shared';
import { api, skip } from './tenant';

const { closed, tenant } = globalThis.suite.run;

// Who names none has chosen so: that is no gap in the run.
const bareApp = (): { key: string; secret: string } =>
  tenant.bareApp ?? skip('not selected: DINGTALK_BARE_APP_KEY names no app without permissions');

const tokens = shared('the token of an app without permissions', async () => {
  const cache = new TokenCache(() => fetchToken(api, bareApp()));
  await cache.current();
  return cache;
});

/** A token of the app that was granted nothing; skips the case where the tenant names none. */
export async function bareToken(): Promise<string> {
  return (await tokens()).current();
}

/**
 * Sends a request as an app that was granted nothing. Its token may die early, and is then renewed once. Skips the case where the
 * endpoint is closed to the app of the run as well: nobody knows what is asked first there.
 */
export async function sendAsBareApp(endpoint: Endpoint, request: object): Promise<Reply<unknown>> {
  const reason = closed?.[endpoint.id];
  if (reason !== undefined) skip(reason);
  const token = await bareToken();
  const reply = await api.send(endpoint, request, { token });
  const isDead = reply.refused && ['88/40014', 'InvalidAuthentication'].includes(reply.code);
  if (!isDead) return reply;
  return api.send(endpoint, request, { token: await (await tokens()).renew(token) });
}

/** A token of the app that expired long ago; skips the case where the tenant names none. */
export const expiredToken = (): string =>
  tenant.expiredToken ?? skip('not selected: DINGTALK_EXPIRED_TOKEN names no expired token');
