import {
  answerOf,
  formOf,
  headersOf,
  listOf,
  membersOf,
  textOf,
  Unreadable,
  type Answer,
  type RecordedCall,
} from './recorded-call';

type Members = ReturnType<typeof membersOf>;

/**
 * A call from an execution of a Newman run (`newman run … --reporters json`), which makes one call after the other.
 * @param ended when the one before it had ended, in epoch milliseconds.
 * @throws Unreadable where the execution has no request with a URL.
 */
export function newmanCall(execution: unknown, place: string, ended = 0): RecordedCall {
  const { request: sent, response: came, requestError } = membersOf(execution);
  const request = membersOf(sent);
  const url = urlOf(request.url);
  if (url === undefined) throw new Unreadable(`${place} is no execution of Newman: its request has no URL.`);
  const [body, type] = bodyOf(membersOf(request.body));
  const headers = headersOf(request.header, 'key');
  return {
    method: (textOf(request.method) ?? 'GET').toUpperCase(),
    url,
    requestHeaders: type === undefined ? headers : { 'content-type': type, ...headers },
    ...(body === undefined ? {} : { requestBody: body }),
    ...answeredAfter(ended, membersOf(came), textOf(membersOf(requestError).message)),
  };
}

function urlOf(url: unknown): string | undefined {
  if (typeof url === 'string') return url;
  const { protocol, host, port, path, query } = membersOf(url);
  if (!Array.isArray(host)) return undefined;
  const pairs = listOf(query).filter(({ disabled }) => disabled !== true);
  const asked = pairs.map(({ key, value }) => `${textOf(key) ?? ''}=${textOf(value) ?? ''}`).join('&');
  return [
    `${textOf(protocol) ?? 'http'}://${host.join('.')}`,
    textOf(port) === undefined ? '' : `:${String(port)}`,
    `/${Array.isArray(path) ? path.join('/') : (textOf(path) ?? '')}`,
    asked === '' ? '' : `?${asked}`,
  ].join('');
}

function bodyOf({ mode, raw, urlencoded, formdata }: Members): [body?: string | undefined, type?: string] {
  if (mode === 'raw') return [textOf(raw)];
  if (mode === 'urlencoded') return [formOf(urlencoded, 'key'), 'application/x-www-form-urlencoded'];
  return mode === 'formdata' ? [formOf(formdata, 'key'), 'multipart/form-data'] : [];
}

// Only the date of the answer tells when it was, in whole seconds.
function answeredAfter(
  before: number,
  { code, header, stream, responseTime }: Members,
  trouble: string | undefined,
): Answer & Pick<RecordedCall, 'startedAt' | 'durationMs' | 'isTimed'> {
  const responseHeaders = headersOf(header, 'key');
  const durationMs = typeof responseTime === 'number' ? responseTime : 0;
  const date = Date.parse(responseHeaders.date ?? '');
  const startedAt = Math.max(before, Number.isNaN(date) ? 0 : date - durationMs);
  const when = { startedAt, durationMs, isTimed: false };
  const status = typeof code === 'number' ? code : undefined;
  return { ...when, ...answerOf(status, responseHeaders, bytesOf(stream), trouble) };
}

function bytesOf(stream: unknown): Buffer | undefined {
  const { type, data } = membersOf(stream);
  if (type === 'Buffer' && Array.isArray(data)) return Buffer.from(data as number[]);
  return type === 'Base64' && typeof data === 'string' ? Buffer.from(data, 'base64') : undefined;
}
