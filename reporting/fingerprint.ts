import { createHash } from 'node:crypto';
import type { Exchange } from '../client/exchange';
import { endpoints } from '../schemas';
import { firstLines, type FailureClass } from './failure';
import type { Case } from './records/cases';

/** What a failed case says of its cause: whose promise was broken, how, and what came in place of what was expected. */
export interface Symptom {
  readonly class: FailureClass;
  /** The id of the guilty endpoint; absent where none is. */
  readonly endpoint?: string;
  /** In one line. */
  readonly what: string;
  readonly expected?: string;
  readonly got?: string;
}

/** What is wrong where values were compared: which case says so tells more. */
export const otherThanExpected = 'something else was there than was expected';

/** Tells what a failed case is a symptom of. */
export function symptomOf(failed: Case): Symptom {
  const message = firstLines(failed, 40);
  const lines = message.split('\n');
  const telling = lines.find((line) => calledIn(line) !== undefined) ?? '';
  const difference = telling.includes('was refused') ? repliedIn(message) : differenceIn(message);
  const endpoint = calledIn(telling) ?? endpointOf(failed);
  return {
    class: failed.failureClass ?? 'product',
    ...(endpoint && { endpoint }),
    what: whatOf(telling || message, difference, failed.name),
    ...difference,
  };
}

/**
 * The same for two failures that are alike: class, endpoint, and what is wrong without the values that change from call to call.
 * @returns eight hex digits.
 */
export function fingerprintOf(symptom: Symptom): string {
  const { class: failureClass, endpoint = '', what } = symptom;
  const parts = [failureClass, endpoint, timeless(what), shapeOf(symptom)];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8);
}

// A failed call says so itself: `POST /topapi/blackboard/delete`.
function calledIn(line: string): string | undefined {
  const [, method, path] = /\b(GET|POST) (\/[^\s?]+)/.exec(line) ?? [];
  return endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)?.id;
}

const writing = /\/(create|update|delete|savecontent)$/;

// The endpoint that the file is about; in a chain what was written last, for a reading only shows it.
function endpointOf({ describe: [outermost = ''], exchanges }: Case): string | undefined {
  const own = endpoints.find(({ id }) => outermost === id)?.id;
  if (own !== undefined) return own;
  const calls = exchanges.filter(({ cleaning }) => cleaning !== true);
  const isWrite = ({ endpoint, outcome }: Exchange): boolean => writing.test(endpoint) && outcome === 'ok';
  return (calls.findLast(isWrite) ?? calls.at(-1))?.endpoint;
}

function whatOf(message: string, difference: Difference, name: string): string {
  const [line = ''] = message.split('\n');
  const isDifference = /^[-+ ]|^(?:Expected|Received)\b[^.]*: |^The shortest story/.test(line);
  // Of two values without a name nothing tells whether another failure is the same.
  if (isDifference && Object.keys(difference).length > 0)
    return shapeOf(difference) === '|' ? name : otherThanExpected;
  return line
    .replace(/^.*?(?=\b(?:GET|POST) \/)/, (before) => (before.startsWith('Expected') ? before : ''))
    .replace(/\b(?:GET|POST) \/\S+(?: \([^)]*\))?,? ?/, line.startsWith('Expected') ? 'it ' : '')
    .replace(/^[A-Z]\w*(?:Error|Failure|Violation): /, '')
    .trim();
}

type Difference = Pick<Symptom, 'expected' | 'got'>;

/** What was expected and what came, of Jest's difference or its two lines; absent where a message has none. */
function differenceIn(message: string): Difference {
  const lines = message.split('\n');
  const marked = (sign: RegExp): string | undefined => {
    const texts = lines.filter((line) => sign.test(line)).map((line) => line.replace(sign, '').trim());
    const text = texts
      .slice(0, 6)
      .join(' ')
      .replace(/\b(?:Object|Array) (?=[{[])/g, '');
    return text === '' ? undefined : text.length > 300 ? `${text.slice(0, 300)}…` : text;
  };
  const expected = marked(/^- (?!Expected\b)/) ?? marked(/^Expected(?:[^:]*): /);
  const got = marked(/^\+ (?!Received\b)/) ?? marked(/^Received(?:[^:]*): /);
  return { ...(expected === undefined ? {} : { expected }), ...(got === undefined ? {} : { got }) };
}

// What the service says of a refusal.
function repliedIn(message: string): Difference {
  const reply = /^\s*reply: HTTP .*$/m.exec(message)?.[0] ?? '';
  const [, text] = /"(?:sub_msg|errmsg|message)":"((?:[^"\\]|\\.)+)"/.exec(reply) ?? [];
  return text === undefined ? {} : { got: text };
}

// Ids, times, counts and texts in quotes change from call to call.
const timeless = (text: string): string =>
  text
    .replace(/"[^"]*"|'[^']*'|«[^»]*»/g, '…')
    .replace(/\b[0-9a-f]{8,}\b/gi, '…')
    .replace(/ with [\d/]+/g, '')
    .replace(/\d+/g, 'n');

// The names of members: their values say nothing of the cause.
const shapeOf = ({ expected = '', got = '' }: Difference): string => [expected, got].map(keysOf).join('|');

const keysOf = (text: string): string =>
  [...new Set([...text.matchAll(/"([^"]+)":/g)].map(([, name = '']) => timeless(name)))].sort().join();
