import fc from 'fast-check';
import { skip } from '../tenant';
import { play } from './play';
import { stories, type Step } from './steps';
import { cast, problemOf, Account } from './describe';

const { run, currentCase } = globalThis.suite;

// On the embedded tenant nothing lags, and stories are shortened by telling them again and again.
const waitMs = run.target === 'emulator' ? Math.min(run.lagMs, 300) : run.lagMs;
const longestSearchMs = 40_000;
const longestShorteningMs = 20_000;

/**
 * Plays random stories on the tenant until one of them is not as the documentation promises, shortens that one, and throws its
 * failure with the shortest story in front and how to repeat it. Bounded in time, and on somebody's tenant in calls.
 */
export async function expectNoBadStory(): Promise<void> {
  const { count: numRuns, seed, path } = run.stories;
  if (numRuns === 0)
    skip('not selected: stories are played on a live tenant when SUITE_STORIES says how many');
  const search = new Search();
  const property = fc.asyncProperty(stories, (steps) => search.play(steps));
  const again = path === undefined ? {} : { path, endOnFailure: true };
  const details = await fc.check(property, { numRuns, seed, ...again });
  if (search.skipped) throw search.skipped;
  if (!details.failed) {
    search.noteEarlyEnd(numRuns);
    return;
  }
  const [steps] = details.counterexample ?? [[]];
  await search.repeatShortest(steps, `SUITE_SEED=${seed} SUITE_STORY=${details.counterexamplePath ?? ''}`);
}

class Search {
  #until = Date.now() + longestSearchMs;
  #played = 0;
  #failure: { readonly account: Account; readonly error: Error } | undefined;
  /** Set where the tenant lacks what stories need. */
  skipped: Error | undefined;

  /** Plays a story as long as time and calls are left; without them it counts as a good one, which ends the search. */
  async play(steps: readonly Step[]): Promise<void> {
    if (!this.#mayGoOn()) return;
    this.#played += 1;
    const failure = await failureOf(steps);
    if (failure?.error.name === 'Skip') this.skipped = failure.error;
    else if (failure) {
      if (!this.#failure) this.#until = Date.now() + longestShorteningMs;
      this.#failure = failure;
      throw failure.error;
    }
  }

  #mayGoOn(): boolean {
    const { count, most, path } = run.stories;
    if (this.skipped !== undefined || Date.now() > this.#until) return false;
    if (path !== undefined) return this.#played === 0;
    return run.target === 'emulator' || currentCase().exchanges.length + most <= count * most;
  }

  /** Says so where fewer stories were played than were asked for. */
  noteEarlyEnd(asked: number): void {
    if (run.stories.path !== undefined || this.#played >= asked) return;
    const message = `${this.#played} of ${asked} stories were played: there was no time, or there were no calls, for more`;
    currentCase().findings.push({ kind: 'waited', endpoint: 'blackboard/create', message });
  }

  /** Plays the shortest story once more, so that its calls are the last of the case, and throws its failure. */
  async repeatShortest(steps: readonly Step[], variables: string): Promise<never> {
    const again = await failureOf(steps);
    const failure = again ?? this.#failure;
    if (!failure) throw new Error('A story failed that was never played.');
    const { account, error } = failure;
    const message = [
      `The shortest story found that goes wrong${again ? '' : ', although not when it was told once more'}. ${cast}`,
      account.text(problemOf(error)),
      `To repeat it: ${variables} npm test -- specs/flows/stories.spec.ts`,
      '',
      error.message,
    ].join('\n');
    error.stack = (error.stack ?? '').replace(error.message, () => message);
    error.message = message;
    throw error;
  }
}

async function failureOf(steps: readonly Step[]): Promise<{ account: Account; error: Error } | undefined> {
  const account = new Account();
  try {
    await play(steps, account, waitMs);
    return undefined;
  } catch (error) {
    return { account, error: error as Error };
  }
}
