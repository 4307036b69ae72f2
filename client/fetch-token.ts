import { getAccessToken, getToken } from '../schemas';
import type { Client, Reply } from './client';
import { CallFailure } from './failure';
import type { Gateway } from './tokens';

/** An app as its credentials name it. The company's corpId goes into the request of v1.0 where the client has one. */
export interface App {
  readonly key: string;
  readonly secret: string;
}

/** What came of asking one generation: a token, or why there is none. */
type Given = { readonly token: string } | { readonly refusal: string } | { readonly failure: CallFailure };

/** Both generations refuse an app a token; `refusals` says with which codes. */
export class CredentialsRefused extends Error {
  override readonly name = 'CredentialsRefused';

  constructor(readonly refusals: string) {
    super(
      `The app's credentials were refused: ${refusals}. Check DINGTALK_APP_KEY and DINGTALK_APP_SECRET (developer console > the app > ` +
        'credentials (凭证与基础信息)); an app of a low-code platform, and many an old one, needs DINGTALK_CORP_ID as well. ' +
        '`npm run doctor -- --live` says more.',
    );
  }
}

/**
 * Fetches the token of an app for a gateway from the gateway's own generation of token endpoints, and from the other where that gives none: the
 * archived one is closed to new apps, and most tenants take either token at both gateways (inferred).
 * @param refused the token that the gateway refused: a generation gives the same one again while it is valid (documented), so where it does the
 * other is asked.
 * @throws CallFailure when no proper answer came, and CredentialsRefused when both refused.
 */
export async function fetchToken(
  client: Client,
  app: App,
  gateway: Gateway,
  refused?: string,
): Promise<string> {
  const own = await ask(client, app, gateway);
  if ('token' in own && own.token !== refused) return own.token;
  const other = await ask(client, app, gateway === 'api' ? 'oapi' : 'api');
  if ('token' in other) return other.token;
  if ('token' in own) return own.token;
  for (const each of [own, other]) if ('failure' in each) throw each.failure;
  const refusals = [own, other].flatMap((each) => ('refusal' in each ? [each.refusal] : []));
  throw new CredentialsRefused(refusals.join(', '));
}

async function ask(client: Client, { key, secret }: App, generation: Gateway): Promise<Given> {
  try {
    if (generation === 'oapi') {
      const reply = await client.send(getToken, { appkey: key, appsecret: secret });
      return given(getToken.path, reply, ({ access_token: token }) => token);
    }
    const reply = await client.send(getAccessToken, { appKey: key, appSecret: secret });
    return given(getAccessToken.path, reply, ({ accessToken: token }) => token);
  } catch (error) {
    if (error instanceof CallFailure) return { failure: error };
    throw error;
  }
}

const given = <Body>(path: string, reply: Reply<Body>, tokenIn: (body: Body) => string): Given =>
  reply.refused ? { refusal: `${reply.code} by ${path}` } : { token: tokenIn(reply.body) };
