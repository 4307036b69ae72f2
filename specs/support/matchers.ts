import type { Reply } from '../../client/client';
import { isFirm } from '../../schemas/evidence';
import { covers } from './coverage';
import { Blocked, refusedFor, saySame } from './lacking';
import { knownRefusal } from './refusals';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Jest's types are extended this way only
  namespace jest {
    interface Matchers<R> {
      /**
       * The call was refused in a well-formed envelope, with this code where one is given: `88/40014`, `40`, `badRequest`. A refusal for the
       * token, a permission, the rate or a failing server says nothing of what a case asks and blocks it, unless the code is of that kind.
       */
      toBeRefused(code?: string): R;
    }
  }
}

const { run, currentCase } = globalThis.suite;

expect.extend({
  toBeRefused(reply: Reply<unknown>, code?: string) {
    const { method, url, responseBody = '', docs, endpoint } = reply.exchange;
    const given = reply.refused ? reply.code : undefined;
    if (!this.isNot && given !== undefined) blockIfBefore(reply, given, code);
    const wanted = code === undefined ? undefined : wantedOf(endpoint, code);
    const isRight = given !== undefined && (wanted === undefined || isAsWanted(reply, given, wanted));
    const pass = isRight || (!this.isNot && given !== undefined && isNoted(endpoint, given, wanted));
    if (isRight && wanted !== undefined && !this.isNot) covers(`${endpoint}!${wanted.code}`);
    const refusal = wanted === undefined ? 'a refusal' : `a refusal with ${described(wanted)}`;
    const found = given === undefined ? 'accepted' : `refused with ${given}, HTTP ${reply.status}`;
    return {
      pass,
      actual: found,
      expected: refusal,
      message: () =>
        [
          `Expected ${this.isNot ? 'anything but ' : ''}${refusal}, and ${method} ${new URL(url).pathname} was ${found}.`,
          `  reply: HTTP ${reply.status} ${responseBody}`,
          `  docs:  ${docs}`,
        ].join('\n'),
    };
  },
});

interface Wanted {
  readonly code: string;
  /** The HTTP status that was documented or observed with it. */
  readonly status?: number;
  /** Whether the sources show this very code for what is asked. */
  readonly isFirm: boolean;
}

function wantedOf(endpoint: string, code: string): Wanted {
  const known = knownRefusal(endpoint, code);
  const firm = known !== undefined && isFirm(known.source);
  return { code, isFirm: firm, ...(firm && known.httpStatus !== undefined ? { status: known.httpStatus } : {}) };
}

const described = ({ code, status }: Wanted): string => (status === undefined ? code : `${code} and HTTP ${status}`);

const isAsWanted = ({ status }: Reply<unknown>, given: string, wanted: Wanted): boolean =>
  given === wanted.code && (wanted.status === undefined || status === wanted.status);

// On somebody's tenant another code will do that says the same, or any where nobody knows the code; it is a finding.
function isNoted(endpoint: string, given: string, wanted: Wanted | undefined): boolean {
  if (run.target === 'emulator' || wanted === undefined || given === wanted.code) return false;
  if (wanted.isFirm && !saySame(given, wanted.code)) return false;
  const message = `inferred: the code is ${wanted.code}; this tenant: ${given}`;
  currentCase().findings.push({ kind: 'inferred', endpoint, message });
  return true;
}

function blockIfBefore({ exchange }: Reply<unknown>, given: string, wanted: string | undefined): void {
  const reason = refusedFor(given);
  if (reason === undefined || (wanted !== undefined && refusedFor(wanted) === reason)) return;
  throw new Blocked(exchange, given, reason);
}
