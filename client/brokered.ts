import type { TokenSource } from './tokens';

/** The run's token, asked of its broker. */
export class BrokeredTokens implements TokenSource {
  readonly #broker: string;
  #held: Promise<string> | undefined;

  constructor(broker: string) {
    this.#broker = broker;
  }

  current(): Promise<string> {
    this.#held ??= askToken(this.#broker, {});
    return this.#held;
  }

  renew(refused: string): Promise<string> {
    this.#held = askToken(this.#broker, { refused });
    return this.#held;
  }
}

/**
 * Asks for the right to run a spec file, which a run gives once: a file whose process died is not run again, for it would
 * create everything a second time.
 */
export async function leaseFile(broker: string, file: string): Promise<boolean> {
  const { granted } = (await ask(`${broker}/lease`, { file })) as { granted: boolean };
  return granted;
}

async function askToken(broker: string, request: { refused?: string }): Promise<string> {
  const { token, problem } = (await ask(`${broker}/token`, request)) as { token?: string; problem?: string };
  if (token === undefined) throw new Error(`There is no access token: ${problem ?? 'the broker gave none'}`);
  return token;
}

async function ask(url: string, body: object): Promise<unknown> {
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return reply.json();
}
