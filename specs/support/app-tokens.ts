import { getAccessToken, getToken } from '../../schemas';
import { api, app } from './tenant';

/** A token of the app from one of the two endpoints that give tokens. */
export async function tokenOf(source: 'token/get' | 'token/access-token'): Promise<string> {
  if (source === 'token/get')
    return (await api.must(getToken, { appkey: app.key, appsecret: app.secret })).access_token;
  return (await api.must(getAccessToken, { appKey: app.key, appSecret: app.secret })).accessToken;
}
