import type { Exchange } from '../../client/exchange';
import type { LiveTenant } from '../../config/live-tenant';
import type { Gateway } from '../../client/tokens';
import { getAccessToken, getToken } from '../../schemas';
import type { Check } from './check';

const firstCalls = { api: getAccessToken.id, oapi: getToken.id } as const;

/**
 * The one finding where something else answered in the place of a gateway, such as the login page of a proxy; undefined where the gateway
 * answered, or nobody did. Judged by the call for its token: each gateway answers that with a token or with a code, whoever asks.
 */
export function foreignAnswer({ urls }: LiveTenant, exchanges: readonly Exchange[]): Check | undefined {
  for (const gateway of ['api', 'oapi'] as const) {
    const call = exchanges.findLast(({ endpoint }) => endpoint === firstCalls[gateway]);
    if (call?.status === undefined || !isForeign(call)) continue;
    return {
      name: `gateway ${gateway}`,
      status: 'problem',
      seen: `${new URL(urls[gateway]).host} answered ${inWords(call)}, which is no answer of DingTalk's`,
      todo: adviceOn(gateway),
    };
  }
  return undefined;
}

// A page with a status from 500 on is a gateway, or a proxy, that is down for a while.
function isForeign({ status = 0, outcome, responseBody = '' }: Exchange): boolean {
  if (!outcome.startsWith('broken') || status >= 500) return false;
  const { errcode, code, accessToken, access_token: archived } = (objectIn(responseBody) ?? {}) as Fields;
  return (
    typeof errcode !== 'number' && [code, accessToken, archived].every((field) => typeof field !== 'string')
  );
}

type Fields = Readonly<Record<string, unknown>>;

function inWords({ status, responseHeaders = {}, responseBody = '' }: Exchange): string {
  const { location } = responseHeaders;
  if (location !== undefined)
    return `HTTP ${String(status)} to ${location.replace(/[?#].*/s, '').slice(0, 120)}`;
  if (objectIn(responseBody) !== undefined)
    return `HTTP ${String(status)} with JSON that has no code and no token`;
  const [, title] = /<title[^>]*>\s*([^<]{1,80})/i.exec(responseBody) ?? [];
  if (title !== undefined)
    return `HTTP ${String(status)} with a page "${title.trim().replaceAll(/\s+/g, ' ')}"`;
  return `HTTP ${String(status)} with ${responseHeaders['content-type'] ?? 'a text'}`;
}

// Documented of the ban: a page, or JSON without a code, after 10,000 calls in 20 s.
function adviceOn(gateway: Gateway): string {
  return [
    `check DINGTALK_${gateway.toUpperCase()}_URL`,
    'see whether the network wants you to sign in, or has a proxy in between that has to let this host through (open the URL in a browser)',
    'or wait five minutes: an address that made far too many calls is answered so by DingTalk itself',
  ].join('; ');
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
