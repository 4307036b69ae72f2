import type { Endpoint } from '../schemas/endpoint';
import { curl } from './curl';
import type { Encoded } from './encode';
import type { Exchange } from './exchange';
import type { WireReply } from './http';
import { peopleIn } from './redaction/personal';
import { person, type Redactor } from './redaction/redact';

/** Takes calls down as exchanges. Everything in an exchange has passed the redactor here, before anybody else sees it. */
export class ExchangeLog {
  readonly #redactor: Redactor;

  constructor(redactor: Redactor) {
    this.#redactor = redactor;
  }

  /** A call that is about to be sent. */
  begin(
    endpoint: Endpoint,
    baseUrl: string,
    encoded: Encoded,
    { attempt, counted }: Pick<Exchange, 'attempt' | 'counted'>,
  ): Exchange {
    const redact = (text: string): string => this.#redactor.redact(text);
    return {
      endpoint: endpoint.id,
      method: endpoint.method,
      url: redact(baseUrl + encoded.target),
      requestHeaders: this.#headers(encoded.headers),
      ...(encoded.body === undefined ? {} : { requestBody: redact(encoded.body) }),
      startedAt: Date.now(),
      durationMs: 0,
      attempt,
      outcome: '',
      counted,
      curl: curl(endpoint.method, baseUrl, encoded, redact),
      docs: endpoint.docs.url,
    };
  }

  /** The same call with its answer. What is secret in it becomes so first, in every process of the run. */
  async answer(
    { response }: Pick<Endpoint, 'response'>,
    sent: Exchange,
    { status, headers, body }: WireReply,
  ): Promise<Exchange> {
    const durationMs = Date.now() - sent.startedAt;
    const text = body.toString('utf8');
    const tokens = text.matchAll(/"access_?token"\s*:\s*"([^"<]+)"/gi);
    const people = this.#redactor.masksPeople ? peopleIn(response, text) : [];
    await this.#redactor.learn([
      ...Array.from(tokens, ([, token = '']) => ({ text: token, name: 'DINGTALK_ACCESS_TOKEN' })),
      ...people.map((text) => ({ text, name: person })),
    ]);
    return {
      ...sent,
      status,
      responseHeaders: this.#headers(headers),
      responseBody: this.#redactor.redact(text),
      durationMs,
    };
  }

  /** The same call, which got no answer or a broken one. */
  fail(sent: Exchange, outcome: string): Exchange {
    return { ...sent, durationMs: Date.now() - sent.startedAt, outcome: this.#redactor.redact(outcome) };
  }

  // Name and value are redacted as one text, for it is the name that tells that a value is secret.
  #headers(headers: Readonly<Record<string, string>>): Record<string, string> {
    const entries = Object.entries(headers).map(([name, value]) => {
      const line = this.#redactor.redact(`${name}: ${value}`);
      return [name, line.slice(line.indexOf(': ') + 2)];
    });
    return Object.fromEntries(entries) as Record<string, string>;
  }
}
