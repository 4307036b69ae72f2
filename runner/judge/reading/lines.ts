import { createReadStream } from 'node:fs';
import type { Exchange } from '../../../client/exchange';
import type { Recording } from '../../../reporting/records/recording';
import { answerOf, membersOf, Unreadable, type Item, type RecordedCall } from './recorded-call';
import { jsonIn } from '../json';

// No exchange of ours is as long, and a file of one long line is none of lines.
const longest = 16 * 2 ** 20;

interface Line {
  readonly text: string;
  readonly isLast: boolean;
}

async function* linesOf(file: string, name: string): AsyncGenerator<Line> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longest)
      throw new Unreadable(`${name} has a line of more than 16 MB: that is no recording of the suite.`);
    for (const text of lines) yield { text, isLast: false };
  }
  yield { text: rest, isLast: true };
}

/**
 * What stands in a file of JSON lines of the suite: exchanges, the records of cases with the exchanges that they made, and recordings.
 * A last line that the death of its writer cut short is told of.
 * @throws Unreadable naming the line that is none of these.
 */
export async function* itemsInLines(file: string, name: string): AsyncGenerator<Item> {
  let number = 0;
  for await (const { text, isLast } of linesOf(file, name)) {
    number += 1;
    if (text.trim() === '') continue;
    const place = `${name} line ${number}`;
    const value = jsonIn(text);
    if (value !== undefined) yield* itemsOf(value, place);
    else if (isLast) yield { kind: 'note', text: `${place} is cut short and left out` };
    else throw new Unreadable(`${place} is no JSON.`);
  }
}

/**
 * The items of one JSON value of the suite.
 * @throws Unreadable where it is none of them.
 */
function itemsOf(value: unknown, place: string): Item[] {
  const members = membersOf(value);
  if (isRecording(members)) return [{ kind: 'recording', place, recording: value as Recording }];
  if (isExchange(members)) return [{ kind: 'call', place, call: callOf(value as Exchange) }];
  // That a case or a file has begun or ended.
  if (members.kind === 'start' || typeof members.event === 'string') return [];
  const { exchanges } = members;
  if (members.kind !== 'case' || !Array.isArray(exchanges))
    throw new Unreadable(`${place} is neither an exchange, nor the record of a case, nor a recording.`);
  return exchanges.flatMap((each: unknown, index) => itemsOf(each, `${place}, call ${index + 1}`));
}

type Members = ReturnType<typeof membersOf>;

const isExchange = ({ endpoint, method, url }: Members): boolean =>
  [endpoint, method, url].every((text) => typeof text === 'string');

/** Whether a JSON object is a recording of an endpoint, as `npm run record` writes it. */
export const isRecording = ({ endpoint, by, fields, refusals }: Members): boolean =>
  [endpoint, by].every((text) => typeof text === 'string') &&
  [fields, refusals].every((member) => typeof member === 'object' && member !== null);

function callOf(exchange: Exchange): RecordedCall {
  const { method, url, endpoint, requestBody, startedAt, durationMs, counted } = exchange;
  const { status, responseBody, outcome } = exchange;
  const { requestHeaders = {}, responseHeaders = {} } = exchange as Partial<Exchange>;
  const body = responseBody === undefined ? undefined : Buffer.from(responseBody);
  return {
    ...{ endpoint, method, url, startedAt, durationMs, counted, isTimed: true },
    requestHeaders: lowered(requestHeaders),
    ...(requestBody === undefined ? {} : { requestBody }),
    ...answerOf(status, lowered(responseHeaders), body, outcome.replace(/^no answer: /, '')),
  };
}

const lowered = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
