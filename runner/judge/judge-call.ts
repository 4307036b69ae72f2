import { BrokenContract, judge, type Verdict } from '../../client/contract';
import type { Exchange } from '../../client/exchange';
import { ExchangeLog } from '../../client/exchange-log';
import { kindOf } from '../../client/codes';
import { isThrottled } from '../../client/quota';
import { causeOf } from '../../client/trouble';
import type { Redactor } from '../../client/redaction/redact';
import { parseJson } from '../../client/strict-json';
import type { Endpoint } from '../../schemas/endpoint';
import type { Violation } from '../../schemas/validate';
import { knownUrl, shownHeaders, withoutTold, type Secrets } from './redaction';
import { at } from './json';
import { askedOf, type Asked } from './request';
import { notHeld, type RecordedCall } from './reading/recorded-call';

/** A way in which an answer is not as its endpoint file says: the place, and what stands there. */
interface Breach {
  readonly what: string;
  /** What came in its place, as short JSON; absent where nothing did, and where it may be secret. */
  readonly got?: string | undefined;
}

/** A call of a recording, judged by itself. */
export interface JudgedCall {
  readonly endpoint: Endpoint;
  readonly place: string;
  /** Redacted, as reports show it. */
  readonly exchange: Exchange;
  readonly isTimed: boolean;
  readonly asked: Asked;
  /** The body of a success, or of a refusal, that is as its schema says. */
  readonly body?: object;
  /** The code of a refusal. */
  readonly code?: string;
  readonly broken: readonly Breach[];
  /** What only inferred facts speak against, and fields that the docs do not know. */
  readonly noticed: readonly Violation[];
  /** Why there is nothing to judge. */
  readonly unheld?: string;
}

/** What calls are judged with. */
export interface Bench {
  readonly redactor: Redactor;
  readonly secrets: Secrets;
  /** See `Standard` of the contract. */
  readonly strict: boolean;
}

/** Judges one call of a recording by the contract of its endpoint. Nothing is sent. */
export async function judgeCall(
  endpoint: Endpoint,
  call: RecordedCall,
  place: string,
  { redactor, secrets, strict }: Bench,
): Promise<JudgedCall> {
  secrets.learn(endpoint, call);
  const asked = askedOf(endpoint, call);
  const noticed: Violation[] = [];
  const { outcome, ...judged } = judgedAnswer(endpoint, call, strict, (violation) => noticed.push(violation));
  const sent = await exchangeOf(endpoint, call, redactor);
  const counted = isCounted(endpoint, call, asked, judged.code);
  const exchange = { ...sent, outcome: redactor.redact(outcome), counted };
  return { endpoint, place, exchange, isTimed: call.isTimed, asked, noticed, ...judged };
}

type Judged = Pick<JudgedCall, 'broken' | 'body' | 'code' | 'unheld'> & { readonly outcome: string };

function judgedAnswer(
  endpoint: Endpoint,
  { status, responseHeaders: headers, responseBody: body, unheld, trouble = '' }: RecordedCall,
  strict: boolean,
  notice: (violation: Violation) => void,
): Judged {
  if (status === undefined) return { outcome: `no answer: ${trouble}`, broken: [] };
  if (unheld !== undefined || body === undefined) return notJudged(unheld);
  try {
    return judgedAs(judge(endpoint, { status, headers, body }, { strict, notice }));
  } catch (error) {
    if (!(error instanceof BrokenContract)) throw error;
    return brokenAs(error.message, status, body.toString(), strict);
  }
}

const notJudged = (unheld = notHeld): Judged => ({ outcome: `not judged: ${unheld}`, broken: [], unheld });

// What stands before a gateway answers as it likes where that is down: it is trouble of the network, as in a run.
function brokenAs(message: string, status: number, text: string, strict: boolean): Judged {
  const outcome = `broken: ${message}`;
  const isLost = !strict && causeOf({ outcome, status, responseBody: text }) === 'lost';
  return isLost
    ? { outcome, broken: [], unheld: `HTTP ${status} is no answer of the gateway` }
    : { outcome, broken: breachesIn(message, text) };
}

const judgedAs = (verdict: Verdict): Judged =>
  verdict.refused
    ? { outcome: `refused ${verdict.code}`, broken: [], code: verdict.code, body: verdict.body }
    : { outcome: 'ok', broken: [], body: verdict.body };

// One line for each place; the items of a list are one place.
function breachesIn(message: string, text: string): Breach[] {
  const found = new Map<string, Breach>();
  for (const each of message.split(/; (?=\/)/)) {
    const [pointer = ''] = /^\/\S*/.exec(each) ?? [];
    const what = pointer.replace(/\/\d+(?=\/|$)/g, '/*') + each.slice(pointer.length);
    const got = pointer === '' ? undefined : shownAt(pointer, text);
    if (!found.has(what)) found.set(what, { what, got });
  }
  return [...found.values()];
}

function shownAt(pointer: string, text: string): string | undefined {
  if (/token|secret|ticket|sign/i.test(pointer)) return undefined;
  return shortly(at(read(text), pointer.slice(1).replaceAll('/', '.')));
}

/** A value as JSON of at most 120 characters; undefined for none. */
export function shortly(value: unknown): string | undefined {
  const json = JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'bigint' ? String(member) : member,
  ) as string | undefined;
  return json !== undefined && json.length > 120 ? `${json.slice(0, 120)}…` : json;
}

function read(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

async function exchangeOf(endpoint: Endpoint, call: RecordedCall, redactor: Redactor): Promise<Exchange> {
  const { status, requestBody: body, startedAt, responseBody } = call;
  const url = new URL(call.url);
  const log = new ExchangeLog(redactor);
  const encoded = {
    target: knownUrl(url, endpoint),
    headers: shownHeaders(call.requestHeaders),
    ...(body === undefined ? {} : { body: withoutTold(body) }),
  };
  const times = { startedAt, durationMs: Math.round(call.durationMs) };
  const sent = log.begin(endpoint, url.origin, encoded, { attempt: 1, counted: false });
  if (status === undefined) return { ...sent, method: call.method, ...times };
  const headers = shownHeaders(call.responseHeaders);
  const answer = Buffer.from(withoutTold((responseBody ?? Buffer.alloc(0)).toString()));
  const answered = await log.answer(endpoint, sent, { status, headers, body: answer });
  return { ...answered, method: call.method, ...times };
}

// Inferred: a call without a good token names no organisation whose quota could count it.
function isCounted(
  endpoint: Endpoint,
  { counted, status }: RecordedCall,
  { hasToken }: Asked,
  code = '',
): boolean {
  if (counted !== undefined) return counted;
  const isNobodys = ['token', 'blank'].includes(kindOf(code) ?? '');
  return endpoint.counted && status !== undefined && hasToken && !isNobodys && !isThrottled(code);
}
