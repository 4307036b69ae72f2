import { gunzipSync } from 'node:zlib';
import { jsonIn } from '../json';
import {
  answerOf,
  formOf,
  headersOf,
  membersOf,
  textOf,
  Unreadable,
  type Answer,
  type Headers,
  type RecordedCall,
} from './recorded-call';

type Members = ReturnType<typeof membersOf>;

/** Reads a file that stands beside a HAR, as some exports keep bodies; undefined where there is none. */
export type Beside = (name: string) => Buffer | undefined;

/**
 * A call from an entry of a HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec), as browsers and proxies write it.
 * @throws Unreadable where the entry has no request with a method and a URL.
 */
export function harCall(entry: unknown, place: string, beside: Beside): RecordedCall {
  const { request: sent, response: came, startedDateTime, time } = membersOf(entry);
  const [request, response] = [membersOf(sent), membersOf(came)];
  const { method, url } = request;
  if (typeof method !== 'string' || typeof url !== 'string')
    throw new Unreadable(`${place} is no HAR entry: its request has no method or no URL.`);
  const startedAt = Date.parse(textOf(startedDateTime) ?? '');
  return {
    method: method.toUpperCase(),
    url,
    ...sentIn(request, beside),
    ...answerIn(response, beside),
    startedAt: Number.isNaN(startedAt) ? 0 : startedAt,
    durationMs: typeof time === 'number' && time > 0 ? time : 0,
    isTimed: !Number.isNaN(startedAt),
  };
}

type Sent = Pick<RecordedCall, 'requestHeaders' | 'requestBody' | 'isRequestCut'>;

function sentIn({ headers: list, postData, bodySize }: Members, beside: Beside): Sent {
  const data = membersOf(postData);
  const headers = headersOf(list, 'name');
  const requestHeaders = withType(headers, data);
  const body = bodyOf(data, beside);
  if (body !== undefined && body !== '') return { requestHeaders, requestBody: body };
  const had = Math.max(Number(bodySize ?? 0), Number(headers['content-length'] ?? 0));
  return had > 0 || '_file' in data ? { requestHeaders, isRequestCut: true } : { requestHeaders };
}

// Some write the text, some the fields of a form, some both, some the name of a file.
function bodyOf({ text, params, _file: file }: Members, beside: Beside): string | undefined {
  if (typeof text === 'string' && text !== '') return text;
  const elsewhere = typeof file === 'string' ? beside(file) : undefined;
  if (elsewhere !== undefined) return elsewhere.toString();
  return Array.isArray(params) && params.length > 0 ? formOf(params, 'name') : undefined;
}

// Where an export leaves headers out, it may still name the type.
function withType(headers: Headers, { mimeType }: Members): Headers {
  return typeof mimeType === 'string' && mimeType !== '' ? { 'content-type': mimeType, ...headers } : headers;
}

function answerIn(response: Members, beside: Beside): Answer {
  const { status, _error: error } = response;
  const content = membersOf(response.content);
  const headers = withType(headersOf(response.headers, 'name'), content);
  const body = typeof content._file === 'string' ? beside(content._file) : bytesIn(content);
  // A browser writes 0 for a request that failed.
  const came = typeof status === 'number' && status > 0 ? status : undefined;
  const answer = answerOf(came, headers, body, textOf(error));
  if (came === 304) return { ...answer, unheld: "it came from the browser's cache" };
  return isCut(response, answer.responseBody)
    ? { ...answer, unheld: 'its body is cut in the recording' }
    : answer;
}

// Charles marks a connection that ended badly; the answer may be whole all the same (seen in an export of 2019).
function isCut({ content, _charlesStatus: ended = 'COMPLETE' }: Members, body: Buffer | undefined): boolean {
  const told = ended === 'COMPLETE' ? Number(membersOf(content).size ?? 0) : Infinity;
  return body !== undefined && told > body.length && jsonIn(body.toString()) === undefined;
}

function bytesIn({ text, encoding, size }: Members): Buffer | undefined {
  if (typeof text !== 'string') return size === 0 ? Buffer.alloc(0) : undefined;
  return unzipped(encoding === 'base64' ? Buffer.from(text, 'base64') : Buffer.from(text));
}

// As a rule it is decoded already.
function unzipped(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: 64 * 2 ** 20 });
  } catch {
    return bytes;
  }
}
