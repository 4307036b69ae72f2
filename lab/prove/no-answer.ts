import type { CaseOutcome, Trial } from './trial';

// A busy machine does that to any tenant: whoever got no answer has noticed nothing.
const noAnswer = /got no answer from|fetch failed|Exceeded timeout|The case took too long/;

const isUnanswered = ({ status, message = '' }: CaseOutcome): boolean =>
  status === 'failed' && noAnswer.test(message);

/** Whether a case of the trial failed for want of an answer. */
export function lacksAnswers({ outcomes }: Trial): boolean {
  return outcomes.some(isUnanswered);
}

/** The trial in which those cases count as not run; it is undecided where no other case failed. */
export function judged(trial: Trial): Trial {
  const [lost] = trial.outcomes.filter(isUnanswered);
  if (!lost) return trial;
  const outcomes = trial.outcomes.map((outcome) =>
    isUnanswered(outcome) ? { ...outcome, status: 'skipped' as const } : outcome,
  );
  if (outcomes.some(({ status }) => status === 'failed')) return { ...trial, outcomes };
  return { ...trial, outcomes, undecided: `${lost.title}: ${lost.message ?? ''}` };
}
