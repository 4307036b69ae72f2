import type { Endpoint } from '../schemas/endpoint';
import { gatewayFacts } from '../schemas/gateways';
import { answersOf, type Choose } from './choices';
import type { Clock } from './clock';
import { newToken } from './ids';

/** How long a token is valid, in seconds (documented). */
const lifetime = gatewayFacts.limits.tokenSeconds;

type GatewayName = Endpoint['gateway'];

interface Issued {
  readonly appKey: string;
  readonly gateway: GatewayName;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** The access tokens of a tenant. Whether each app has one for both gateways, or one for each, is a choice. */
export class Tokens {
  private readonly issued = new Map<string, Issued>();

  constructor(
    private readonly clock: Clock,
    private readonly choose: Choose = answersOf().choose,
  ) {}

  /** Returns the app's token of a gateway's generation: the same one, renewed, while it is valid, a new one afterwards (documented). */
  issue(appKey: string, gateway: GatewayName = 'oapi'): string {
    const now = this.clock.now();
    const token = this.validTokenOf(appKey, gateway) ?? newToken(this.choose('token/form'));
    const issuedAt = this.issued.get(token)?.issuedAt ?? now;
    this.issued.set(token, { appKey, gateway, issuedAt, expiresAt: now + lifetime * 1000 });
    return token;
  }

  /** Returns what an answer says of the lifetime of a token that was just issued, in seconds. */
  secondsOf(token: string): number {
    const since = this.clock.now() - (this.issued.get(token)?.issuedAt ?? this.clock.now());
    if (this.choose('token/expires-in') === 'whole') return lifetime;
    return Math.max(1, lifetime - Math.floor(since / 1000));
  }

  /** Returns a token of the app whose lifetime is over, as somebody has who kept one. */
  issueExpired(appKey: string): string {
    const token = newToken(this.choose('token/form'));
    this.issued.set(token, { appKey, gateway: 'oapi', issuedAt: 0, expiresAt: 0 });
    return token;
  }

  /** Returns the key of the app that a token stands for, at a gateway where one is named; undefined for an unknown or expired one. */
  appKeyOf(token: string, at?: GatewayName): string | undefined {
    const entry = this.issued.get(token);
    if (!entry || entry.expiresAt <= this.clock.now()) return undefined;
    const isElsewhere = at !== undefined && at !== entry.gateway;
    return isElsewhere && this.choose('token/generations') === 'own' ? undefined : entry.appKey;
  }

  /** Returns the key of the app that a token was given to, whether it is valid or not. */
  ownerOf(token: string): string | undefined {
    return this.issued.get(token)?.appKey;
  }

  /** Forgets every token. */
  clear(): void {
    this.issued.clear();
  }

  private validTokenOf(appKey: string, gateway: GatewayName): string | undefined {
    const isOne = this.choose('token/generations') === 'one';
    const known = [...this.issued].find(
      ([token, entry]) => this.appKeyOf(token) === appKey && (isOne || entry.gateway === gateway),
    );
    return known?.[0];
  }
}
