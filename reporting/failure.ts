import { kindOf } from '../client/codes';
import type { Exchange } from '../client/exchange';
import { causeOf, type Cause } from '../client/trouble';
import { runCouldStart, type CaseResult } from './records/results';

/** Whose fault a failure seems to be, in the order in which a reader wants to know. */
export const failureClasses = ['product', 'suite', 'tenant', 'quota', 'network'] as const;

export type FailureClass = (typeof failureClasses)[number];

/** What a case threw: the name of the error and, of a failed call, how that ended. */
export interface Failed {
  readonly name: string;
  readonly call?: { readonly outcome: string; readonly status?: number };
}

// Whose fault a cause is, where a case failed over it. A token that is refused is nobody's by itself.
const classes: Readonly<Partial<Record<Cause, FailureClass>>> = {
  lost: 'network',
  // The service was busy for longer than anybody should ask.
  busy: 'network',
  throttled: 'quota',
  spent: 'quota',
  permission: 'tenant',
  scope: 'tenant',
  address: 'tenant',
  closed: 'tenant',
};
// What our own messages say of an app that gets no token, whichever call was the last.
const noToken = 'credentials were refused';
const ofNetwork =
  /\bno answer\b|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|socket hang up/;
// What only our own code throws: a mistake, or a request that it may not send.
// A case of ours that ends its process, or waits without having asked anything.
const ofProcess = /^(?:Error: )?The process that ran this file died\./;
const ofTime = /^(?:Error: )?(?:The case took too long|Exceeded timeout of)/;
const ofSuite = /^(?:TypeError|ReferenceError|RangeError|SyntaxError|GuardViolation|AssertionError)\b/;

/** What a run knows besides the case. */
export interface Circumstances {
  /** The people and the template that were found wanting before it: that the service refuses something, or that they are missed, is no wonder then. */
  readonly ill?: readonly string[];
  /** The endpoints that failed all the time while others answered. */
  readonly broken?: ReadonlySet<string>;
}

/**
 * Tells whose fault a failed case is: by what it threw, or else by its text and the last call of the case itself, for what cleans up
 * afterwards says nothing. A refusal counts only when the case failed over it: the code has to stand in the outcome and in the message.
 * @param failed what it threw, where that is recorded.
 */
export function classify(
  result: CaseResult,
  exchanges: readonly Exchange[],
  failed?: Failed,
  circumstances: Circumstances = {},
): FailureClass {
  const text = result.messages.join('\n');
  const call = failedCall(exchanges, failed);
  const blame = blameOf(call, text);
  const clues = { result, failed, text, call, blame, ...circumstances };
  return rules.find(([, holds]) => holds(clues))?.[0] ?? 'product';
}

type Call = NonNullable<Failed['call']> & Partial<Pick<Exchange, 'responseBody' | 'endpoint'>>;

// What a case threw does not hold the body of the answer; the call is among the others.
function failedCall(exchanges: readonly Exchange[], failed: Failed | undefined): Call | undefined {
  const ended = failed?.call ?? lastOf(exchanges);
  const isIt = (each: Exchange): boolean => each.outcome === ended?.outcome && each.status === ended.status;
  return exchanges.findLast(isIt) ?? ended;
}

interface Clues extends Circumstances {
  readonly result: CaseResult;
  readonly failed: Failed | undefined;
  readonly text: string;
  readonly call: Call | undefined;
  /** Whose fault the last call says that it is. */
  readonly blame: FailureClass | undefined;
}

// The first that holds decides.
const rules: readonly (readonly [FailureClass, (clues: Clues) => boolean])[] = [
  ['suite', ({ failed, text }) => ofSuite.test(failed?.name ?? text)],
  ['suite', ({ text }) => ofProcess.test(text)],
  ['suite', ({ text, call }) => ofTime.test(text) && call === undefined],
  ['product', ({ blame, call, broken }) => blame === 'network' && broken?.has(call?.endpoint ?? '') === true],
  ['network', ({ blame }) => blame === 'network'],
  ['quota', ({ blame }) => blame === 'quota'],
  ['tenant', ({ blame }) => blame === 'tenant'],
  ['tenant', ({ text }) => text.includes(noToken)],
  ['tenant', isOfTheIll],
  ['quota', (clues) => isUnprepared(clues) && /SUITE_(?:BUDGET|MONTHLY)/.test(clues.text)],
  ['tenant', isUnprepared],
  ['suite', ({ result, text }) => isOurs(result, text)],
];

// A run that could not start lacks a setting or a credential, unless Jest itself did not get to a file.
function isUnprepared({ result: { title, added }, text }: Clues): boolean {
  return added === true && title === runCouldStart && !text.startsWith('Jest ');
}

// What comes after the story, the calls, names the people in any case.
function isOfTheIll({ ill = [], call, text }: Clues): boolean {
  const [story = ''] = text.split('\nCalls of this case:');
  const code = isRefusal(call) ? call?.outcome.replace('refused ', '') : undefined;
  const isRefused = code !== undefined && story.includes(code);
  return ill.length > 0 && (isRefused || ill.some((subject) => story.includes(subject)));
}

// A case that could not do more than clean up has no other.
const lastOf = (exchanges: readonly Exchange[]): Call | undefined =>
  exchanges.findLast(({ cleaning }) => cleaning !== true) ?? exchanges.at(-1);

const isRefusal = (call: Call | undefined): boolean => call?.outcome.startsWith('refused') === true;

// The case has to have failed over it: a refusal that was wanted and came says nothing.
function blameOf(call: Call | undefined, text: string): FailureClass | undefined {
  if (call === undefined) return blameIn(text);
  const cause = isUnread(call) ? undefined : causeOf(call);
  return cause !== undefined && isTold(call, text) ? classes[cause] : undefined;
}

// Without a call only the text can tell.
function blameIn(text: string): FailureClass | undefined {
  if (ofNetwork.test(text)) return 'network';
  const words = text.match(/[\w./-]{5,}/g) ?? [];
  const kind = words.map((word) => kindOf(word.replace(/\.$/, ''))).find((each) => each !== undefined);
  if (kind !== undefined) return classes[kind];
  return /\bpermission\b/i.test(text) ? 'tenant' : undefined;
}

// An answer whose body nobody kept may have been a success: only what is said of it can tell that a gateway was down.
const isUnread = ({ outcome, responseBody }: Call): boolean =>
  responseBody === undefined &&
  outcome.startsWith('broken') &&
  !/^broken: the (?:content type|body is empty)/.test(outcome);

function isTold({ outcome }: Call, text: string): boolean {
  const [, code] = /^refused (\S+)$/.exec(outcome) ?? [];
  if (code === undefined) return true;
  const [, inner = code] = code.split('/');
  return text.includes(code) || (inner.length >= 5 && text.includes(inner));
}

const isOurs = ({ added, blocked }: CaseResult, text: string): boolean =>
  (added === true || blocked === true || text.startsWith('crashed: ')) &&
  !text.includes('broke its contract');

// What Jest prints around a difference, and what says nothing without it.
const noise = /^expect\(received\)|^- Expected\s+-\s+\d|^\+ Received\s+\+\s+\d|^@@ |^\s*(Object|Array) [{[]$/;

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
