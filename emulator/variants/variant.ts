import type { Call, Layer, Reply } from '../call';
import { gatewayOf } from '../gateways';
import type { GatewayRefusal, HttpRefusal, Refusal } from '../refusal';
import type { AnswerId, ChoiceId } from '../choices';
import type { App, Tenant } from '../tenant';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf } from '../../schemas/gateways';

/** Answers by the id of their choice. */
type VariantChoices = { readonly [Id in ChoiceId]?: AnswerId<Id> };

/** A way in which a real tenant differs from the embedded one without breaking a promise: no case may fail over it. */
export interface Variant {
  readonly id: string;
  /** What the tenant is like, in a sentence. */
  readonly what: string;
  /** What it answers where the sources leave it open: the variant is a name for these answers. */
  readonly choices?: VariantChoices;
  /** What stands around its answers; made anew for every tenant, since it may remember. */
  readonly layer?: () => Layer;
  /** What is changed in a tenant when it starts. */
  readonly prepare?: (tenant: Tenant) => void;
}

/** Whether a call only reads; reads may be asked again, writes may not. */
export function isRead({ id }: Endpoint): boolean {
  return !/\/(create|update|delete|savecontent)$/.test(id);
}

/** The app whose valid token a call carries, wherever its family looks for it. */
export function appOf(call: Call): App | undefined {
  const token = gatewayOf(call.path).token(call) ?? '';
  return call.tenant.apps.get(call.tenant.tokens.appKeyOf(token, call.endpoint.gateway) ?? '');
}

/** A refusal of this call as its family writes it. */
export function refused(call: Call, refusal: GatewayRefusal | HttpRefusal | Refusal): Reply {
  const gateway = gatewayOf(call.path);
  return { ...gateway.refused(call.endpoint, refusal), headers: gateway.headers() };
}

/** The name of an API as the texts about throttling write it: `dingtalk.oapi.blackboard.get`. */
export function apiName({ path, endpoint }: Call): string {
  return familyOf(endpoint) === 'topapi'
    ? `dingtalk.oapi.${path.replace(/^\/topapi\//, '').replaceAll('/', '.')}`
    : path;
}
