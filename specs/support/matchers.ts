import type { Reply } from '../../client/client';
import { isFirm } from '../../schemas/evidence';
import { covers } from './coverage';
import { Blocked, refusedFor, saySame } from '../../client/lacking';
import { knownRefusal, knownStatuses } from './refusals';

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
    if (this.isNot) return notRefused(reply);
    const wanted = code === undefined ? undefined : wantedOf(reply.exchange.endpoint, code);
    return reply.refused ? judged(reply, wanted, code) : verdict(false, reply, wanted);
  },
});

type Refusal = Extract<Reply<unknown>, { refused: true }>;

function judged(reply: Refusal, wanted: Wanted | undefined, code?: string): jest.CustomMatcherResult {
  const { exchange, status, code: given } = reply;
  blockIfBefore(reply, given, code);
  const [first, ...others] = knownStatuses(exchange.endpoint, given);
  if (first !== undefined && ![first, ...others].includes(status))
    return verdict(false, reply, { code: given, status: first, isFirm: true });
  const isRight = wanted === undefined || isAsWanted(reply, given, wanted);
  if (isRight && wanted !== undefined) covers(`${exchange.endpoint}!${wanted.code}`);
  return verdict(isRight || isNoted(exchange.endpoint, given, wanted), reply, wanted);
}

const notRefused = (reply: Reply<unknown>): jest.CustomMatcherResult =>
  verdict(reply.refused, reply, undefined, 'anything but ');

function verdict(
  pass: boolean,
  reply: Reply<unknown>,
  wanted: Wanted | undefined,
  but = '',
): jest.CustomMatcherResult {
  const { method, url, responseBody = '', docs } = reply.exchange;
  const expected = but + (wanted === undefined ? 'a refusal' : `a refusal with ${described(wanted)}`);
  const actual = reply.refused ? `refused with ${reply.code}, HTTP ${reply.status}` : 'accepted';
  const lines = [
    `Expected ${expected}, and ${method} ${new URL(url).pathname} was ${actual}.`,
    `  reply: HTTP ${reply.status} ${responseBody}`,
    `  docs:  ${docs}`,
  ];
  // Jest hands out whatever a result holds besides: the finding of a tenant tells it.
  return Object.assign({ pass, message: () => lines.join('\n') }, { actual, expected });
}

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
  return {
    code,
    isFirm: firm,
    ...(firm && known.httpStatus !== undefined ? { status: known.httpStatus } : {}),
  };
}

const described = ({ code, status }: Wanted): string =>
  status === undefined ? code : `${code} and HTTP ${status}`;

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
