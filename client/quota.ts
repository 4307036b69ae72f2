import type { Endpoint } from '../schemas/endpoint';
import { kindOf } from './codes';
import { tokenPlace, type Encoding, type TokenPlace } from './encode';

/** How the caller chose to send the token of a call; by default the run's own, in its place. */
interface Sent {
  readonly token?: string | null;
  readonly tokenIn?: TokenPlace;
  readonly as?: Encoding;
}

/**
 * Whether the tenant's monthly quota counts a call. Refusals count as well (documented: all but what was throttled or never arrived).
 * Inferred: a call that shows no token of ours where its gateway looks for one names no organisation whose quota could count it.
 * @param issued the tokens that were fetched besides the run's own.
 */
export function isCounted(
  endpoint: Endpoint,
  { token, as = 'json', tokenIn = tokenPlace(endpoint, as) }: Sent,
  issued: ReadonlySet<string>,
): boolean {
  const isOurs = token === undefined || (token !== null && issued.has(token));
  const isSeen = (endpoint.gateway === 'api') === (tokenIn === 'header');
  return endpoint.counted && isOurs && isSeen;
}

/** Whether a refusal says that calls came too fast; the quota does not count it (documented). */
export const isThrottled = (code: string): boolean => kindOf(code) === 'throttled';

/**
 * Reads the counted calls that the tenant has in a month in the text of 90020 (documented: dingtalk.com/qidian/help-detail-1061621972 prints
 * 调用量:…次,额度:…次); undefined where the text names none.
 */
export function printedLimit(text: string): number | undefined {
  const limit = /额度\s*[:：]\s*(\d+)/.exec(text)?.[1];
  return limit === undefined ? undefined : Number(limit);
}
