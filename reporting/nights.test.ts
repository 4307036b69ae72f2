import { aCase } from './testing/sample';
import { topicNights } from './nights';

describe('A night of the topics', () => {
  it('counts how the cases of each ended, and keeps how slowly its endpoint answered', () => {
    const file = 'specs/flows/stories.spec.ts';
    const cases = [
      aCase(),
      aCase({ status: 'failed' }),
      aCase({ file, status: 'skipped', reason: 'no category' }),
      aCase({ file, status: 'skipped', reason: 'not selected by -t' }),
    ];
    const latency = { answers: 9, medianMs: 1, p95Ms: 7, slowestMs: 9 };
    const latencies = ['blackboard/create', 'token/get'].map((endpoint) => ({ endpoint, ...latency }));

    expect(topicNights(cases, latencies)).toEqual({
      'blackboard/create': [1, 1, 0, 7],
      'flows/stories': [0, 0, 1, null],
      'token/get': [0, 0, 0, 7],
    });
  });
});
