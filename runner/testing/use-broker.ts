import { Pacer } from '../../client/pacer';
import { startBroker, type Broker } from '../broker/broker';
import { Redactor } from '../../client/redaction/redact';
import type { Gateway, TokenSource } from '../../client/tokens';

/** A broker for the tests of a `describe`, and what it stands before. */
export interface UsedBroker {
  /** Gives `token 1`, and `token 2` when that is refused. */
  readonly source: TokenSource;
  /** What the source was asked since the test began. */
  readonly fetched: () => readonly string[];
  /** Exists only while tests run. */
  readonly broker: () => Broker;
  /** What the broker's own process writes with. */
  readonly redactor: () => Redactor;
}

/**
 * Starts a broker for each test of a `describe` and closes it afterwards.
 * @param peopleKey where its process masks people, the key of their pseudonyms.
 */
export function useBroker(peopleKey?: string): UsedBroker {
  const asked: string[] = [];
  const source = {
    current: (gateway: Gateway) => tell(`${gateway} current`, 'token 1'),
    renew: (gateway: Gateway, refused: string) => tell(`${gateway} renew ${refused}`, 'token 2'),
  };
  const tell = (question: string, token: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(token);
  };
  let started: Broker | undefined;
  let secrets = new Redactor();

  beforeEach(async () => {
    asked.splice(0);
    secrets = new Redactor([], peopleKey);
    started = await startBroker(source, new Pacer(20), secrets);
  });

  afterEach(() => started?.close());

  const broker = (): Broker => {
    if (!started) throw new Error('The broker runs only while tests do.');
    return started;
  };
  return { source, fetched: () => asked, broker, redactor: () => secrets };
}
