import type { Finding } from '../../client/exchange';
import { isFirm } from '../../schemas/evidence';
import type { Claim } from './claims';

interface Circumstances {
  /** Whether the tenant is somebody else's. */
  readonly isLive: boolean;
  readonly findings: Finding[];
}

/** What a failed expectation throws; `matcherResult` is Jest's, `exchange` that of a call, and `isFirm` says that its verdict is final. */
type Thrown = Error & {
  readonly matcherResult?: { readonly actual?: unknown; readonly expected?: unknown };
  readonly refusedAs?: string;
  readonly arrangement?: string;
  isFirm?: boolean;
};

/**
 * Decides what becomes of an expectation that failed. It is the one place where that is decided: on a tenant that is not ours an
 * expectation whose claims are inferred or assumed becomes a finding, anything else fails.
 * @param claims what the expectation rests on; all firm, or none.
 * @throws `error` again, marked as final, where it has to fail.
 */
export function note(error: unknown, claims: readonly Claim[], { isLive, findings }: Circumstances): void {
  const isInferred = claims.length > 0 && claims.every(({ source }) => !isFirm(source));
  if (!isLive || !isInferred || !isExpectation(error)) throw final(error);
  for (const { endpoint, says } of claims)
    findings.push({ kind: 'inferred', endpoint, message: `inferred: ${says}; this tenant: ${shown(error)}` });
}

// A broken contract, a lost call, a skip or a mistake of a case is no expectation that failed; nor is what an arrangement could not make.
function isExpectation(error: unknown): error is Thrown {
  if (typeof error !== 'object' || error === null) return false;
  const { isFirm: isFinal, arrangement, matcherResult, refusedAs } = error as Thrown;
  if (isFinal === true || arrangement !== undefined) return false;
  return matcherResult !== undefined || refusedAs !== undefined;
}

function final(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) (error as Thrown).isFirm = true;
  return error;
}

const longest = 120;

/** What was found in the place of what was expected, short and without what differs from case to case. */
function shown({ matcherResult, refusedAs, message }: Thrown): string {
  if (refusedAs !== undefined) return `refused with ${refusedAs}`;
  const { actual, expected } = matcherResult ?? {};
  const difference = actual === undefined ? undefined : differenceOf(actual, expected);
  const text = difference ?? message.split('\n', 1).join();
  return text
    .replaceAll(/\[api-suite [^\]]*\]/g, '[tag]')
    .replaceAll(/\d{9,}|[0-9a-f]{16,}/gi, '…')
    .slice(0, longest);
}

// The first place that differs, and what stands there.
function differenceOf(actual: unknown, expected: unknown, at: readonly string[] = []): string | undefined {
  if (isObject(actual) && isObject(expected)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    const found = names.map((name) => differenceOf(actual[name], expected[name], [...at, name]));
    return found.find((difference) => difference !== undefined);
  }
  if (Object.is(actual, expected)) return undefined;
  const value = actual === undefined ? 'not there' : JSON.stringify(actual, withDigits);
  return [...at.slice(-1), value].join(': ');
}

// JSON knows no number of 64 bits.
const withDigits = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !('asymmetricMatch' in value);
