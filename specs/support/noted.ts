import type { Endpoint } from '../../schemas/endpoint';
import type { Reply } from '../../client/client';

const { run, currentCase } = globalThis.suite;

/**
 * Whether something that was observed once, or is custom, holds. On somebody's tenant it need not: there a finding says so, and the
 * case goes on; our own tenant has to keep to what was observed.
 * @param otherwise what was found instead, in a sentence.
 */
export function holdsOrNoted({ id }: Pick<Endpoint, 'id'>, holds: boolean, otherwise: string): boolean {
  if (holds || run.target === 'emulator') return holds;
  currentCase().findings.push({ kind: 'contradiction settled', endpoint: id, message: otherwise });
  return true;
}

/** Expects what is past a limit to be refused; a tenant that cuts it to the limit instead is a finding, for nobody says which. */
export function expectRefusedOrCut(
  endpoint: Pick<Endpoint, 'id'>,
  reply: Reply<unknown>,
  what: string,
): void {
  const isRight = holdsOrNoted(endpoint, reply.refused, `${what} was answered and not refused`);
  if (!isRight) expect(reply).toBeRefused();
}

/** Expects a refusal; one with another code than the one that was observed is a finding on somebody's tenant. */
export function expectRefusedOrNoted(
  endpoint: Pick<Endpoint, 'id'>,
  reply: Reply<unknown>,
  code: string,
  what: string,
): void {
  expect(reply).toBeRefused();
  const given = reply.refused ? reply.code : '';
  if (!holdsOrNoted(endpoint, given === code, `${what} is refused with ${given}, and not with ${code}`))
    expect(reply).toBeRefused(code);
}
