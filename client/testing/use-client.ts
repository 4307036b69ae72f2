import { Client, type ClientSettings } from '../client';
import type { Exchange, Finding } from '../exchange';
import { Redactor } from '../redaction/redact';
import type { Gateway } from '../tokens';
import { useServer, type Answering, type PlayedServer } from './use-server';

/** The tokens of a test's client: the first is in use until it is refused. */
export const [firstToken, secondToken] = [
  '11111111111111111111111111111111',
  '2222222222222222222222222222222a',
];

const request_id = 'roz884n3k7rf';

/** A request of `blackboard/delete`, and its answer. */
export const deletion = { operation_userid: 'manager01', blackboard_id: '300a540d6b94005d8638f16e00603ae9' };
export const deleted = { errcode: 0, errmsg: 'ok', result: true, success: true, request_id };

/** A refusal by the gateway of topapi. */
export const refusedAs = (code: string, text = '没有权限') => ({
  ...{ errcode: 88, sub_code: code, sub_msg: text, request_id },
  errmsg: `ding talk error[subcode=${code},submsg=${text}]`,
});

const unwatched = { guard: () => undefined, saw: () => undefined };

/** A client, the server that it speaks to, and what it recorded since the test began. */
export interface UsedClient {
  /** Lets the server answer the next calls so, in this order. */
  readonly play: (...answers: Answering[]) => void;
  readonly server: () => PlayedServer;
  readonly api: (settings?: Partial<ClientSettings>) => Client;
  readonly exchanges: readonly Exchange[];
  readonly findings: readonly Finding[];
  /** The refused tokens that it asked to renew. */
  readonly renewed: readonly string[];
}

/** Starts a server that answers as a test says, and gives clients that speak to it and record here. */
export function useClient(): UsedClient {
  const [exchanges, findings, renewed, answers]: [Exchange[], Finding[], string[], Answering[]] = [
    [],
    [],
    [],
    [],
  ];
  const server = useServer((request, response) => {
    const answering = answers.shift();
    if (!answering) throw new Error(`Nothing is played for ${request.target}.`);
    answering(request, response);
  });

  beforeEach(() => {
    for (const list of [exchanges, findings, renewed, answers]) list.length = 0;
  });

  const tokens = {
    current: () => Promise.resolve(renewed.length === 0 ? firstToken : secondToken),
    renew: (_: Gateway, refused: string) => {
      renewed.push(refused);
      return Promise.resolve(secondToken);
    },
  };
  const api = (settings: Partial<ClientSettings> = {}): Client =>
    new Client({
      urls: { oapi: server().url, api: server().url },
      timeoutMs: 2000,
      tokens,
      redactor: new Redactor(),
      record: (exchange) => exchanges.push(exchange),
      notice: (finding) => findings.push(finding),
      ...unwatched,
      pace: () => Promise.resolve(() => undefined),
      retries: false,
      strict: true,
      ...settings,
    });
  return { play: (...played) => answers.push(...played), server, api, exchanges, findings, renewed };
}
