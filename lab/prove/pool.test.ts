import { EventEmitter } from 'node:events';
import { Pool, type Start } from './pool';
import type { Job } from './trial';

type Answer = (child: EventEmitter, job: Job) => void;

const job = { fault: 'wrong', files: ['a.spec.ts'] };
const answering =
  (memory: number): Answer =>
  (child, given) =>
    setImmediate(() => child.emit('message', { trial: { job: given, outcomes: [], durationMs: 1 }, memory }));

const unanswered: Answer = (child, given) => {
  const outcome = { file: 'a.spec.ts', title: 'a', status: 'failed', message: 'got no answer from nowhere' };
  const trial = { job: given, outcomes: [outcome], durationMs: 1 };
  setImmediate(() => child.emit('message', { trial, memory: 100 }));
};

function starting(answer: Answer): { start: Start; started: () => number } {
  let count = 0;
  const start = (): ReturnType<Start> => {
    count += 1;
    const child = new EventEmitter();
    return Object.assign(child, {
      send: (given: Job) => {
        answer(child, given);
        return true;
      },
      kill: () => true,
    }) as unknown as ReturnType<Start>;
  };
  return { start, started: () => count };
}

const limits = { memory: 100, jobMs: 50 };

describe('pool', () => {
  it.each([
    { memory: 99, children: 1 },
    { memory: 101, children: 2 },
  ])(
    'uses $children children for two jobs when the first has grown to $memory',
    async ({ memory, children }) => {
      const { start, started } = starting(answering(memory));
      const pool = new Pool(start, limits);

      await pool.run(job);
      await pool.run(job);

      expect(started()).toBe(children);
    },
  );

  it.each<[string, string, Answer]>([
    ['died', '(1)', (child) => setImmediate(() => child.emit('exit', 1, null))],
    ['hung', 'within 0.05 s', () => undefined],
    [
      'could not start',
      'no token',
      (child) => setImmediate(() => child.emit('message', { problem: 'no token' })),
    ],
    ['got no answers', 'no answer', unanswered],
  ])('tries a job again whose child %s, and then says nothing of the tenant', async (_, reason, answer) => {
    const { start, started } = starting(answer);

    const trial = await new Pool(start, limits).run(job);

    expect(trial).toMatchObject({ undecided: expect.stringContaining(reason) as string });
    expect(started()).toBe(2);
  });
});
