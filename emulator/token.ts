import { getAccessToken, getToken } from '../schemas/index';
import { HttpRefusal, Refusal } from './refusal';
import { route } from './route';
import type { App, Tenant } from './tenant';
import { lifetime } from './tokens';

/** The endpoints that hand out the app's token; both give the same one (assumed, since both gateways accept it). */
export const tokenRoutes = [
  route(getToken, (tenant, { appkey, appsecret }) => {
    const app = appOf(tenant, appkey, appsecret);
    if (!app) throw new Refusal(40096, '不合法的appKey或appSecret');
    // Assumed: always the whole lifetime, since the token is renewed.
    return { access_token: tenant.tokens.issue(app.appKey), expires_in: lifetime };
  }),

  route(getAccessToken, (tenant, { appKey, appSecret }) => {
    const app = appOf(tenant, appKey, appSecret);
    if (!app) throw new HttpRefusal(400, 'invalidClientIdOrSecret', '无效的clientId或者clientSecret');
    return { expireIn: lifetime, accessToken: tenant.tokens.issue(app.appKey) };
  }),
];

function appOf({ apps }: Tenant, key: string, secret: string): App | undefined {
  const app = apps.get(key);
  return app?.appSecret === secret ? app : undefined;
}
