import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { judged, lacksAnswers } from './no-answer';
import type { Job, Trial } from './trial';

/**
 * What came of a job: a trial; a `problem` where the child says itself that the run could not start, which it does on an honest tenant;
 * `undecided` where the child died or hung. The latter two say nothing of the fault.
 */
type Answer =
  | { readonly trial: Trial; readonly memory: number }
  | { readonly problem: string }
  | { readonly undecided: string };

/** How the pool starts a child; a test gives its own. */
export type Start = () => Pick<ChildProcess, 'on' | 'once' | 'send' | 'kill' | 'removeAllListeners'>;

const startChild: Start = () =>
  fork(join(__dirname, 'child.ts'), [], {
    execArgv: ['--require', 'tsx/cjs'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });

interface Limits {
  /** A child that has grown beyond these bytes is replaced: Jest keeps something of every file. */
  readonly memory: number;
  /** A job that takes longer is ended, and tried once more. */
  readonly jobMs: number;
}

const usualLimits: Limits = { memory: 1_200_000_000, jobMs: 300_000 };

/** Runs jobs in processes that live on between them: starting Jest anew takes longer than most jobs. */
export class Pool {
  readonly #start: Start;
  readonly #limits: Limits;
  readonly #idle: ReturnType<Start>[] = [];

  constructor(start: Start = startChild, limits: Limits = usualLimits) {
    this.#start = start;
    this.#limits = limits;
  }

  /** Runs one job, and once more where nothing came of it or calls got no answer; never rejects. */
  async run(job: Job): Promise<Trial> {
    const startedAt = Date.now();
    const first = await this.#attempt(job);
    const answer = 'trial' in first && !lacksAnswers(first.trial) ? first : await this.#attempt(job);
    if ('trial' in answer) return judged(answer.trial);
    const undecided = 'problem' in answer ? answer.problem : answer.undecided;
    return { job, outcomes: [], undecided, durationMs: Date.now() - startedAt };
  }

  async #attempt(job: Job): Promise<Answer> {
    const child = this.#idle.pop() ?? this.#start();
    const answer = await answerOf(child, job, this.#limits.jobMs);
    const isUsable = 'trial' in answer && answer.memory < this.#limits.memory;
    if (isUsable) this.#idle.push(child);
    else child.kill('SIGKILL');
    return answer;
  }

  /** Ends the children that wait for a job. */
  close(): void {
    for (const child of this.#idle.splice(0)) child.kill('SIGKILL');
  }
}

function answerOf(child: ReturnType<Start>, job: Job, jobMs: number): Promise<Answer> {
  return new Promise((done) => {
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeAllListeners('exit');
      done(answer);
    };
    const timer = setTimeout(() => {
      finish({ undecided: `The run did not end within ${jobMs / 1000} s.` });
    }, jobMs);
    child.once('message', (answer) => {
      finish(answer as Answer);
    });
    child.once('exit', (code, signal) => {
      finish({ undecided: `The process of the run ended (${String(code ?? signal)}).` });
    });
    child.send(job);
  });
}
