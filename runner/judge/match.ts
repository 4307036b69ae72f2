import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { gatewayFacts } from '../../schemas/gateways';
import type { RecordedCall } from './reading/recorded-call';

/** Whose call it is: of an endpoint, of one that no endpoint file describes, of another site, or a question of the browser's own. */
export type Match =
  | { readonly kind: 'endpoint'; readonly endpoint: Endpoint }
  | { readonly kind: 'unknown'; readonly what: string }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'of the browser' };

const { oapi, api } = gatewayFacts.gateways;
const gateways = new Map<string, Endpoint['gateway']>([
  [new URL(oapi.url).host, 'oapi'],
  [new URL(api.url).host, 'api'],
  [new URL(api.abroad.url).host, 'api'],
]);

/**
 * Finds the endpoint of a recorded call.
 * @param hosts what stands for both gateways besides those of DingTalk: an emulator, a proxy; with or without a port.
 */
export function match({ method, url, endpoint: id }: RecordedCall, hosts: readonly string[]): Match {
  const own = endpoints.find((endpoint) => endpoint.id === id);
  if (own) return { kind: 'endpoint', endpoint: own };
  if (!URL.canParse(url)) return { kind: 'foreign' };
  const { host, hostname, pathname } = new URL(url);
  const gateway = gateways.get(host);
  const isNamed = hosts.some((name) => name === host || name === hostname);
  if (gateway === undefined && !isNamed) return { kind: 'foreign' };
  if (isOfBrowser(method, pathname)) return { kind: 'of the browser' };
  const path = pathname.replace(/(?<=.)\/+$/, '');
  const served = endpoints.filter((each) => each.path === path && (isNamed || each.gateway === gateway));
  const endpoint = served.find((each) => each.method === method) ?? served[0];
  return endpoint ? { kind: 'endpoint', endpoint } : { kind: 'unknown', what: `${method} ${blurred(path)}` };
}

const isOfBrowser = (method: string, path: string): boolean =>
  method === 'OPTIONS' || path === '/favicon.ico';

// A path may hold the id of somebody, or a key.
const blurred = (path: string): string =>
  path
    .split('/')
    .map((step) => (/^(?:v\d[\d.]*|[A-Za-z][A-Za-z_-]{0,39})$/.test(step) || step === '' ? step : '…'))
    .join('/');
