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
    ...answerOf(response, beside),
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

type Answer = Pick<RecordedCall, 'status' | 'responseHeaders' | 'responseBody' | 'unheld' | 'trouble'>;

function answerOf(response: Members, beside: Beside): Answer {
  const { status, _error: error, _charlesStatus: ended = 'COMPLETE' } = response;
  const content = membersOf(response.content);
  const responseHeaders = withType(headersOf(response.headers, 'name'), content);
  // A browser writes 0 for a request that failed.
  if (typeof status !== 'number' || status <= 0)
    return { responseHeaders, trouble: textOf(error) ?? 'none in the recording' };
  // Charles marks a connection that ended badly; the answer may be whole all the same (seen in an export of 2019).
  const isWhole = ended === 'COMPLETE';
  const held =
    status === 304 ? { unheld: "it came from the browser's cache" } : contentOf(content, beside, isWhole);
  return { status, responseHeaders, ...held };
}

function contentOf(
  content: Members,
  beside: Beside,
  isWhole: boolean,
): Pick<Answer, 'responseBody' | 'unheld'> {
  const { text, size, _file: file } = content;
  const told = typeof size === 'number' ? size : -1;
  const bytes = typeof file === 'string' ? beside(file) : bytesIn(content);
  if (bytes === undefined)
    return typeof text !== 'string' && told === 0
      ? { responseBody: Buffer.alloc(0) }
      : { unheld: 'its body is not in the recording' };
  return isCut(bytes, isWhole ? told : Infinity)
    ? { unheld: 'its body is cut in the recording' }
    : { responseBody: bytes };
}

const isCut = (bytes: Buffer, told: number): boolean => told > bytes.length && !isJson(bytes);

function bytesIn({ text, encoding }: Members): Buffer | undefined {
  if (typeof text !== 'string') return undefined;
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

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString());
    return true;
  } catch {
    return false;
  }
}
