import { getAccessToken, getToken } from '../../schemas/index';
import { HttpRefusal, Refusal } from '../refusal';
import { route } from '../route';
import type { App, Tenant } from '../tenant';

/** The endpoints that hand out the app's token. */
export const routes = [
  route(getToken, (tenant, { appkey, appsecret }) => {
    const app = appOf(tenant, appkey, appsecret);
    if (!app) throw new Refusal(40096, '不合法的appKey或appSecret');
    const token = tenant.tokens.issue(app.appKey, 'oapi');
    return { access_token: token, expires_in: tenant.tokens.secondsOf(token) };
  }),

  route(getAccessToken, (tenant, { appKey, appSecret }) => {
    const app = appOf(tenant, appKey, appSecret);
    if (!app) throw new HttpRefusal(400, 'invalidClientIdOrSecret', '无效的clientId或者clientSecret');
    const token = tenant.tokens.issue(app.appKey, 'api');
    return { expireIn: tenant.tokens.secondsOf(token), accessToken: token };
  }),
];

function appOf({ apps }: Tenant, key: string, secret: string): App | undefined {
  const app = apps.get(key);
  return app?.appSecret === secret ? app : undefined;
}
