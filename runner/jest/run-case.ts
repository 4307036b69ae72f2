import { AsyncLocalStorage } from 'node:async_hooks';
import type { Exchange } from '../../client/exchange';
import type { Redactor } from '../../client/redaction/redact';
import { Arrangements } from './arrangements';
import { before, CaseRecord, Stopped } from './case-record';
import { claimOf, isFact, type Claim } from './claims';
import { lackingText, lastLacking } from '../../client/lacking';
import { LateLooks, type Look, type Noted } from './late-looks';
import { note } from './settle';
import { trail } from './trail';

interface Asking {
  readonly record: CaseRecord;
  /** Throws where the case may call no more. */
  readonly mayCall: () => void;
}

const asking = new AsyncLocalStorage<Asking>();

// Both are well below the time that Jest gives a case, which would not wait for the cleaning.
const bodyMs = 140_000;
const cleaningMs = 30_000;
const always = (): void => undefined;

/** How a case ended: nothing is set when it passed. */
export interface Outcome {
  readonly record: CaseRecord;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly skipped?: string;
  /** Set where what the case expects does not hold here, and is only inferred: it passed, with a finding. */
  readonly noted?: true;
  readonly error?: Error;
  /** What the error was before it was explained. */
  readonly failure?: Failure;
}

/** What the reports judge a failure by. */
interface Failure {
  readonly name: string;
  /** The call that failed, where it was one. */
  readonly call?: Pick<Exchange, 'outcome' | 'status'>;
  /** What several cases share and could not be arranged. */
  readonly arrangement?: string;
}

/** The record of the case that is asking, however many are under way. */
export function currentCase(): CaseRecord {
  return current().record;
}

/** What the cases of one file share, for the case that is asking; see `shared.ts`. */
export class SharedByFile {
  // What is removed in the end belongs to no case that is still asking, and may always call.
  readonly #looks = new LateLooks();
  readonly #arrangements = new Arrangements((record, body) =>
    asking.run({ record, mayCall: asking.getStore()?.mayCall ?? always }, body),
  );

  /** Gives up what was arranged under that name. */
  spoil(arrangement: string): void {
    this.#arrangements.forget(arrangement);
  }

  /** Notes what is looked for when every case of the file has ended. */
  lookLater(name: string, look: Look, noted: Noted): void {
    this.#looks.note(currentCase(), name, { look, noted });
  }

  /** Looks for what the cases of the file have noted; the calls belong to `first`, the first that needs to know. */
  async look(first: CaseRecord): Promise<void> {
    await this.#looks.look(
      (arrangement, body) => {
        const part = new CaseRecord({ of: first, arrangement });
        part.isCleaning = true;
        return asking.run({ record: part, mayCall: always }, body);
      },
      (arrangement, reason) => {
        first.notLookedAt(arrangement, reason);
      },
    );
  }

  /** The outcome of a case once it is known what came of what it has sent: it fails where that was refused and done all the same. */
  judged(outcome: Outcome, redactor: Redactor): Outcome {
    const found = this.#looks.foundOf(outcome.record);
    if (found.length === 0 || outcome.error) return outcome;
    const { record, startedAt, durationMs } = outcome;
    const error = new Error(found.join('\n'));
    return {
      record,
      startedAt,
      durationMs,
      error: explain(error, record, [], redactor),
      failure: { name: 'Error' },
    };
  }

  get<Value>(arrangement: string, make: () => Promise<Value>): Promise<Value> {
    const record = currentCase();
    return this.#arrangements.get(
      record,
      arrangement,
      make,
      () => new CaseRecord({ of: record, arrangement }),
    );
  }

  /** Removes what was shared, as part of the file's last case: that one fails where something is left. */
  async endWith(last: Outcome, redactor: Redactor): Promise<Outcome> {
    const left = await this.#arrangements.cleanUp((arrangement) => {
      const part = new CaseRecord({ of: last.record, arrangement });
      part.isCleaning = true;
      return part;
    }, Date.now() + cleaningMs);
    if (left.length === 0 || last.error) return last;
    const error = new Error('What the cases of this file share did not end as it had to.');
    const { record, startedAt, durationMs } = last;
    return { record, startedAt, durationMs, error: explain(error, record, left, redactor) };
  }
}

/**
 * Lets the case that is asking call. What a case has made is removed whatever happened to the run.
 * @throws Stopped when the run was stopped, or when the time of the case is over.
 */
export function mayCall(): void {
  current().mayCall();
}

function current(): Asking {
  const found = asking.getStore();
  if (!found) throw new Error('Calls belong to a case: make them inside `it`.');
  return found;
}

/** What a case is run by. */
export interface Rules {
  readonly redactor: Redactor;
  /** Whether a case that fails after the tenant refused it a permission is skipped: somebody's tenant need not grant it. */
  readonly isLive: boolean;
  /** What the whole case rests on, as its title says; what it has said that it covers, where the title names no rule. */
  readonly claims?: readonly Claim[];
  /** Why the run was stopped; undefined while it goes on. */
  readonly halted: () => string | undefined;
  /** How long a case may take, and the removal of what it made, in milliseconds. */
  readonly times?: { readonly body: number; readonly cleaning: number };
}

/** Runs one case with a record of its own, cleans up after it, also when it fails or takes too long, and returns how it ended; never throws. */
export async function runCase(body: () => unknown, rules: Rules): Promise<Outcome> {
  const { times = { body: bodyMs, cleaning: cleaningMs } } = rules;
  const record = new CaseRecord();
  const startedAt = Date.now();
  const thrown = await timed(body, record, rules.halted, startedAt + times.body);
  const { error: failed, noted } = judged(thrown, record, rules);
  record.isCleaning = true;
  const left = await asking.run({ record, mayCall: always }, () =>
    record.cleanUp(Date.now() + times.cleaning),
  );
  const ended = { record, startedAt, durationMs: Date.now() - startedAt, ...noted };
  const error =
    failed ?? (left.length > 0 ? new Error('The case passed, but could not clean up.') : undefined);
  if (!error) return ended;
  const skipped = left.length === 0 ? reasonToSkip(error, record, rules.isLive) : undefined;
  if (skipped !== undefined) return { ...ended, skipped };
  const failure = failureIn(error);
  return { ...ended, failure, error: explain(error, record, left, rules.redactor) };
}

// What a case has thrown, unless that is only noted: what it rests on is inferred, and the tenant is not ours.
function judged(
  error: Error | undefined,
  { grounds: said, findings }: CaseRecord,
  { claims = [], isLive }: Rules,
): { error?: Error; noted?: { noted: true } } {
  if (!error) return {};
  const grounds = claims.length > 0 ? claims : said.filter(isFact).map(claimOf);
  try {
    note(error, grounds, { isLive, findings });
    return { noted: { noted: true } };
  } catch {
    return { error };
  }
}

function failureIn({ name, exchange, arrangement }: Thrown): Failure {
  const { outcome, status } = exchange ?? {};
  return {
    name,
    ...(outcome === undefined ? {} : { call: { outcome, ...(status === undefined ? {} : { status }) } }),
    ...(arrangement === undefined ? {} : { arrangement }),
  };
}

// A body whose time is over may still be under way: it calls no more, so that nothing is made behind the back of the cleaning.
async function timed(
  body: () => unknown,
  record: CaseRecord,
  halted: Rules['halted'],
  deadline: number,
): Promise<Error | undefined> {
  const state = { isOver: false };
  const check = (): void => {
    const reason = halted();
    if (reason !== undefined) throw new Stopped(`the run was stopped: ${reason}`);
    if (state.isOver) throw new Stopped('the time of the case is over');
  };
  const act = async (): Promise<void> => {
    check();
    await body();
  };
  const late = 'The case took too long; what it had made was removed.';
  const thrown = await asking.run({ record, mayCall: check }, () =>
    failureOf(() => before(deadline, act(), late)),
  );
  state.isOver = true;
  return thrown;
}

// A lack of permission that the case dealt with is no reason to skip it; one that its failure tells of is.
function reasonToSkip(
  { name, message, exchange, matcherResult }: Thrown,
  { exchanges }: CaseRecord,
  isLive: boolean,
): string | undefined {
  if (name === 'Skip' || name === 'Stopped') return message;
  // What several cases share is asked for by one of them: its call failed, and the error tells of it to all.
  const own = exchanges.filter(({ cleaning }) => cleaning !== true);
  const known = exchange ? [...own, exchange] : own;
  const lack = isLive ? lastLacking(known) : undefined;
  return lack && message.includes(lack.code) && !wants(lack.code, matcherResult)
    ? lackingText(lack.endpoint, lack.code)
    : undefined;
}

// A case that asks for this very refusal, and in vain, lacks nothing.
const wants = (code: string, result: Thrown['matcherResult']): boolean =>
  typeof result?.expected === 'string' && result.expected.includes(code);

/** What a case may throw: a failed call has its exchange, what cases share the name of the arrangement. */
type Thrown = Error & {
  readonly exchange?: Exchange;
  readonly arrangement?: string;
  readonly matcherResult?: { readonly expected?: unknown };
};

async function failureOf(body: () => unknown): Promise<Error | undefined> {
  try {
    await body();
    return undefined;
  } catch (error) {
    // A spec runs in a sandbox whose Error is another one, so `instanceof` would not know it.
    return typeof error === 'object' && error !== null && 'message' in error
      ? (error as Error)
      : new Error(String(error));
  }
}

// How a case is run says nothing of why it failed.
const ofTheRunner = /[\\/]runner[\\/]jest[\\/]|at async Promise\.all|\(<anonymous>\)$/;

// Adds what a reader needs to a failure, and takes out what nobody may read: Jest copies both into every report.
function explain(
  error: Error & { matcherResult?: unknown },
  record: CaseRecord,
  left: string[],
  redactor: Redactor,
): Error {
  const notes = [
    ...left.map((what) => `Left behind: ${what}`),
    ...record.waits.map(
      ({ what, tries, durationMs }) => `Waited ${durationMs} ms (${tries} tries) for ${what}`,
    ),
    trail(record.exchanges),
  ];
  const message = redactor.redact([error.message, ...notes].filter(Boolean).join('\n\n'));
  const stack = error.stack?.includes(error.message)
    ? error.stack.slice(error.stack.indexOf(error.message) + error.message.length)
    : '';
  const frames = stack.split('\n').filter((frame) => !ofTheRunner.test(frame));
  error.stack = redactor.redact(`${error.name}: ${message}${frames.join('\n')}`);
  error.message = message;
  // Allure counts an error with a matcher result as failed and any other as broken; a broken contract is a failure of the product.
  if (error.matcherResult !== undefined || error.name === 'CallFailure')
    error.matcherResult = { message, pass: false };
  return error;
}
