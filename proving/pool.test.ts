import { EventEmitter } from 'node:events';
import { Pool, type Start } from './pool';
import type { Job } from './trial';

type Answer = (child: EventEmitter, job: Job) => void;

const job = { fault: 'wrong', files: ['a.spec.ts'] };
const answering =
  (memory: number): Answer =>
  (child, given) =>
    setImmediate(() => child.emit('message', { trial: { job: given, outcomes: [], durationMs: 1 }, memory }));

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

  it('takes a run that could not start for a failed case', async () => {
    const answer: Answer = (child) => setImmediate(() => child.emit('message', { problem: 'no token' }));

    expect((await new Pool(starting(answer).start, limits).run(job)).outcomes).toMatchObject([
      { status: 'failed', message: 'no token' },
    ]);
  });

  it.each<[string, string, Answer]>([
    ['died', '(1)', (child) => setImmediate(() => child.emit('exit', 1, null))],
    ['hung', 'within 0.05 s', () => undefined],
  ])('tries a job again whose child %s, and then says nothing of the tenant', async (_, reason, answer) => {
    const { start, started } = starting(answer);

    const trial = await new Pool(start, limits).run(job);

    expect(trial).toMatchObject({ outcomes: [], undecided: expect.stringContaining(reason) as string });
    expect(started()).toBe(2);
  });
});
