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

  it('tells of a child that died as of a failed case', async () => {
    const pool = new Pool(starting((child) => setImmediate(() => child.emit('exit', 1, null))).start, limits);

    expect((await pool.run(job)).outcomes).toMatchObject([
      { status: 'failed', message: expect.stringContaining('(1)') as string },
    ]);
  });

  it('ends a job that takes too long', async () => {
    const pool = new Pool(starting(() => undefined).start, limits);

    expect((await pool.run(job)).outcomes).toMatchObject([{ message: 'The run did not end within 0.05 s.' }]);
  });
});
