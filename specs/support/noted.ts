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

/**
 * Expects a refusal with the code that was observed. On somebody's tenant another one will do that says the same, and is a finding.
 * @param alike what the codes look like that say the same.
 */
export function expectRefusedOrNoted(
  endpoint: Pick<Endpoint, 'id'>,
  reply: Reply<unknown>,
  { what, code, alike }: { what: string; code: string; alike: RegExp },
): void {
  const given = reply.refused ? reply.code : '';
  const isAlike = given !== code && alike.test(given);
  const isNoted =
    isAlike && holdsOrNoted(endpoint, false, `${what} is refused with ${given}, not with ${code}`);
  if (!isNoted) expect(reply).toBeRefused(code);
}
