import type { SchemaObject } from 'ajv';
import type { Contradiction, Endpoint, KnownError, Rule, Source } from './endpoint';
import facts from './gateway-facts.json';

/** A family of paths that share envelope, token place and refusals: two on the oapi gateway, one on the api gateway. */
export type Family = 'classic' | 'topapi' | 'v1';

/** What all endpoints of a family have in common. */
interface FamilyFacts {
  readonly gateway: Endpoint['gateway'];
  readonly paths: string;
  readonly contentType: string;
  readonly token: { readonly in: 'query' | 'header'; readonly name: string };
  readonly source: Source;
}

/** What `gateway-facts.json` says of the service as a whole. */
export interface GatewayFacts {
  readonly gateways: {
    readonly oapi: { readonly url: string; readonly style: string };
    /** Tenants abroad have a host of their own. */
    readonly api: { readonly url: string; readonly style: string; readonly abroad: { readonly url: string } };
  };
  readonly families: Readonly<Record<Family, FamilyFacts>>;
  readonly refusals: Readonly<Record<Family, SchemaObject>>;
  /** Seconds, calls and days, as the units in the names say; null is no limit. Dates are the first and the last day. */
  readonly limits: typeof facts.limits;
  readonly errors: readonly (KnownError & { readonly family: Family })[];
  /** The official catalogue: what each code means, and the codes that are missing from it. */
  readonly catalogue: {
    readonly meanings: Readonly<Record<string, string>>;
    readonly absent: readonly string[];
  };
  readonly rules: readonly Rule[];
  readonly contradictions: readonly Contradiction[];
  readonly unknown: readonly string[];
}

/** Everything that holds for a whole gateway or family rather than for one endpoint. */
export const gatewayFacts = facts as unknown as GatewayFacts;

/** Tells the family that an endpoint belongs to. */
export function familyOf({ gateway, path }: Pick<Endpoint, 'gateway' | 'path'>): Family {
  if (gateway === 'api') return 'v1';
  return path.startsWith('/topapi/') ? 'topapi' : 'classic';
}

/** The codes with which each family refuses a call without a token, with a token that is not good, and by an app that lacks the permission. */
export const refusalCodes: Readonly<
  Record<Family, Readonly<Record<'noToken' | 'badToken' | 'noPermission', string>>>
> = {
  classic: { noToken: '40035', badToken: '40014', noPermission: '60011' },
  topapi: { noToken: '88/40000', badToken: '88/40014', noPermission: '88/60011' },
  v1: {
    noToken: 'AuthenticationFailed.MissingParameter',
    badToken: 'InvalidAuthentication',
    noPermission: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  },
};

/** The closed schema of a refusal by an endpoint of this family. */
export function refusalSchema(family: Family): SchemaObject {
  return gatewayFacts.refusals[family];
}
