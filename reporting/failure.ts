import type { Exchange } from '../client/exchange';
import type { CaseResult } from './results';

/** Whose fault a failure seems to be, in the order in which a reader wants to know. */
export const failureClasses = ['product', 'suite', 'tenant', 'quota', 'network'] as const;

export type FailureClass = (typeof failureClasses)[number];

// QPS and concurrency (90018, 90002), the month's quota (90020), and the v1.0 gateway's names for the same.
const ofQuota = /\b(?:90018|90002|90020)\b|\b(?:Qps|Qpm)Limit\w*/i;
// A permission that the app has not been given (60011), and the v1.0 gateway's 403 for the same and for the IP list.
const ofTenant =
  /\b60011\b|AccessTokenPermissionDenied|IpNotInWhiteList|\bpermission\b|credentials were refused/i;
const ofNetwork =
  /\bno answer\b|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up/;

/**
 * Guesses whose fault a failed case is from its text and its last call. A refusal counts only when the case failed over it: the
 * code has to stand in the last call's outcome and in the message.
 */
export function classify(failed: CaseResult, exchanges: readonly Exchange[]): FailureClass {
  const text = failed.messages.join('\n');
  const last = exchanges.at(-1)?.outcome;
  if (isUnanswered(last, text)) return 'network';
  const refusal = refusalIn(last, text);
  if (ofQuota.test(refusal) && ofQuota.test(text)) return 'quota';
  if (ofTenant.test(refusal) && ofTenant.test(text)) return 'tenant';
  return isOurs(failed, text) ? 'suite' : 'product';
}

// Without a call only the text can tell.
const isUnanswered = (last: string | undefined, text: string): boolean =>
  last === undefined ? ofNetwork.test(text) : last.startsWith('no answer');

const refusalIn = (last: string | undefined, text: string): string =>
  last?.startsWith('refused') === false ? '' : (last ?? text);

const isOurs = ({ added, blocked }: CaseResult, text: string): boolean =>
  (added === true || blocked === true || text.startsWith('crashed: ')) &&
  !text.includes('broke its contract');

// What Jest prints around a difference, and what says nothing without it.
const noise = /^expect\(received\)|^- Expected\s+- \d|^\+ Received\s+\+ \d|^@@ |^\s*(Object|Array) [{[]$/;

/** The beginning of a failure's message, without its stack and its list of calls: at most `lines` lines of 300 characters. */
export function firstLines({ messages }: CaseResult, lines = 6): string {
  const [story = ''] = (messages[0] ?? '').split(/\n\s+at |\nCalls of this case:/);
  return story
    .replace(/^Error: /, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !noise.test(line))
    .slice(0, lines)
    .map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line))
    .join('\n');
}
