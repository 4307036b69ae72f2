import { joined, same, type Text } from '../../config/language';
import { costOf, countedIn, type PlannedCase } from './costs';
import { leftOutOf, nightsFrom, scheduleOf, type Schedule } from './choose';
import { turnsOf } from './forecast';

/** A week of nights in numbers and as a text for the terminal. */
export interface Week {
  readonly text: Text;
  /** What is wrong with the schedule, one each: a night over budget, a case that no night takes. */
  readonly problems: readonly Text[];
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
    ...nights.filter(({ counted }) => counted > budget).map(tooDear),
    ...never.map((what) => ({ en: `no night takes ${what}`, zh: `没有哪一晚轮到 ${what}` })),
  ];
  const text = [
    ...nights.map(line),
    calls(nights, budget),
    ...turnsInWeek(all, schedule, nights, first),
    ...turnsOf(schedule),
  ];
  return { text: joined(text, same('\n')), problems, nights: schedule.nights };
}

const tooDear = ({ night, counted }: PlannedNight): Text => ({
  en: `the night of ${night} makes ${counted} counted calls`,
  zh: `${night} 夜间需要 ${counted} 次计入配额的调用`,
});

interface PlannedNight {
  readonly night: string;
  readonly cases: readonly PlannedCase[];
  readonly counted: number;
}

function line({ night, cases, counted }: PlannedNight): Text {
  const files = [...new Set(cases.filter((each) => countedIn(costOf([each])) > 0).map(({ file }) => file))];
  const names = files.map(brief).join(', ');
  const [calls, many] = [counted, cases.length].map((count) => String(count).padStart(4));
  return {
    en: `${night}  ${calls} counted calls  ${many} cases  ${names}`,
    zh: `${night}  ${calls} 次计入配额的调用  ${many} 条用例  ${names}`,
  };
}

const brief = (file: string): string => file.replace('specs/', '').replace('.spec.ts', '');

function calls(nights: readonly PlannedNight[], budget: number): Text {
  const sum = nights.reduce((made, { counted }) => made + counted, 0);
  return {
    en: `Seven nights make ${sum} counted calls, at most ${budget} a night.`,
    zh: `七个晚上共 ${sum} 次计入配额的调用，每晚最多 ${budget} 次。`,
  };
}

function turnsInWeek(
  all: readonly PlannedCase[],
  schedule: Schedule,
  nights: readonly PlannedNight[],
  first: string,
): Text[] {
  const taken = new Set(nights.flatMap(({ cases }) => cases));
  const isRow = ({ group }: PlannedCase): boolean => group !== undefined;
  const share = (some: readonly PlannedCase[]): Text => {
    const many = some.filter((each) => taken.has(each)).length;
    return { en: `${many} of ${some.length}`, zh: `${many}/${some.length}` };
  };
  const own = all.filter((each) => !isRow(each));
  const waiting = [...new Set(own.filter((each) => !taken.has(each)).map(({ file }) => brief(file)))];
  const varied = leftOutOf(all.filter(isRow), schedule, { first, count: week }).length;
  const [whole, byHand, rows] = [share(all), share(own), share(all.filter(isRow))];
  return [
    {
      en: `In it ${whole.en} cases run: ${byHand.en} that were written by hand, and ${rows.en} rows of derived groups,`,
      zh: `其中会跑 ${whole.zh} 条用例：手写的 ${byHand.zh} 条，自动生成的 ${rows.zh} 条；`,
    },
    leftOut(varied),
    ...(waiting.length === 0 ? [] : [later(waiting)]),
  ];
}

const leftOut = (varied: number): Text =>
  varied === 0
    ? { en: 'with everything that these vary.', zh: '自动生成的用例覆盖的参数和取值这一周全部轮到。' }
    : {
        en: `without ${varied} of the values and parameters that these vary.`,
        zh: `自动生成的用例覆盖的参数和取值中，有 ${varied} 个这一周轮不到。`,
      };

const later = (files: readonly string[]): Text => ({
  en: `Later weeks take cases of ${files.join(', ')}.`,
  zh: `以后几周再轮到的用例属于 ${files.join('、')}。`,
});
