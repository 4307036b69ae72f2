import type { Client } from '../../client/client';
import type { Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import type { Gateway } from '../../client/tokens';
import { getAccessToken, getToken } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { meaningOf } from './codes';
import { probe, type Probe } from './probe';

// Counted calls that are spent on tokens that are refused: two at each gateway.
const most = 4;

/** What a gateway makes of the tokens that it is shown, where it refuses one that was just given. */
export interface TokenTrouble {
  readonly gateway: Gateway;
  readonly code: string;
  /** It takes the token of the other generation, and not its own. */
  readonly takesOther: boolean;
}

/**
 * Asks each gateway with the token of its own generation. One that is refused is tried once more, with a token that is fetched anew or with the
 * other generation's where they differ; then the gateway is asked no further.
 */
export class TokenDesk {
  /** What the two token endpoints answered, the current one first. */
  readonly probes: readonly [Probe, Probe];
  readonly #client: Client;
  readonly #app: LiveTenant['app'];
  readonly #tokens = new Map<Gateway, string>();
  readonly #troubles = new Map<Gateway, TokenTrouble>();
  #refusals = 0;

  private constructor(client: Client, app: LiveTenant['app'], probes: readonly [Probe, Probe]) {
    this.#client = client;
    this.#app = app;
    this.probes = probes;
    const [current, archived] = probes.map(tokenIn);
    for (const [gateway, token] of [
      ['api', current ?? archived],
      ['oapi', archived ?? current],
    ] as const)
      if (token !== undefined) this.#tokens.set(gateway, token);
  }

  /**
   * Asks both generations for a token; none of these calls is counted.
   * @param isForeign whether something else than a gateway has answered so far: then nothing more is asked, for it would be shown the secret.
   */
  static async open(client: Client, app: LiveTenant['app'], isForeign = () => false): Promise<TokenDesk> {
    const current = await ask(client, app, 'api');
    const archived: Probe = isForeign()
      ? {
          endpoint: getToken,
          outcome: 'not asked',
          reason: { en: 'the other gateway is none', zh: '另一个网关不是钉钉的' },
        }
      : await ask(client, app, 'oapi');
    return new TokenDesk(client, app, [current, archived]);
  }

  /** Whether any token was given. */
  get isEmpty(): boolean {
    return this.#tokens.size === 0;
  }

  get troubles(): readonly TokenTrouble[] {
    return [...this.#troubles.values()];
  }

  /** Asks an endpoint with the token of its gateway. */
  async probe(endpoint: Endpoint, request: object): Promise<Probe> {
    const { gateway } = endpoint;
    const token = this.#tokens.get(gateway);
    if (token === undefined) return { endpoint, outcome: 'not asked', reason: refusing(gateway) };
    const first = await probe(this.#client, endpoint, request, token);
    if (!isTokenRefused(first)) return first;
    const next = await this.#another(gateway, token, first.code);
    if (next === undefined) return first;
    const second = await probe(this.#client, endpoint, request, next);
    if (!isTokenRefused(second)) return second;
    this.#refusals += 1;
    this.#close(gateway, second.code);
    return second;
  }

  // A token in place of a refused one; undefined where the gateway is given up.
  async #another(gateway: Gateway, refused: string, code: string): Promise<string | undefined> {
    this.#refusals += 1;
    const renewed = this.#refusals < most ? tokenIn(await ask(this.#client, this.#app, gateway)) : undefined;
    const other = this.#refusals < most ? this.#tokens.get(gateway === 'api' ? 'oapi' : 'api') : undefined;
    const next = [renewed, other].find((token) => token !== undefined && token !== refused);
    if (next === undefined) {
      this.#close(gateway, code);
      return undefined;
    }
    this.#tokens.set(gateway, next);
    if (next !== renewed) this.#troubles.set(gateway, { gateway, code, takesOther: true });
    return next;
  }

  #close(gateway: Gateway, code: string): void {
    this.#tokens.delete(gateway);
    this.#troubles.set(gateway, { gateway, code, takesOther: false });
  }
}

const refusing = (gateway: Gateway): Text => ({
  en: `${gateway} refuses the token that was given for it`,
  zh: `${gateway} 拒绝为它获取的 token`,
});

function ask(client: Client, { key, secret }: LiveTenant['app'], generation: Gateway): Promise<Probe> {
  return generation === 'api'
    ? probe(client, getAccessToken, { appKey: key, appSecret: secret })
    : probe(client, getToken, { appkey: key, appsecret: secret });
}

/** The token that an endpoint gave; undefined where it gave none. */
function tokenIn(asked: Probe): string | undefined {
  const { accessToken, access_token: archived } = (asked.outcome === 'answered' ? asked.body : {}) as {
    accessToken?: string;
    access_token?: string;
  };
  return accessToken ?? archived;
}

const isTokenRefused = (asked: Probe): asked is Probe & { readonly outcome: 'refused' } =>
  asked.outcome === 'refused' && meaningOf(asked.endpoint, asked.code) === 'token';
