import { costOf, countedIn, type PlannedCase } from './costs';
import { leftOutOf, nightsFrom, scheduleOf } from './choose';
import { turnsOf } from './forecast';

/** A week of nights in numbers and as a text for the terminal. */
export interface Week {
  readonly text: string;
  /** Why this week does not do what it has to, one each: a night over budget, a case that has no turn. */
  readonly problems: readonly string[];
}

/** Plans the seven nights from `first` on, each with so many counted calls at most, and says whether every case has its turn. */
export function planWeek(all: readonly PlannedCase[], budget: number, first: string): Week {
  const schedule = scheduleOf(all, budget);
  const nights = nightsFrom(first, 7).map((night) => {
    const cases = schedule.on(night);
    return { night, cases, counted: countedIn(costOf(cases)) };
  });
  const left = leftOutOf(all, schedule, { first, count: 7 });
  const rowsLeft = leftOutOf(all, schedule, { first, count: schedule.rowNights, rows: true });
  const problems = [
    ...nights
      .filter(({ counted }) => counted > budget)
      .map(({ night, counted }) => `the night of ${night} makes ${counted} counted calls`),
    ...left.map((what) => `no night of this week takes ${what}`),
    ...rowsLeft.map((what) => `no night takes ${what}`),
  ];
  return {
    text: [...nights.map(line), summary(all, nights, budget), ...turnsOf(schedule)].join('\n'),
    problems,
  };
}

interface PlannedNight {
  readonly night: string;
  readonly cases: readonly PlannedCase[];
  readonly counted: number;
}

function line({ night, cases, counted }: PlannedNight): string {
  const files = [...new Set(cases.filter((each) => countedIn(costOf([each])) > 0).map(({ file }) => file))];
  const names = files.map((file) => file.replace('specs/', '').replace('.spec.ts', '')).join(', ');
  return `${night}  ${String(counted).padStart(4)} counted calls  ${String(cases.length).padStart(4)} cases  ${names}`;
}

function summary(all: readonly PlannedCase[], nights: readonly PlannedNight[], budget: number): string {
  const sum = nights.reduce((calls, { counted }) => calls + counted, 0);
  const rows = all.filter(({ group }) => group !== undefined).length;
  return `The week makes ${sum} counted calls, at most ${budget} a night. The suite has ${all.length} cases, ${rows} of them rows of derived groups.`;
}
