const { run, currentCase } = globalThis.suite;

/**
 * Repeats `probe` until it no longer throws a failed expectation: lists of a real tenant lag. Bounded by the run's lag; a wait of
 * more than one try stands in the report. Any other error, such as a broken contract, ends it at once.
 * @param what completes "waited for …".
 * @param waitMs how long; the run's lag unless given.
 */
export async function eventually<Value>(
  what: string,
  probe: () => Promise<Value>,
  waitMs = run.lagMs,
): Promise<Value> {
  const startedAt = Date.now();
  for (let tries = 1; ; tries += 1) {
    try {
      const value = await probe();
      if (tries > 1) currentCase().waits.push({ what, tries, startedAt, durationMs: Date.now() - startedAt });
      return value;
    } catch (error) {
      const waited = Date.now() - startedAt;
      // The last try is at the very end.
      const pause = Math.min(100 * 2 ** tries, 2_000, waitMs - waited);
      if (!isExpectation(error) || pause <= 0) {
        currentCase().waits.push({ what, tries, startedAt, durationMs: waited });
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/**
 * Compares with what is known already, and where that fails with what is read anew, as often as the run's lag allows: others may have
 * written meanwhile. It costs no second reading when right.
 * @param what completes "waited for …".
 */
export async function againstKnown<Known, Seen>(
  what: string,
  { known, read }: { known: Known; read: () => Promise<Known> },
  compare: (known: Known) => Promise<Seen> | Seen,
): Promise<Seen> {
  try {
    return await compare(known);
  } catch (error) {
    if (!isExpectation(error)) throw error;
  }
  // However long that took, it is read anew once at least.
  return eventually(what, async () => compare(await read()));
}

/** What to do, in a `catch`, where the expectation failed whose message holds `words`; any other error is thrown on. */
export const unless =
  <Value>(words: string, instead: () => Value) =>
  (error: unknown): Value => {
    if (!(error as Error).message.includes(words)) throw error;
    return instead();
  };

/** Waits until the clock shows `ms`; used where the service counts in whole seconds. */
export async function untilClockShows(ms: number, what: string): Promise<void> {
  const startedAt = Date.now();
  const pause = ms - startedAt;
  if (pause <= 0) return;
  await new Promise((resolve) => setTimeout(resolve, pause));
  currentCase().waits.push({ what, tries: 1, startedAt, durationMs: pause });
}

const isExpectation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'matcherResult' in error;
