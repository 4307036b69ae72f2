import { aTrial } from './testing';
import { judged, lacksAnswers } from './no-answer';
import type { Trial } from './trial';

const lost = 'Case a: got no answer from 127.0.0.1:7001: no answer within 10000 ms';

function trialWith(messages: readonly string[]): Trial {
  const trial = aTrial(
    'wrong',
    Object.fromEntries(messages.map((_, place) => [`a.spec.ts ${place}`, 'failed'])),
  );
  return {
    ...trial,
    outcomes: trial.outcomes.map((outcome, place) => ({ ...outcome, message: messages[place] ?? '' })),
  };
}

describe('calls without an answer', () => {
  it.each([
    { messages: [lost], undecided: true, failed: 0 },
    { messages: [lost, 'expected something else'], undecided: false, failed: 1 },
    { messages: ['expected something else'], undecided: false, failed: 1 },
  ])('leave $failed of the failures $messages', ({ messages, undecided, failed }) => {
    const trial = judged(trialWith(messages));

    expect('undecided' in trial).toBe(undecided);
    expect(trial.outcomes.filter(({ status }) => status === 'failed')).toHaveLength(failed);
  });

  it('are a reason to run a job again', () => {
    expect([lacksAnswers(trialWith([lost])), lacksAnswers(trialWith(['expected']))]).toEqual([true, false]);
  });
});
