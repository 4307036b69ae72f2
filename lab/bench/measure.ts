import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { environment } from '../../config/environment';

/** A command to measure, as a shell would start it, and where. */
export interface Command {
  readonly line: string;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a command took with all the processes that it started: seconds of processor and of wall time, megabytes at the highest moment. */
interface Cost {
  readonly cpu: number;
  readonly wall: number;
  /** Memory is read where Linux tells it, else it is 0. */
  readonly peak: number;
}

/** A cost, and the megabytes of the largest process of each kind, at its highest moment. */
export interface Measured extends Cost {
  readonly largest: Readonly<Record<Kind, number>>;
}

// By what stands in the command line of a process.
const kinds = {
  worker: /processChild\.js/,
  Jest: /waiting-jest\.cjs|bin\/jest\.js/,
  command: /runner\/commands\//,
  Allure: /readDirectory/,
} as const;

/** A worker of Jest, Jest itself, the command that starts it and writes the reports, or Allure. */
type Kind = keyof typeof kinds;

const everyMs = 100;

/**
 * Runs a command to its end and measures it.
 * @throws an Error with the end of what it printed when it does not exit with 0.
 */
export async function costOf({ line, cwd, env = {} }: Command): Promise<Measured> {
  // Bash counts the processor time of every process that was waited for, which Node cannot.
  const timed = `TIMEFORMAT='bench %R %U %S'; time { ${line} ; } 2>&1`;
  const child = spawn('bash', ['-c', timed], {
    cwd,
    env: { ...environment(), DINGTALK_TARGET: 'emulator', ...env },
    detached: true,
  });
  let [printed, peak] = ['', 0];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-4000);
    });
  const largest = { worker: 0, Jest: 0, command: 0, Allure: 0 };
  const watch = setInterval(() => {
    const sizes = memoryOf(child.pid ?? 0);
    peak = Math.max(
      peak,
      sizes.reduce((sum, [, size]) => sum + size, 0),
    );
    for (const [kind, size] of sizes) if (kind) largest[kind] = Math.max(largest[kind], size);
  }, everyMs);
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(watch);
  const [, wall, user, system] = /bench ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(printed) ?? [];
  if (status !== 0 || wall === undefined) throw new Error(`${line} did not pass:\n${printed.slice(-800)}`);
  return { cpu: Number(user) + Number(system), wall: Number(wall), peak, largest };
}

/** The resident memory of each process of a group, in megabytes; shared pages count for each. */
function memoryOf(group: number): (readonly [Kind | undefined, number])[] {
  return processes().flatMap((pid) => {
    try {
      const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
      const fields = rest.split(' ');
      const size = Math.round((Number(fields[21]) * 4096) / 1e6);
      return Number(fields[2]) === group ? [[kindOf(pid), size] as const] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

function kindOf(pid: string): Kind | undefined {
  const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].test(line));
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The middle one of some figures, or the lower of the two in the middle. */
export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? 0;

/** How two commands compare: the medians of the ratios of pairs, run in turn, so that a machine that slows down slows both. */
export interface Comparison {
  readonly ratio: Cost;
  /** The least and the greatest ratio of processor time: how far noise goes. */
  readonly spread: readonly [least: number, most: number];
  readonly ours: Cost;
  readonly theirs: Cost;
}

/** Runs two commands in turn, so many times, after each was run once uncounted. */
export async function compared(ours: Command, theirs: Command, pairs: number): Promise<Comparison> {
  await costOf(ours);
  await costOf(theirs);
  const costs: (readonly [Cost, Cost])[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    // The first of a pair may find the machine warmer: they take turns.
    const isOursFirst = pair % 2 === 0;
    const first = await costOf(isOursFirst ? ours : theirs);
    const second = await costOf(isOursFirst ? theirs : ours);
    costs.push(isOursFirst ? [first, second] : [second, first]);
  }
  const middle = (side: 0 | 1): Cost => ofEach((key) => median(costs.map((pair) => pair[side][key])));
  const ratios = costs.map(([one, other]) => one.cpu / other.cpu);
  return {
    ratio: ofEach((key) => median(costs.map(([one, other]) => one[key] / (other[key] || 1)))),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    ours: middle(0),
    theirs: middle(1),
  };
}

const ofEach = (figure: (key: keyof Cost) => number): Cost => ({
  cpu: figure('cpu'),
  wall: figure('wall'),
  peak: figure('peak'),
});
