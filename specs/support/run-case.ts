import { AsyncLocalStorage } from 'node:async_hooks';
import type { Exchange } from '../../client/exchange';
import type { Redactor } from '../../client/redact';
import { CaseRecord } from './case-record';
import { lackingText, lastLacking } from './lacking';
import { trail } from './trail';

const records = new AsyncLocalStorage<CaseRecord>();

/** How a case ended: nothing is set when it passed. */
export interface Outcome {
  readonly record: CaseRecord;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly skipped?: string;
  readonly error?: Error;
}

/** The record of the case that is asking, however many are under way. */
export function currentCase(): CaseRecord {
  const record = records.getStore();
  if (!record) throw new Error('Calls belong to a case: make them inside `it`.');
  return record;
}

/**
 * Runs one case with a record of its own, cleans up after it, and returns how it ended; never throws.
 * @param isGuest whether a case that fails after the tenant refused it a permission is skipped: somebody's tenant need not grant it.
 */
export async function runCase(body: () => unknown, redactor: Redactor, isGuest = false): Promise<Outcome> {
  const record = new CaseRecord();
  const startedAt = Date.now();
  const thrown = await records.run(record, () => failureOf(body));
  const left = await records.run(record, () => record.cleanUp());
  const ended = { record, startedAt, durationMs: Date.now() - startedAt };
  const error =
    thrown ?? (left.length > 0 ? new Error('The case passed, but could not clean up.') : undefined);
  if (!error) return ended;
  const skipped = left.length === 0 ? reasonToSkip(error, record, isGuest) : undefined;
  return skipped === undefined
    ? { ...ended, error: explain(error, record, left, redactor) }
    : { ...ended, skipped };
}

// A lack of permission that the case dealt with is no reason to skip it; one that its failure tells of is.
function reasonToSkip(
  { name, message, exchange }: Error & { exchange?: Exchange },
  { exchanges }: CaseRecord,
  isGuest: boolean,
): string | undefined {
  if (name === 'Skip') return message;
  // What several cases share is asked for by one of them: its call failed, and the error tells of it to all.
  const known = exchange ? [...exchanges, exchange] : exchanges;
  const lack = isGuest ? lastLacking(known) : undefined;
  return lack && message.includes(lack.code) ? lackingText(lack.endpoint, lack.code) : undefined;
}

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
  error.stack = redactor.redact(`${error.name}: ${message}${stack}`);
  error.message = message;
  // Allure counts an error with a matcher result as failed and any other as broken; a broken contract is a failure of the product.
  if (error.matcherResult !== undefined || error.name === 'CallFailure')
    error.matcherResult = { message, pass: false };
  return error;
}
