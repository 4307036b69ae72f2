import { gunzipSync } from 'node:zlib';
import {
  formOf,
  headersOf,
  membersOf,
  textOf,
  Unreadable,
  type Headers,
  type RecordedCall,
} from './recorded-call';

type Members = ReturnType<typeof membersOf>;

/**
 * A call from an entry of a HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec), as browsers and proxies write it.
 * @throws Unreadable where the entry has no request with a method and a URL.
 */
export function harCall(entry: unknown, place: string): RecordedCall {
  const { request: sent, response: came, startedDateTime, time } = membersOf(entry);
  const [request, response] = [membersOf(sent), membersOf(came)];
  const { method, url } = request;
  if (typeof method !== 'string' || typeof url !== 'string')
    throw new Unreadable(`${place} is no HAR entry: its request has no method or no URL.`);
  const startedAt = Date.parse(textOf(startedDateTime) ?? '');
  const body = bodyOf(membersOf(request.postData));
  return {
    method: method.toUpperCase(),
    url,
    requestHeaders: withType(headersOf(request.headers, 'name'), membersOf(request.postData)),
    ...(body === undefined ? {} : { requestBody: body }),
    ...answerOf(response),
    startedAt: Number.isNaN(startedAt) ? 0 : startedAt,
    durationMs: typeof time === 'number' && time > 0 ? time : 0,
    isTimed: !Number.isNaN(startedAt),
  };
}

// Some write the text, some the fields of a form, some both.
function bodyOf({ text, params }: Members): string | undefined {
  if (typeof text === 'string' && text !== '') return text;
  return Array.isArray(params) && params.length > 0 ? formOf(params, 'name') : textOf(text);
}

// Where an export leaves headers out, it may still name the type.
function withType(headers: Headers, { mimeType }: Members): Headers {
  return typeof mimeType === 'string' && mimeType !== '' ? { 'content-type': mimeType, ...headers } : headers;
}

type Answer = Pick<RecordedCall, 'status' | 'responseHeaders' | 'responseBody' | 'unheld' | 'trouble'>;

function answerOf(response: Members): Answer {
  const { status, _error: error } = response;
  const content = membersOf(response.content);
  const responseHeaders = withType(headersOf(response.headers, 'name'), content);
  // A browser writes 0 for a request that failed.
  if (typeof status !== 'number' || status <= 0)
    return { responseHeaders, trouble: textOf(error) ?? 'none in the recording' };
  const held = status === 304 ? { unheld: "it came from the browser's cache" } : contentOf(content);
  return { status, responseHeaders, ...held };
}

function contentOf({ text, encoding, size }: Members): Pick<Answer, 'responseBody' | 'unheld'> {
  const told = typeof size === 'number' ? size : -1;
  if (typeof text !== 'string')
    return told === 0 ? { responseBody: Buffer.alloc(0) } : { unheld: 'its body is not in the recording' };
  const bytes = unzipped(encoding === 'base64' ? Buffer.from(text, 'base64') : Buffer.from(text));
  const isCut = told > bytes.length && !isJson(bytes);
  return isCut ? { unheld: 'its body is cut in the recording' } : { responseBody: bytes };
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

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString());
    return true;
  } catch {
    return false;
  }
}
