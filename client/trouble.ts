import { kindOf, type CodeKind } from './codes';
import type { Exchange } from './exchange';

/** Why a call failed, as far as that says nothing of what was asked for: by its code, or `lost` where no answer of the gateway came. */
export type Cause = CodeKind | 'lost';

/** What a cause is told by. */
type Ended = Pick<Exchange, 'outcome' | 'status' | 'responseBody'>;

/**
 * Tells why a call failed; undefined where it went well, was refused for what it asked, or broke its contract. An error status around a success
 * is a broken contract and no trouble that passes: oapi promises 200 for every outcome.
 */
export function causeOf({ outcome, status = 0, responseBody }: Ended): Cause | undefined {
  if (outcome.startsWith('no answer')) return 'lost';
  const [, refused] = /^refused (\S+)$/.exec(outcome) ?? [];
  // v1.0 says by its status that the service failed, whatever the code.
  if (refused !== undefined) return kindOf(refused) ?? (status >= 500 ? 'busy' : undefined);
  return outcome.startsWith('broken') ? ofBroken(status, responseBody) : undefined;
}

function ofBroken(status: number, text: string | undefined): Cause | undefined {
  const body = objectIn(text);
  if (body === undefined) return status >= 500 ? 'lost' : undefined;
  return ofTraffic(codeIn(body), status);
}

// A refusal that is not well-formed either may still say that there was trouble.
function ofTraffic(code: string | undefined, status: number): Cause | undefined {
  const kind = code === undefined ? undefined : kindOf(code);
  if (kind === 'throttled' || kind === 'busy') return kind;
  return isName(code) && status >= 500 ? 'busy' : undefined;
}

const isName = (code: string | undefined): boolean => code !== undefined && /^[A-Za-z]/.test(code);

/** A refusal for a known code whose envelope is not as it should be: its code and its body; undefined where an answer holds none. */
export function refusalIn(
  text: string | undefined,
): { readonly code: string; readonly body: object } | undefined {
  const body = objectIn(text);
  const code = body && codeIn(body);
  return body !== undefined && code !== undefined && kindOf(code) !== undefined ? { code, body } : undefined;
}

/** The code of a refusal in a body, whatever the rest of it: `88/40014`, `-1`, `serviceBusy`; undefined where it holds none. */
function codeIn(body: object): string | undefined {
  const { errcode, sub_code: subCode, code } = body as Record<string, unknown>;
  if (typeof errcode === 'number' && errcode !== 0)
    return typeof subCode === 'string' ? `${errcode}/${subCode}` : `${errcode}`;
  return errcode === undefined && typeof code === 'string' ? code : undefined;
}

/** The JSON object that a body is; undefined for any other. */
export function objectIn(text = ''): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
