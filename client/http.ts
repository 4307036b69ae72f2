import { Agent } from 'node:http';
import supertest, { type Response } from 'supertest';
import { noAnswerReasons } from './no-answer';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

/** An answer as it came over the wire: the body is neither decoded nor parsed. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

// A real gateway, which is https, gets a connection for each call: one that was kept may be closed at its other end just as a call
// begins, and then nobody knows whether the call happened.
const kept = new Agent({ keepAlive: true });

/** The request got no whole answer: nobody listens, the connection broke, or it took too long. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Sends one request and returns whatever came back, whatever its status; redirects are not followed.
 * @throws NoAnswer when no whole answer came within the time; its message says how far it got.
 */
export async function transmit(request: WireRequest): Promise<WireReply> {
  const { origin, pathname, search, protocol } = new URL(request.url);
  const agent = supertest(origin);
  const call = request.method === 'GET' ? agent.get(pathname + search) : agent.post(pathname + search);
  if (protocol === 'http:') call.agent(kept);
  let begun = false;
  try {
    const reply = await call
      .set(request.headers)
      .timeout({ deadline: request.timeoutMs })
      .redirects(0)
      .buffer(true)
      .parse((response, done) => {
        begun = true;
        wholeBody(response, done);
      })
      .send(request.body);
    return { status: reply.status, headers: headerTexts(reply.headers), body: reply.body as Buffer };
  } catch (error) {
    throw new NoAnswer(reason(error, begun, request.timeoutMs), { cause: error });
  }
}

function wholeBody(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}

function headerTexts(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function reason(error: unknown, begun: boolean, timeoutMs: number): string {
  const { code, message, timeout } = error as { code?: string; message: string; timeout?: unknown };
  if (timeout !== undefined)
    return begun
      ? `the answer began, but was not whole within ${timeoutMs} ms`
      : `no answer within ${timeoutMs} ms`;
  if (begun) return `the answer could not be read to its end (${message})`;
  // supertest leaves the code of a failed connect in the text only.
  const known = noAnswerReasons[code ?? message.split(':', 1).join()];
  if (known !== undefined) return known.en;
  return code?.startsWith('HPE_') ? `the answer is not HTTP (${message})` : message;
}
