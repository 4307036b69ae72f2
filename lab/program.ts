import { spawn } from 'node:child_process';
import { environment } from '../config/environment';
import { nodeRuns } from '../config/root';

/** A program with its parameters. */
export type Program = readonly [command: string, ...parameters: string[]];

/** The command of ours with that name, such as `test`. */
export const script = (name: string, ...parameters: readonly string[]): Program => [
  process.execPath,
  ...nodeRuns(`runner/commands/${name}.ts`, parameters),
];

/** Where a program runs, and for how long at most. */
export interface Place {
  readonly folder: string;
  /** Besides those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** Sends the signal (SIGKILL unless given) to it and its children as soon as that holds. */
  readonly endedBy?: () => boolean;
  readonly signal?: NodeJS.Signals;
}

/** How a program ended: the status is null where a signal ended it, or there is no such program. */
export interface Ended {
  readonly status: number | null;
  /** What it printed, both streams. */
  readonly out: string;
  /** Whether it took too long. */
  readonly isLate: boolean;
}

/** Runs a program to its end, which comes after the given time at the latest, for its children too. It never rejects. */
export function run(
  [command, ...parameters]: Program,
  { folder, env, seconds, endedBy = () => false, signal = 'SIGKILL' }: Place,
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: folder,
      env: { ...environment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let out = '';
    const endsAt = Date.now() + seconds * 1000;
    const end = (status: number | null): void => {
      clearInterval(watch);
      const isLate = Date.now() > endsAt;
      resolve({ status, out: isLate ? `${out}\nstill running after ${seconds} s` : out, isLate });
    };
    let isAsked = false;
    const watch = setInterval(() => {
      if (Date.now() > endsAt) signalGroup(child.pid, 'SIGKILL');
      else if (!isAsked && endedBy()) {
        isAsked = true;
        signalGroup(child.pid, signal);
      }
    }, 20);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.once('error', ({ message }) => {
      out += message;
      end(null);
    });
    child.once('close', end);
  });
}

function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (group !== undefined) process.kill(-group, signal);
  } catch {
    // It has ended meanwhile.
  }
}

/** Runs programs one after the other until one fails. @throws an Error that names it, with the last lines that it printed. */
export async function runAll(programs: readonly Program[], place: Place): Promise<void> {
  for (const program of programs) {
    const { status, out } = await run(program, place);
    if (status !== 0) throw new Error(`${program.slice(0, 3).join(' ')}: ${lastLines(out)}`);
  }
}

/** What an error says. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The end of what a program printed, as one line. */
export function lastLines(out: string): string {
  const lines = out.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-3).join(' / ').slice(-300);
}
