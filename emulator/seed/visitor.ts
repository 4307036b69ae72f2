import type { Endpoint } from '../../schemas/endpoint';
import { getToken } from '../../schemas/index';
import type { Emulator } from '../server';

/** What came back, read no further than JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A plain caller for the emulator's own tests; it shares no code with the suite's client. */
export class Visitor {
  constructor(readonly emulator: Emulator) {}

  /** Sends anything anywhere. */
  async raw(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(this.emulator.url + path, { ...init, method });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: bodyOf(text) };
  }

  /** Sends parameters to an endpoint with the token at its place. */
  async send(endpoint: Endpoint, parameters: object): Promise<Answer> {
    const token = this.emulator.tenant.tokens.issue(this.emulator.app.appKey, endpoint.gateway);
    const query = endpoint.method === 'GET' ? new URLSearchParams(Object.entries(parameters)) : undefined;
    const address = endpoint.gateway === 'oapi' ? `access_token=${token}&` : '';
    return this.raw(endpoint.method, `${endpoint.path}?${address}${query?.toString() ?? ''}`, {
      headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': token },
      body: query ? null : JSON.stringify(parameters),
    });
  }

  /** Sends a request that has to succeed and returns the body. */
  async must<Request extends object, Response>(
    endpoint: Endpoint<Request, Response>,
    request: Request,
  ): Promise<Response> {
    const { status, body, text } = await this.send(endpoint, request);
    if (status !== 200 || (body.errcode ?? 0) !== 0) throw new Error(`${endpoint.id} was refused: ${text}`);
    return body as Response;
  }

  /** Asks for a token as an app does. */
  async fetchToken(): Promise<string> {
    const { appKey, appSecret } = this.emulator.app;
    return (await this.must(getToken, { appkey: appKey, appsecret: appSecret })).access_token;
  }
}

function bodyOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
