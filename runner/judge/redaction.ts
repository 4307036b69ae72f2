import { peopleIn } from '../../client/redaction/personal';
import { person, type Redactor, type Secret } from '../../client/redaction/redact';
import type { Endpoint } from '../../schemas/endpoint';
import { gatewayFacts } from '../../schemas/gateways';
import type { Headers, RecordedCall } from './reading/recorded-call';
import { jsonIn } from './json';

const { name: tokenHeader } = gatewayFacts.families.v1.token;
// What a reader of a report needs; cookies, keys of proxies and whatever else a browser sends are left out.
const shown = new Set([
  ...['accept', 'content-type', 'content-length', 'content-encoding', 'date', 'server', tokenHeader],
  ...['x-acs-request-id', 'x-acs-trace-id'],
]);

/** The headers that a report may show. */
export const shownHeaders = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => shown.has(name)));

const telling = String.raw`[\w.-]*(?:token|secret|passw|ticket|sign|cookie|credential|authori[sz]|session|tmp_?auth|api_?key)[\w.-]*`;
const inJson = new RegExp(String.raw`("${telling}"\s*:\s*)("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*)`, 'gi');
const inForm = new RegExp(String.raw`((?:^|[?&])${telling}=)[^&#]*`, 'gi');
// Documented fields that only sound like it, and those that the redactor knows itself.
const harmless = /nexttoken|expire|access[_-]?token|(?:app|client|corp)_?secret/i;
const masked = /^"?(?:<|%3C)/;

/** A body or URL without the values of members whose names tell that they are secret, whoever has thought of them. */
export function withoutTold(text: string): string {
  const mask =
    (instead: string) =>
    (all: string, name: string, value = ''): string =>
      harmless.test(name) || masked.test(value || all.slice(name.length)) ? all : name + instead;
  return text.replace(inJson, mask('"<redacted>"')).replace(inForm, mask('<redacted>'));
}

/** A URL in which parameters that the endpoint does not know have no value, for they may be anything. */
export function knownUrl(url: URL, { request }: Pick<Endpoint, 'request'>): string {
  const { properties = {} } = request as { properties?: object };
  const own = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      return name in properties || name === 'access_token' ? pair : `${name}=<redacted>`;
    });
  return url.pathname + (own.length > 0 ? `?${own.join('&')}` : '');
}

// Most recordings hold a handful of tokens; each further one makes the redactor slower, and is masked by its place all the same.
const most = 200;

/** Learns what is secret in a call, and the people in it, so that they are masked wherever else they stand. */
export class Secrets {
  readonly #redactor: Redactor;
  #count = 0;

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  learn({ response }: Endpoint, call: RecordedCall): void {
    const answer = call.responseBody?.toString() ?? '';
    const texts = [call.url, call.requestBody ?? '', answer];
    const tokens = texts.flatMap((text) => tokensIn(text));
    const inHeader = call.requestHeaders[tokenHeader];
    this.#register([...tokens, ...(inHeader === undefined ? [] : [named(inHeader)])]);
    if (!this.#redactor.masksPeople) return;
    const people = [...peopleIn(response, answer), ...textsNamed(jsonIn(answer)), ...peopleAsked(call)];
    this.#redactor.registerAll(people.map((text) => ({ text, name: person })));
  }

  #register(secrets: readonly Secret[]): void {
    for (const secret of secrets.filter(({ text }) => !text.startsWith('<'))) {
      if (this.#count < most && this.#redactor.register(secret.text, secret.name)) this.#count += 1;
    }
  }
}

const named = (text: string, name = 'DINGTALK_ACCESS_TOKEN'): Secret => ({ text, name });

function tokensIn(text: string): Secret[] {
  const places = /(access_?token|(?:app|corp|client)_?secret)(?:=|"\s*:\s*")([^"&\s#\\]+)/gi;
  return Array.from(text.matchAll(places), ([, name = '', value = '']) =>
    /secret/i.test(name) ? named(value, 'DINGTALK_APP_SECRET') : named(value),
  );
}

const ofPeople =
  /^(?:(?:[a-z]+_?)?user_?ids?(?:_?list)?|(?:[a-z]+_?)?userid_list|to_?userids|union_?ids?|staff_?id|sender_?staff_?id|mobile|tel(?:ephone)?|e?mail|author|name|nick(?:name)?|(?:user|creator|real|emp)_?name(?:_?list)?|creator_?id)$/i;

function peopleAsked({ url, requestBody = '', requestHeaders }: RecordedCall): string[] {
  const isForm = (requestHeaders['content-type'] ?? '').includes('form');
  const form = Object.fromEntries(new URLSearchParams(isForm ? requestBody : ''));
  const held = Object.values(form).flatMap((text) => textsNamed(jsonIn(text)));
  const query = URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams) : {};
  return [...held, ...[query, form, jsonIn(requestBody)].flatMap(textsNamed)];
}

function textsNamed(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsNamed);
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    ofPeople.test(name) ? plainTexts(member) : textsNamed(member),
  );
}

// A list may be one text with commas.
const plainTexts = (value: unknown): string[] =>
  [value].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : []));
