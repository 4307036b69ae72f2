import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as a server of a test got it. */
interface Received {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What a server of a test does with a request. */
export type Answering = (request: Received, response: ServerResponse) => void;

/** A server that runs while the tests of one `describe` do. */
export interface PlayedServer {
  readonly url: string;
  /** What it got since the test began, oldest first. */
  readonly received: readonly Received[];
}

/** Answers with a JSON body. */
export function answerJson(response: ServerResponse, body: string | object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Lets a server answer with a JSON body. */
export const json =
  (body: string | object, status = 200): Answering =>
  (_, response) => {
    answerJson(response, body, status);
  };

/** Starts a server on 127.0.0.1 for the tests of a `describe`. Returns how to get it, for it exists only while tests run. */
export function useServer(answering: Answering): () => PlayedServer {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url: target = '', headers } = request;
      received.push({ method, target, headers, body });
      answering({ method, target, headers, body }, response);
    });
  });

  beforeAll(() => listen(server));
  beforeEach(() => received.splice(0));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  return () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received });
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}
