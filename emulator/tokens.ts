import { gatewayFacts } from '../schemas/gateways';
import type { Clock } from './clock';
import { secretHex } from './ids';

/** How long a token is valid, in seconds (documented). */
export const lifetime = gatewayFacts.limits.tokenSeconds;

/** The access tokens of a tenant. Each app has one, and both gateways accept it (inferred). */
export class Tokens {
  private readonly issued = new Map<string, { appKey: string; expiresAt: number }>();

  constructor(private readonly clock: Clock) {}

  /** Returns the app's token: the same one, renewed, while it is valid, a new one afterwards (documented). */
  issue(appKey: string): string {
    const token = this.validTokenOf(appKey) ?? secretHex();
    this.issued.set(token, { appKey, expiresAt: this.clock.now() + lifetime * 1000 });
    return token;
  }

  /** Returns a token of the app whose lifetime is over, as somebody has who kept one. */
  issueExpired(appKey: string): string {
    const token = secretHex();
    this.issued.set(token, { appKey, expiresAt: 0 });
    return token;
  }

  /** Returns the key of the app that a valid token stands for; undefined for an unknown or expired one. */
  appKeyOf(token: string): string | undefined {
    const entry = this.issued.get(token);
    return entry && entry.expiresAt > this.clock.now() ? entry.appKey : undefined;
  }

  /** Returns the key of the app that a token was given to, whether it is valid or not. */
  ownerOf(token: string): string | undefined {
    return this.issued.get(token)?.appKey;
  }

  /** Forgets every token. */
  clear(): void {
    this.issued.clear();
  }

  private validTokenOf(appKey: string): string | undefined {
    return [...this.issued.keys()].find((token) => this.appKeyOf(token) === appKey);
  }
}
