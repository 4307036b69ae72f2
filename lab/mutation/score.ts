/** A mutant as Stryker's JSON report holds it; lines and columns begin at 1. */
interface Mutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** What matters here of Stryker's JSON report. */
export interface MutationReport {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}

/** A mutant that nothing notices: where it stands and what it puts there. White space counts as one blank. */
interface Survivor {
  readonly file: string;
  readonly line: string;
  readonly mutator: string;
  readonly becomes: string;
}

/** Why it is right that nothing notices a mutant; `times` when one line has several of the kind. */
export interface Argument extends Survivor {
  readonly because: string;
  readonly times?: number;
}

/**
 * How many mutants met which end. The score is Stryker's: of those that could be noticed, the percentage that was; the argued
 * ones count against it.
 */
export interface Tally {
  readonly score: number;
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
  /** How many of the survived and the uncovered are argued. */
  readonly argued: number;
  /** Not tried: it would take effect only while files are loaded, or is the wording of a refusal. */
  readonly ignored: number;
}

/** What is kept of one group's last run: `commit` is what was checked out, `date` the day. */
export interface KeptScore {
  readonly date: string;
  readonly commit: string;
  readonly atLeast: number;
  readonly total: Tally;
  readonly files: Readonly<Record<string, Tally>>;
}

/** What one group of files came to. */
export interface GroupResult {
  readonly total: Tally;
  readonly files: Readonly<Record<string, Tally>>;
  /** Survivors that nobody has argued, with the line on which each stands. */
  readonly open: readonly (Survivor & { readonly at: number })[];
  /** Arguments for mutants of these files that do not survive, or not so often. */
  readonly stale: readonly Argument[];
}

/** Counts what became of the mutants of a report; `args` excuses survivors one by one. */
export function resultOf({ files }: MutationReport, args: readonly Argument[]): GroupResult {
  const excuses = new Map(
    args.filter(({ file }) => file in files).map((arg) => [keyOf(arg), arg.times ?? 1]),
  );
  const open: (Survivor & { at: number })[] = [];
  const tallies = Object.entries(files).map(([file, { source, mutants }]): [string, Tally] => {
    const survivors = mutants.filter(survives).map((mutant) => survivor(file, source, mutant));
    const unexcused = survivors.filter((one) => !excuse(excuses, one));
    open.push(...unexcused);
    return [file, tally(mutants, survivors.length - unexcused.length)];
  });
  const stale = args.filter((arg) => (excuses.get(keyOf(arg)) ?? 0) > 0);
  return { total: sum(tallies.map(([, one]) => one)), files: Object.fromEntries(tallies), open, stale };
}

function survives({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

function survivor(file: string, source: string, { location, mutatorName, replacement }: Mutant) {
  const { line: at } = location.start;
  const line = oneLine(source.split('\n')[at - 1] ?? '');
  return { file, at, line, mutator: mutatorName, becomes: oneLine(replacement ?? '') };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function keyOf({ file, line, mutator, becomes }: Survivor): string {
  return JSON.stringify([file, line, mutator, becomes]);
}

// Takes one excuse, so that an argument excuses only as many as it says.
function excuse(excuses: Map<string, number>, one: Survivor): boolean {
  const left = excuses.get(keyOf(one)) ?? 0;
  if (left > 0) excuses.set(keyOf(one), left - 1);
  return left > 0;
}

function tally(mutants: readonly Mutant[], argued: number): Tally {
  const count = (wanted: string) => mutants.filter(({ status }) => status === wanted).length;
  return scored({
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    noCoverage: count('NoCoverage'),
    argued,
    ignored: count('Ignored'),
  });
}

function sum(tallies: readonly Tally[]): Tally {
  const total = (name: keyof Tally) => tallies.reduce((so, one) => so + one[name], 0);
  return scored({
    killed: total('killed'),
    timeout: total('timeout'),
    survived: total('survived'),
    noCoverage: total('noCoverage'),
    argued: total('argued'),
    ignored: total('ignored'),
  });
}

// Rounded down, so that a score never reaches what it did not.
function scored(counts: Omit<Tally, 'score'>): Tally {
  const noticed = counts.killed + counts.timeout;
  const all = noticed + counts.survived + counts.noCoverage;
  return { score: all === 0 ? 100 : Math.floor((1000 * noticed) / all) / 10, ...counts };
}
