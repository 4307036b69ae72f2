import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chat } from '../../config/chat';
import { NoAnswer, transmit, type WireReply } from '../../client/http';

/** A message to a chat: `title` stands in the list of conversations only, `text` is Markdown. */
export interface Message {
  readonly title: string;
  readonly text: string;
}

/** Bytes that the body of a message may have (documented). */
export const maxBodyBytes = 20_000;

/**
 * The query's `sign` where a robot demands one: HMAC-SHA256 of `<timestamp>\n<secret>`, base64; not yet URL-encoded (documented).
 * @param timestamp epoch milliseconds; it has to be within an hour of the server's clock.
 */
export function signOf(timestamp: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

/** The body of a message that mentions nobody. `id` tells a repetition from a second message (documented: msgUuid). */
export function bodyOf({ title, text }: Message, id: string): string {
  return JSON.stringify({
    msgtype: 'markdown',
    msgUuid: id,
    markdown: { title, text },
    at: { atMobiles: [], atUserIds: [], isAtAll: false },
  });
}

/**
 * Sends one message to a chat by its custom robot. Where no answer came, or the service was busy, the same message is sent again, up to
 * three times in all; where the robot is closed for ten minutes, for others have sent it too much, once more when they are over.
 * @returns undefined when it has arrived, else why not and what to do, without the robot's token and secret.
 */
export async function sendToChat(
  chat: Chat,
  message: Message,
  pausesMs: readonly number[] = [1000, 5000],
): Promise<string | undefined> {
  const body = bodyOf(message, randomUUID());
  if (Buffer.byteLength(body) > maxBodyBytes)
    return `the message has more than ${maxBodyBytes} bytes and was not sent`;
  const problem = await insist(chat, body, pausesMs);
  if (!problem?.isClosed) return problem?.text;
  await sleep(610_000);
  return (await insist(chat, body, pausesMs))?.text;
}

async function insist(chat: Chat, body: string, pausesMs: readonly number[]): Promise<Problem | undefined> {
  let problem = await attempt(chat, body);
  for (const pause of pausesMs) {
    if (!problem?.isPassing) break;
    await sleep(pause);
    problem = await attempt(chat, body);
  }
  return problem;
}

interface Problem {
  readonly text: string;
  /** Whether the same message may be sent again. */
  readonly isPassing: boolean;
  /** Whether the robot takes it when ten minutes are over. */
  readonly isClosed?: boolean;
}

async function attempt(chat: Chat, body: string): Promise<Problem | undefined> {
  try {
    const timeoutMs = 10_000;
    const headers = { 'content-type': 'application/json' };
    return problemOf(await transmit({ method: 'POST', url: signedUrl(chat), headers, body, timeoutMs }));
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { text: `the robot did not answer: ${error.message}`, isPassing: true };
  }
}

function signedUrl({ url, accessToken, secret }: Chat): string {
  const query = new URLSearchParams({ access_token: accessToken });
  if (secret !== undefined) {
    const timestamp = Date.now();
    query.set('timestamp', String(timestamp));
    query.set('sign', signOf(timestamp, secret));
  }
  return `${url}?${query.toString()}`;
}

// Success and failure both come with status 200 (observed); a page or a body without a code is of the gateway before it.
function problemOf({ status, body }: WireReply): Problem | undefined {
  const { errcode, errmsg } = parsed(body.toString('utf8'));
  if (errcode === undefined)
    return { text: `the robot answered ${status} without a code`, isPassing: status >= 500 };
  // The documentation's own example has the code as a text.
  const code = Number(errcode);
  if (code === 0) return undefined;
  const said = `${code} ${typeof errmsg === 'string' ? errmsg.slice(0, 200) : ''}`.trim();
  return {
    text: `the robot refused: ${said}${adviceFor(code, said)}`,
    isPassing: code === -1,
    isClosed: closed.includes(code),
  };
}

function parsed(text: string): { errcode?: unknown; errmsg?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as object;
  } catch {
    return {};
  }
}

// More than 20 messages in a minute close it (documented).
const closed: readonly number[] = [660_026, 130_101, 410_100];

// The wording has changed over the years, so only a word that all of them share is looked for.
const refusals: readonly {
  readonly codes: readonly number[];
  readonly word?: RegExp;
  readonly advice: string;
}[] = [
  {
    codes: [310_000],
    word: /关键词|keyword/i,
    advice: 'the robot wants a keyword: let it be one that stands in every message, such as DingTalk',
  },
  {
    codes: [310_000],
    word: /签名|sign|timestamp/i,
    advice: 'the robot wants a sign: set DINGTALK_ROBOT_SECRET to its SEC... secret, and set the clock right',
  },
  {
    codes: [310_000],
    word: /\bip\b|白名单/i,
    advice: 'the robot takes messages from certain IPv4 addresses only: add the one of this machine',
  },
  {
    codes: [300_005, 300_001, 400_101, 40_035],
    advice: 'the token of DINGTALK_ROBOT_WEBHOOK is unknown: copy the whole URL again',
  },
  {
    codes: closed,
    advice: 'the robot got more than 20 messages in a minute and is closed for ten minutes',
  },
  {
    codes: [400_013, 400_102, 400_106],
    advice: 'the robot or its group is gone or disabled: make a new one and set its webhook',
  },
];

function adviceFor(code: number, said: string): string {
  const known = refusals.find(({ codes, word }) => codes.includes(code) && word?.test(said) !== false);
  return known ? ` (${known.advice})` : '';
}
