import { costOf, countedIn, type PlannedCase } from './costs';
import { leftOutOf, nightsFrom, scheduleOf, type Schedule } from './choose';
import { turnsOf } from './forecast';

/** A week of nights in numbers and as a text for the terminal. */
export interface Week {
  readonly text: string;
  /** What is wrong with the schedule, one each: a night over budget, a case that no night takes. */
  readonly problems: readonly string[];
  /** In how many nights every case that was written by hand has its turn. */
  readonly nights: number;
}

const week = 7;

/** Plans the seven nights from `first` on, each with so many counted calls at most, and says what has its turn in them. */
export function planWeek(all: readonly PlannedCase[], budget: number, first: string): Week {
  const schedule = scheduleOf(all, budget);
  const nights = nightsFrom(first, week).map((night) => {
    const cases = schedule.on(night);
    return { night, cases, counted: countedIn(costOf(cases)) };
  });
  const never = leftOutOf(all, schedule, { first, count: schedule.rowNights, rows: true });
  const problems = [
    ...nights
      .filter(({ counted }) => counted > budget)
      .map(({ night, counted }) => `the night of ${night} makes ${counted} counted calls`),
    ...never.map((what) => `no night takes ${what}`),
  ];
  const text = [
    ...nights.map(line),
    calls(nights, budget),
    ...turnsInWeek(all, schedule, nights, first),
    ...turnsOf(schedule),
  ];
  return { text: text.join('\n'), problems, nights: schedule.nights };
}

interface PlannedNight {
  readonly night: string;
  readonly cases: readonly PlannedCase[];
  readonly counted: number;
}

function line({ night, cases, counted }: PlannedNight): string {
  const files = [...new Set(cases.filter((each) => countedIn(costOf([each])) > 0).map(({ file }) => file))];
  const names = files.map(brief).join(', ');
  return `${night}  ${String(counted).padStart(4)} counted calls  ${String(cases.length).padStart(4)} cases  ${names}`;
}

const brief = (file: string): string => file.replace('specs/', '').replace('.spec.ts', '');

function calls(nights: readonly PlannedNight[], budget: number): string {
  const sum = nights.reduce((made, { counted }) => made + counted, 0);
  return `The week makes ${sum} counted calls, at most ${budget} a night.`;
}

function turnsInWeek(
  all: readonly PlannedCase[],
  schedule: Schedule,
  nights: readonly PlannedNight[],
  first: string,
): string[] {
  const taken = new Set(nights.flatMap(({ cases }) => cases));
  const isRow = ({ group }: PlannedCase): boolean => group !== undefined;
  const share = (some: readonly PlannedCase[]): string =>
    `${some.filter((each) => taken.has(each)).length} of ${some.length}`;
  const own = all.filter((each) => !isRow(each));
  const waiting = [...new Set(own.filter((each) => !taken.has(each)).map(({ file }) => brief(file)))];
  const varied = leftOutOf(all.filter(isRow), schedule, { first, count: week });
  return [
    `In it ${share(all)} cases run: ${share(own)} that were written by hand, and ${share(all.filter(isRow))} rows of derived groups,`,
    varied.length === 0
      ? 'with everything that these vary.'
      : `without ${varied.length} of the values and parameters that these vary.`,
    ...(waiting.length === 0 ? [] : [`Later weeks take cases of ${waiting.join(', ')}.`]),
  ];
}
