import type { Recording } from '../../../reporting/records/recording';

/** Headers by their names in lower case; of a name that stands twice the last one. */
export type Headers = Readonly<Record<string, string>>;

/** One call as a recording holds it. Nothing in it is redacted: it stays in memory. */
export interface RecordedCall {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Headers;
  readonly requestBody?: string;
  /** It had a body that is not in the recording: nothing can be said of what was asked. */
  readonly isRequestCut?: true;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly responseHeaders: Headers;
  /** Absent where no answer came, and where the recording left it out; cut where `unheld` says so. */
  readonly responseBody?: Buffer;
  /** Why an answer that came cannot be judged: `its body is not in the recording`. */
  readonly unheld?: string;
  /** Why no answer came, as far as the recording says. */
  readonly trouble?: string;
  /** Epoch milliseconds; 0 where the recording tells no time. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Whether `startedAt` is exact to the millisecond, so that calls in one second can be counted. */
  readonly isTimed: boolean;
  /** Endpoint id, where the recording is one of the suite itself: the host says nothing then. */
  readonly endpoint?: string;
  /** Whether the quota counts it, where the recording says so itself. */
  readonly counted?: boolean;
}

/** What came back of a call. */
export type Answer = Pick<RecordedCall, 'status' | 'responseHeaders' | 'responseBody' | 'unheld' | 'trouble'>;

export const notHeld = 'its body is not in the recording';

/** What came back, as far as the recording has it: no status where nothing came, and no body where that was left out. */
export function answerOf(
  status: number | undefined,
  responseHeaders: Headers,
  responseBody: Buffer | undefined,
  trouble = 'none in the recording',
): Answer {
  if (status === undefined) return { responseHeaders, trouble };
  const body = responseBody === undefined ? { unheld: notHeld } : { responseBody };
  return { status, responseHeaders, ...body };
}

/** What stands in a recording, and where: `traffic.har entry 17`. */
export type Item =
  | { readonly kind: 'call'; readonly place: string; readonly call: RecordedCall }
  | { readonly kind: 'recording'; readonly place: string; readonly recording: Recording }
  /** Something to tell the reader of the file. */
  | { readonly kind: 'note'; readonly text: string };

/** A file that cannot be judged; the message names it, the place in it where that is known, and what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** A JSON value as an object with members; an empty one where it is none. */
export const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A JSON value as a list of objects with members; an empty one where it is none. */
export const listOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(membersOf) : [];

/** A JSON value where it is a text or a number, as text. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** The headers of a list of names and values. @param name the member that holds the name. */
export function headersOf(list: unknown, name: 'name' | 'key'): Headers {
  const pairs = listOf(list).filter((each) => each.disabled !== true);
  return Object.fromEntries(
    pairs.map((each) => [(textOf(each[name]) ?? '').toLowerCase(), textOf(each.value) ?? '']),
  );
}

/** A form body of a list of names and values, as in `a=1&b=%E4%B8%AD`. @param name the member that holds the name. */
export function formOf(list: unknown, name: 'name' | 'key'): string {
  const pairs = listOf(list).filter((each) => each.disabled !== true);
  return new URLSearchParams(
    pairs.map((each): [string, string] => [textOf(each[name]) ?? '', textOf(each.value) ?? '']),
  ).toString();
}
