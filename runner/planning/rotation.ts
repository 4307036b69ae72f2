import { countedIn, keyOf, type PlannedCase } from './costs';
import { inParts, ownCost, roundsOfAll, turnsForAll } from './derived';

/** What is taken as a whole: one case, or of the derived rows of a file one turn after the other, week by week. */
interface Unit {
  readonly key: string;
  readonly turns: readonly (readonly PlannedCase[])[];
  /** Counted calls of the dearest turn without what it shares, and of each thing that any turn shares with other cases of the file. */
  readonly own: number;
  readonly shared: readonly (readonly [name: string, counted: number])[];
}

type Night = readonly Unit[];

// However much a night may take, there is no need to ask the same every night.
const fewestNights = 5;

// A round of the derived rows of a file may take this many weeks.
const mostParts = 8;

/**
 * Divides cases among nights, so that none costs more than `budget` counted calls and every case has its turn within as many nights as
 * there are: at least five, a working week. Derived rows give way: a round of them takes several weeks where that makes room. What cases of a file
 * share is paid once a night, so a night takes as much of one file as it can. A unit that alone is over budget gets a night of its own.
 */
export function nightsOf(cases: readonly PlannedCase[], budget: number): Night[] {
  const ways = Array.from({ length: mostParts }, (_, index) => {
    const files = unitsByFile(cases, index + 1).sort((a, b) => weight(b) - weight(a));
    return { files, least: leastNights(files.flat(), budget) };
  });
  for (let count = fewestNights; ; count += 1) {
    for (const { files } of ways.filter(({ least }) => least <= count)) {
      const nights = divided(files, count, budget);
      if (nights) return nights;
    }
  }
}

// Fewer nights cannot hold what the units cost each for itself; one that is over budget has a night of its own.
const leastNights = (units: readonly Unit[], budget: number): number =>
  Math.ceil(units.reduce((sum, { own }) => sum + Math.min(own, budget), 0) / budget);

/** The cases of a night: of the derived rows of a file the turn that this week has. */
export function casesOn(night: Night, week: number): PlannedCase[] {
  return night.flatMap(({ key, turns }) => turns[(week + shift(key)) % turns.length] ?? []);
}

// So that not all files have their first turn in the same week: of two ways of asking, half of the endpoints are asked in each.
const shift = (key: string): number => Array.from(key).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/** Weeks until every row of every derived group has had its turn. */
export function weeksOf(nights: readonly Night[]): number {
  return Math.max(1, ...nights.flat().map(({ turns }) => turns.length));
}

/** Weeks until everything that the rows of derived groups vary has occurred. */
export function traitWeeksOf(nights: readonly Night[]): number {
  return Math.max(1, ...nights.flat().map(({ turns }) => turnsForAll(turns)));
}

function unitsByFile(cases: readonly PlannedCase[], parts: number): Unit[][] {
  const files = new Map<string, Map<string, PlannedCase[]>>();
  for (const each of cases) {
    const units = files.get(each.file) ?? new Map<string, PlannedCase[]>();
    const key = each.group === undefined ? keyOf(each) : each.file;
    files.set(each.file, units.set(key, [...(units.get(key) ?? []), each]));
  }
  return [...files.values()].map((units) =>
    [...units].map(([key, rows]) => aUnit(key, rows, parts)).sort(dearestFirst),
  );
}

function aUnit(key: string, rows: readonly PlannedCase[], parts: number): Unit {
  const turns = inParts(roundsOfAll(rows), parts);
  const shared = new Map(
    rows.flatMap(({ file, shared: used }) =>
      Object.entries(used).map(([name, cost]) => [`${file} ${name}`, countedIn(cost)] as const),
    ),
  );
  return { key, turns, own: Math.max(0, ...turns.map(ownCost)), shared: [...shared] };
}

const dearestFirst = (a: Unit, b: Unit): number => weight([b]) - weight([a]) || (a.key < b.key ? -1 : 1);

// The dearest turn of each unit, and once whatever any of them may share.
function weight(units: readonly Unit[]): number {
  const shared = new Map(units.flatMap((unit) => unit.shared));
  return [...units.map(({ own }) => own), ...shared.values()].reduce((sum, calls) => sum + calls, 0);
}

function divided(files: readonly Unit[][], count: number, budget: number): Night[] | undefined {
  const nights: Unit[][] = Array.from({ length: count }, () => []);
  for (const units of files) {
    let rest = [...units];
    while (rest.length > 0) {
      const night = nightFor(nights, rest, budget);
      const taken = whatFits(night, rest, budget);
      if (taken.length === 0) return undefined;
      night.push(...taken);
      rest = rest.filter((unit) => !taken.includes(unit));
    }
  }
  return nights;
}

// The fullest that still takes all of them, else the emptiest.
function nightFor(nights: readonly Unit[][], units: readonly Unit[], budget: number): Unit[] {
  const weighed = nights.map((night) => ({ night, calls: weight(night) }));
  const byWeight = weighed.sort((a, b) => a.calls - b.calls).map(({ night }) => night);
  return byWeight.findLast((night) => weight([...night, ...units]) <= budget) ?? byWeight[0] ?? [];
}

function whatFits(night: readonly Unit[], units: readonly Unit[], budget: number): Unit[] {
  const taken: Unit[] = [];
  for (const unit of units) {
    const isAlone = night.length + taken.length === 0;
    if (isAlone || weight([...night, ...taken, unit]) <= budget) taken.push(unit);
  }
  return taken;
}
