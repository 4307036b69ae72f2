import type { Endpoint } from '../schemas/endpoint';
import { isFirm } from '../schemas/evidence';
import { familyOf, refusalSchema } from '../schemas/gateways';
import { violations, type Violation } from '../schemas/validate';
import type { WireReply } from './http';
import { withEmptyLists } from './lists';
import { parseJson, writeJson } from './strict-json';

/** What an answer means once it has passed every check: a success, or a refusal with its code (`88/40014`, `40`, `InvalidAuthentication`). */
export type Verdict =
  | { readonly refused: false; readonly body: object }
  | { readonly refused: true; readonly body: object; readonly code: string };

/** Why an answer is no answer that the documentation allows. */
export class BrokenContract extends Error {
  override readonly name = 'BrokenContract';
}

/** How an answer is judged. */
export interface Standard {
  /**
   * Whether everything breaks the contract that is not as the endpoint file says, as on a tenant of our own. Elsewhere a field that the docs do
   * not know, and what is only inferred of one that they know, is noticed; and lists that are left out are empty.
   */
  readonly strict: boolean;
  /** Is told what is noticed. */
  readonly notice: (violation: Violation) => void;
}

/**
 * Judges an answer in the fixed order: content type, raw text, `errcode` or HTTP status, closed schema.
 * @throws BrokenContract saying what is wrong.
 */
export function judge(endpoint: Endpoint, reply: WireReply, { strict, notice }: Standard): Verdict {
  const body = parseBody(reply);
  const verdict =
    endpoint.gateway === 'api' ? judgeStatus(reply.status, body) : judgeErrcode(reply.status, body);
  const schema = verdict.refused ? refusalSchema(familyOf(endpoint)) : endpoint.response;
  const found = violations(schema, lossy(verdict.body));
  const broken = found.filter((violation) => strict || isPromised(violation));
  if (broken.length > 0) {
    throw new BrokenContract(broken.map(({ path, message }) => `${path} ${message}`).join('; '));
  }
  for (const violation of found) notice(violation);
  return strict ? verdict : { ...verdict, body: withEmptyLists(schema, verdict.body) as object };
}

function parseBody({ headers, body }: WireReply): object {
  const type = headers['content-type'] ?? '';
  const [media, ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (media !== 'application/json')
    throw new BrokenContract(`the content type is '${type}' and not application/json`);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && charset !== 'charset=utf-8')
    throw new BrokenContract(`the answer is in ${charset} and not UTF-8`);
  const value = parseText(utf8(body));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BrokenContract('the body is JSON, but not an object');
  }
  return value;
}

function utf8(body: Buffer): string {
  if (body.length === 0) throw new BrokenContract('the body is empty');
  try {
    // A byte order mark is kept, for JSON must not begin with one.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new BrokenContract('the body is not UTF-8');
  }
}

function parseText(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new BrokenContract(`the body is not JSON: ${(error as Error).message}`);
  }
}

// The oapi gateway answers every outcome with 200; a refusal in a 200 is a refusal.
function judgeErrcode(status: number, body: object): Verdict {
  if (status !== 200)
    throw new BrokenContract(`HTTP status ${status}: this gateway answers 200, refusals too`);
  const { errcode, sub_code: subCode } = body as { errcode?: unknown; sub_code?: unknown };
  if (errcode === undefined) throw new BrokenContract('/errcode is missing: neither a success nor a refusal');
  if (typeof errcode !== 'number')
    throw new BrokenContract(`/errcode is ${writeJson(errcode)} and not a number`);
  if (errcode === 0) return { refused: false, body };
  return { refused: true, body, code: typeof subCode === 'string' ? `${errcode}/${subCode}` : `${errcode}` };
}

function judgeStatus(status: number, body: object): Verdict {
  if (status >= 200 && status < 300) return { refused: false, body };
  if (status < 400) throw new BrokenContract(`HTTP status ${status} is neither a success nor a refusal`);
  // One that is no text breaks the schema of a refusal.
  const { code } = body as { code: string };
  return { refused: true, body, code };
}

const isPromised = ({ keyword, source }: Violation): boolean =>
  keyword !== 'additionalProperties' && isFirm(source);

// The validator knows no bigint; whether a value is a whole number does not depend on its last digits.
function lossy(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(lossy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, lossy(member)]));
}
