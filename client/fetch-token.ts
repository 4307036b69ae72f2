import { getAccessToken, getToken } from '../schemas';
import type { Client } from './client';

/**
 * Fetches the app's access token from the current endpoint, or from the archived one where a tenant refuses the current.
 * @throws CallFailure when no proper answer came, and an Error with both codes and what to check when both refused.
 */
export async function fetchToken(client: Client, app: { key: string; secret: string }): Promise<string> {
  const reply = await client.send(getAccessToken, { appKey: app.key, appSecret: app.secret });
  if (!reply.refused) return reply.body.accessToken;
  const archived = await client.send(getToken, { appkey: app.key, appsecret: app.secret });
  if (!archived.refused) return archived.body.access_token;
  throw new Error(
    `The app's credentials were refused: ${reply.code} by ${getAccessToken.path}, ${archived.code} by ${getToken.path}. ` +
      'Check DINGTALK_APP_KEY and DINGTALK_APP_SECRET (developer console > the app > credentials).',
  );
}
