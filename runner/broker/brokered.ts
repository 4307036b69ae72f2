import type { Asking } from './meter';
import type { Release } from '../../client/pacer';
import type { Secret } from '../../client/redaction/redact';
import { TokenCache, type TokenRequest } from '../../client/tokens';

/** The run's tokens, asked of its broker. */
export class BrokeredTokens extends TokenCache {
  constructor(broker: string) {
    super((gateway, refused) => askToken(broker, { gateway, refused }));
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

/** The budget of counted calls is used up: the call is not made. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

/**
 * Waits for the next slot that the run has for an API, and returns how it is given back when the call has ended.
 * @throws OverBudget where the run may make no more calls like this one.
 */
export async function awaitSlot(broker: string, api: string, asking: Asking = {}): Promise<Release> {
  const { slot, problem } = (await ask(`${broker}/slot`, { api, ...asking })) as {
    slot: string;
    problem?: string;
  };
  if (problem !== undefined) throw new OverBudget(problem);
  return () => {
    // A run that has ended needs its slot no more.
    void ask(`${broker}/ended`, { slot }).catch(() => undefined);
  };
}

/** Tells the broker of secrets and returns all that it knows; it is the broker's process that writes the reports. */
export async function tell(broker: string, secrets: readonly Secret[]): Promise<readonly Secret[]> {
  return (await ask(`${broker}/secrets`, secrets)) as readonly Secret[];
}

async function askToken(broker: string, request: TokenRequest): Promise<string> {
  const { token, problem } = (await ask(`${broker}/token`, request)) as { token: string; problem?: string };
  if (problem !== undefined) throw new Error(`There is no access token: ${problem}`);
  return token;
}

async function ask(url: string, body: object): Promise<unknown> {
  const reply = await post(url, body);
  if (!reply.ok) throw new Error(`The broker of this run answered HTTP ${reply.status}.`);
  return reply.json();
}

async function post(url: string, body: object): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  } catch (error) {
    throw new Error('The broker of this run does not answer: its process has ended.', { cause: error });
  }
}
