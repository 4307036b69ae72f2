import type { Exchange } from '../client/exchange';
import type { CaseResult } from './results';

/** Whose fault a failure seems to be, in the order in which a reader wants to know. */
export const failureClasses = ['product', 'suite', 'tenant', 'quota', 'network'] as const;

export type FailureClass = (typeof failureClasses)[number];

/** What a case threw: the name of the error and, of a failed call, how that ended. */
export interface Failed {
  readonly name: string;
  readonly call?: { readonly outcome: string; readonly status?: number };
}

// QPS and concurrency (90018, 90002, 90005, 90006), the month's quota (90020), and the v1.0 gateway's names for the same.
const ofQuota = /\b(?:90018|90002|90005|90006|90020)\b|\b(?:Qps|Qpm)Limit\w*|ApiCountLimit\w*/i;
// A permission that the app has not been given (60011) or an address that is not let in (60020), the v1.0 gateway's 403 for the same,
// and a product that is not opened to the company.
const ofTenant =
  /\b600(?:11|20)\b|AccessTokenPermissionDenied|IpNotInWhiteList|corpNotOpenHrm|\bpermission\b/i;
// What our own messages say of an app that gets no token, whichever call was the last.
const noToken = 'credentials were refused';
const ofNetwork =
  /\bno answer\b|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up/;
// The service was busy for longer than anybody should ask (系统繁忙, documented).
const ofBusy = /^refused (?:-1|serviceBusy)$/;
// What only our own code throws: a mistake, or a request that it may not send.
const ofSuite = /^(?:TypeError|ReferenceError|RangeError|SyntaxError|GuardViolation|AssertionError)\b/;

/**
 * Tells whose fault a failed case is: by what it threw, or else by its text and the last call of the case itself, for what cleans up
 * afterwards says nothing. A refusal counts only when the case failed over it: the code has to stand in the outcome and in the message.
 * @param failed what it threw, where that is recorded.
 * @param ill the people and the template of the run that were found wanting before it: that the service refuses something, or that they are
 * missed, is no wonder then.
 */
export function classify(
  result: CaseResult,
  exchanges: readonly Exchange[],
  failed?: Failed,
  ill: readonly string[] = [],
): FailureClass {
  const text = result.messages.join('\n');
  const clues = { result, failed, ill, text, call: failed?.call ?? lastOf(exchanges) };
  return rules.find(([, holds]) => holds(clues))?.[0] ?? 'product';
}

type Call = NonNullable<Failed['call']>;

interface Clues {
  readonly result: CaseResult;
  readonly failed: Failed | undefined;
  readonly ill: readonly string[];
  readonly text: string;
  readonly call: Call | undefined;
}

// The first that holds decides.
const rules: readonly (readonly [FailureClass, (clues: Clues) => boolean])[] = [
  ['suite', ({ failed, text }) => ofSuite.test(failed?.name ?? text)],
  ['network', ({ call, text }) => isUnanswered(call, text)],
  ['quota', (clues) => isRefusedFor(ofQuota, clues)],
  ['tenant', (clues) => isRefusedFor(ofTenant, clues)],
  ['tenant', ({ text }) => text.includes(noToken)],
  ['tenant', isOfTheIll],
  ['suite', ({ result, text }) => isOurs(result, text)],
];

// What comes after the story, the calls, names the people in any case.
function isOfTheIll({ ill, call, text }: Clues): boolean {
  const [story = ''] = text.split('\nCalls of this case:');
  const code = isRefusal(call) ? call?.outcome.replace('refused ', '') : undefined;
  const isRefused = code !== undefined && story.includes(code);
  return ill.length > 0 && (isRefused || ill.some((subject) => story.includes(subject)));
}

// A case that could not do more than clean up has no other.
const lastOf = (exchanges: readonly Exchange[]): Call | undefined =>
  exchanges.findLast(({ cleaning }) => cleaning !== true) ?? exchanges.at(-1);

const isRefusal = (call: Call | undefined): boolean => call?.outcome.startsWith('refused') === true;

function isRefusedFor(reason: RegExp, { call, text }: Clues): boolean {
  const refusal = call === undefined ? text : isRefusal(call) ? call.outcome : '';
  return reason.test(refusal) && reason.test(text);
}

// Without a call only the text can tell. A gateway that is down answers in HTML, if at all.
function isUnanswered(call: Call | undefined, text: string): boolean {
  if (call === undefined) return ofNetwork.test(text);
  const { outcome, status = 0 } = call;
  const isDown = status >= 500 && /^broken: the (?:content type|body is empty)/.test(outcome);
  const isBusy = ofBusy.test(outcome) && text.includes(outcome.replace('refused ', ''));
  return outcome.startsWith('no answer') || isDown || isBusy;
}

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
