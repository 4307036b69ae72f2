import type { Endpoint } from '../schemas/endpoint';
import type { Violation } from '../schemas/validate';
import { BrokenContract, judge, type Verdict } from './contract';
import { encode, tokenPlace, type Encoded, type Encoding, type TokenPlace } from './encode';
import type { Exchange, Finding } from './exchange';
import { ExchangeLog } from './exchange-log';
import { callSite, CallFailure, type CallSite } from './failure';
import type { Guard } from './guard';
import { NoAnswer, transmit, type WireReply } from './http';
import type { Release } from './pacer';
import { RetryPolicy, type Attempt, type Trouble } from './retry-policy';
import { isCounted, isThrottled } from './quota';
import type { Redactor } from './redaction/redact';
import type { TokenSource } from './tokens';

/** What came back: a success body, or a refusal in a well-formed envelope. Anything else has thrown before. */
export type Reply<Body> =
  | { readonly refused: false; readonly status: number; readonly body: Body; readonly exchange: Exchange }
  | {
      readonly refused: true;
      readonly status: number;
      readonly body: object;
      readonly code: string;
      readonly exchange: Exchange;
    };

export interface SendOptions {
  /** A token of the caller's choice, or null for none; by default the run's own. */
  readonly token?: string | null;
  readonly tokenIn?: TokenPlace;
  readonly as?: Encoding;
}

export interface ClientSettings {
  readonly urls: { readonly oapi: string; readonly api: string };
  readonly timeoutMs: number;
  readonly tokens: TokenSource;
  /** The company's corpId, where its app gets a token of v1.0 only with it. */
  readonly corpId?: string | undefined;
  readonly redactor: Redactor;
  readonly record: (exchange: Exchange) => void;
  readonly notice: (finding: Finding) => void;
  /** Throws where a request must not be sent; it is told whether the run's own token goes with it. */
  readonly guard: (...call: [...Parameters<Guard>, ownToken: boolean]) => void;
  /** Is shown the body of every proper answer. */
  readonly saw: (body: object) => void;
  /** Waits until an API may be called again, by a call that the quota counts or not; what it returns is called when the call has ended. */
  readonly pace: (api: string, counted: boolean) => Promise<Release>;
  /** Whether a call is repeated when its answer is lost; on a tenant of one's own nothing gets lost. */
  readonly retries: boolean;
  /** Looks whether a write happened whose answer was lost; without it such a write is never repeated. */
  readonly look?: Look;
  /** Whether everything breaks the contract that is not as the endpoint file says, or only what its sources promise; see `judge`. */
  readonly strict: boolean;
}

/**
 * Looks whether a write happened: returns the body of the answer that was lost, or undefined when nothing of it is there.
 * @throws when nothing tells; the write is not repeated then.
 */
type Look = (endpoint: Endpoint, request: object) => Promise<object | undefined>;

type Ended = Attempt & ({ readonly reply: Reply<object> } | { readonly failure: CallFailure });

function result(ended: Ended): Reply<object> {
  if ('failure' in ended) throw ended.failure;
  return ended.reply;
}

/** Speaks to both gateways. Every call is recorded, redacted and judged by the endpoint's contract before a spec sees it. */
export class Client {
  readonly #settings: ClientSettings;
  readonly #log: ExchangeLog;
  // Tokens that this client has fetched for itself.
  readonly #issued = new Set<string>();

  constructor(settings: ClientSettings) {
    this.#settings = settings;
    this.#log = new ExchangeLog(settings.redactor);
  }

  /**
   * Sends a request and returns what came back, success or refusal. The act of a test.
   * @throws CallFailure when no answer came or the answer broke its contract.
   */
  async send<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    request: NoInfer<Request>,
    options: SendOptions = {},
  ): Promise<Reply<Response>> {
    const site = callSite();
    return (await this.#call(endpoint, request as object, options, site)) as Reply<Response>;
  }

  /**
   * Sends a request that has to succeed and returns the body. The arrange of a test.
   * @throws CallFailure also when the call was refused.
   */
  async must<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    request: NoInfer<Request>,
    options: SendOptions = {},
  ): Promise<Response> {
    const site = callSite();
    const reply = await this.#call(endpoint, request as object, options, site);
    if (reply.refused)
      throw new CallFailure(endpoint, `was refused: ${reply.code}`, reply.exchange, site, {
        refusedAs: reply.code,
      });
    return reply.body as Response;
  }

  async #call(
    endpoint: Endpoint,
    request: object,
    options: SendOptions,
    site: CallSite,
  ): Promise<Reply<object>> {
    const chosen = options.token !== undefined || endpoint.id.startsWith('token/');
    this.#settings.guard(endpoint, request, !chosen);
    const sent = this.#named(endpoint, request);
    const policy = new RetryPolicy(endpoint, { ownToken: !chosen, retries: this.#settings.retries });
    const counted = isCounted(endpoint, options, this.#issued);
    for (let attempt = 1; ; attempt += 1) {
      const release = await this.#settings.pace(endpoint.id, counted);
      // Asked for last of all: a token may die while its call waits.
      const token = chosen ? options.token : await this.#currentToken(endpoint, release);
      const ended = await this.#outcome(() =>
        this.#attempt(endpoint, sent, options, { token: token ?? undefined, attempt, counted }, site),
      ).finally(release);
      const trouble = policy.after(ended);
      if (!trouble) return result(ended);
      const settled = await this.#waitOut(trouble, endpoint, request, ended);
      if (settled) return settled;
      if (trouble.renew) await this.#settings.tokens.renew(endpoint.gateway, token ?? '');
    }
  }

  // Waits trouble out; returns a reply where nothing has to be repeated.
  async #waitOut(
    { what, waitMs, look }: Trouble,
    endpoint: Endpoint,
    request: object,
    ended: Ended,
  ): Promise<Reply<object> | undefined> {
    this.#settings.notice({ kind: 'passing trouble', endpoint: endpoint.id, message: what });
    const settled = look && (await this.#settle(endpoint, request, ended, look.mayRepeat));
    if (settled) return settled;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    return undefined;
  }

  // What came of a write whose answer was lost; undefined when it did not happen and may be sent again.
  async #settle(
    endpoint: Endpoint,
    request: object,
    ended: Ended,
    mayRepeat: boolean,
  ): Promise<Reply<object> | undefined> {
    if (!this.#settings.look) return result(ended);
    const body = await this.#settings.look(endpoint, request);
    const message = body ? 'its answer was lost, but it had happened' : 'it had not happened';
    this.#settings.notice({ kind: 'passing trouble', endpoint: endpoint.id, message });
    if (body) return { refused: false, status: 200, body, exchange: ended.exchange };
    return mayRepeat ? undefined : result(ended);
  }

  async #currentToken({ gateway }: Endpoint, release: Release): Promise<string> {
    try {
      return await this.#settings.tokens.current(gateway);
    } catch (error) {
      release();
      throw error;
    }
  }

  // Whatever is thrown besides a failed call is a fault of the suite and goes up at once.
  async #outcome(attempt: () => Promise<Reply<object>>): Promise<Ended> {
    try {
      const reply = await attempt();
      return { reply, exchange: reply.exchange, ...(reply.refused ? { code: reply.code } : {}) };
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      return { failure: error, exchange: error.exchange };
    }
  }

  async #attempt(
    endpoint: Endpoint,
    request: object,
    { as: encoding = 'json', tokenIn = tokenPlace(endpoint, encoding) }: SendOptions,
    { token, attempt, counted }: { token: string | undefined; attempt: number; counted: boolean },
    site: CallSite,
  ): Promise<Reply<object>> {
    if (token !== undefined) this.#settings.redactor.register(token, 'DINGTALK_ACCESS_TOKEN');
    const encoded = encode(endpoint, request, { encoding, token, place: tokenIn });
    const sent = this.#log.begin(endpoint, this.#settings.urls[endpoint.gateway], encoded, {
      attempt,
      counted,
    });
    const reply = await this.#transmit(endpoint, encoded, sent, site);
    const answered = await this.#log.answer(endpoint, sent, reply);
    try {
      const { strict } = this.#settings;
      const verdict = judge(endpoint, reply, {
        strict,
        notice: (violation) => {
          this.#settings.notice(findingOf(endpoint, violation));
        },
      });
      this.#noteToken(endpoint, verdict.body);
      const exchange = { ...answered, ...outcomeOf(verdict, answered) };
      this.#settings.record(exchange);
      this.#settings.saw(verdict.body);
      return { ...verdict, status: reply.status, exchange };
    } catch (error) {
      if (!(error instanceof BrokenContract)) throw error;
      const exchange = this.#log.fail(answered, `broken: ${error.message}`);
      this.#settings.record(exchange);
      throw new CallFailure(endpoint, `broke its contract: ${error.message}`, exchange, site, {
        cause: error,
      });
    }
  }

  async #transmit(
    endpoint: Endpoint,
    { target, headers, body }: Encoded,
    sent: Exchange,
    site: CallSite,
  ): Promise<WireReply> {
    const url = this.#settings.urls[endpoint.gateway] + target;
    const request = { method: endpoint.method, url, headers, timeoutMs: this.#settings.timeoutMs };
    try {
      return await transmit(body === undefined ? request : { ...request, body });
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const exchange = {
        ...sent,
        durationMs: Date.now() - sent.startedAt,
        outcome: `no answer: ${error.message}`,
      };
      this.#settings.record(exchange);
      throw new CallFailure(
        endpoint,
        `got no answer from ${new URL(url).host}: ${error.message}`,
        exchange,
        site,
        { cause: error },
      );
    }
  }

  // Observed: some apps are refused without it, however right their key and secret are.
  #named({ id }: Endpoint, request: object): object {
    const { corpId } = this.#settings;
    return corpId !== undefined && id === 'token/access-token' ? { ...request, corpId } : request;
  }

  #noteToken({ id }: Endpoint, body: object): void {
    if (!id.startsWith('token/')) return;
    for (const value of Object.values(body)) if (typeof value === 'string') this.#issued.add(value);
  }
}

function findingOf({ id }: Endpoint, { path, message, keyword }: Violation): Finding {
  if (keyword === 'additionalProperties')
    return { kind: 'undocumented field', endpoint: id, message: `${path} ${message}` };
  const said =
    keyword === 'usual'
      ? `${path} is there; this tenant: it is not`
      : `${path} ${message}; this tenant: it is not so`;
  return { kind: 'inferred', endpoint: id, message: `inferred: ${said}` };
}

// Documented: the quota does not count what was throttled.
const outcomeOf = (verdict: Verdict, { counted }: Exchange): Pick<Exchange, 'outcome' | 'counted'> =>
  verdict.refused
    ? { outcome: `refused ${verdict.code}`, counted: counted && !isThrottled(verdict.code) }
    : { outcome: 'ok', counted };
