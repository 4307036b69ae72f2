import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Planning } from '../../config/config';
import { joined, same, type Text } from '../../config/language';
import { endpoints } from '../../schemas';
import { unavailableToReaders } from '../doctor/unavailable';
import { askingFirst, choose, type Choice } from './choose';
import { costOf, countedIn, spareOf, total, type Cost, type Costs, type PlannedCase } from './costs';
import { unmeasuredText } from './unmeasured';

/** Where the measured costs of every case are kept. */
export const costsFile = join(__dirname, 'costs.json');

/** The measured costs of every case; empty before the first measurement. */
export function readCosts(): Costs {
  return existsSync(costsFile) ? (JSON.parse(readFileSync(costsFile, 'utf8')) as Costs) : {};
}

/** What a run is going to call, in numbers and as a text for the terminal. */
export interface Forecast extends Choice {
  readonly cost: Cost;
  readonly counted: number;
  /** Counted calls that are kept back for what a tenant may spoil. */
  readonly spare: number;
  readonly text: Text;
}

/**
 * Forecasts the run that `plan` asks for. Cases that are asked for by name are taken whatever the profile, or the night, would leave out.
 * @param unmeasured what has no cost yet: the text says so.
 */
export function forecast(
  plan: Planning,
  all: readonly PlannedCase[],
  named: readonly PlannedCase[] = [],
  unmeasured: readonly string[] = [],
): Forecast {
  const isByName = named.length > 0;
  const { profile } = isByName ? ({ profile: 'full' } as const) : plan;
  const choice = choose(isByName ? named : all, profile, plan.budget, plan.night);
  const bill = billOf(plan, choice.cases);
  const head = isByName ? { en: 'asked for by name', zh: '点名的用例' } : headOf(plan);
  const taken = {
    en: `${head.en}: ${choice.cases.length} of ${all.length} cases`,
    zh: `${head.zh}：全部 ${all.length} 条用例中的 ${choice.cases.length} 条`,
  };
  const lines = textOf(taken, plan.budget, choice, bill);
  const text = joined([...lines, ...unmeasuredText(unmeasured)], same('\n'));
  const { cost, asking, spare } = bill;
  return { ...choice, cost, counted: countedIn(cost) + asking, spare, text };
}

function billOf(plan: Planning, cases: readonly PlannedCase[]): Bill {
  return {
    cost: plan.readOnly ? readsOf(costOf(cases)) : costOf(cases),
    asking: plan.asksFirst ? askingFirst(cases) : 0,
    spare: plan.readOnly ? 0 : countedIn(spareOf(cases)),
  };
}

// A run that only reads skips a case where it would write.
function readsOf({ counted, free }: Cost): Cost {
  const writes = unavailableToReaders();
  const reads = (calls: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(calls).filter(([id]) => writes[id] === undefined));
  return { counted: reads(counted), free: reads(free) };
}

interface Bill {
  readonly cost: Cost;
  /** Counted calls that ask first what the tenant grants. */
  readonly asking: number;
  readonly spare: number;
}

const headOf = ({ profile, night }: Planning): Text =>
  profile === 'nightly' ? { en: `nightly, night of ${night}`, zh: `nightly，${night} 夜间` } : same(profile);

function textOf(head: Text, budget: number, choice: Choice, { cost, asking, spare }: Bill): Text[] {
  const sum = total(cost.counted) + total(cost.free) + asking;
  return [
    head,
    { en: ' counted    free', zh: '计入配额  不计入' },
    ...rowsOf(cost).map(same),
    ...(asking > 0
      ? [
          {
            en: `${cell(asking)}          once a day, to ask what the tenant grants`,
            zh: `${cell(asking)}          每天一次，查询租户开通了哪些权限`,
          },
        ]
      : []),
    sumLine(sum, countedIn(cost) + asking, budget),
    ...(spare > 0
      ? [
          {
            en: `${cell(spare)}  in reserve, where a tenant accepts what it has to refuse and spoils what cases look at`,
            zh: `${cell(spare)}  预留，以防租户接受了本该拒绝的请求，弄乱用例要看的数据`,
          },
        ]
      : []),
    ...turnsOf(choice),
  ];
}

function sumLine(sum: number, counted: number, budget: number): Text {
  const isBound = budget < Number.MAX_SAFE_INTEGER;
  const bound = isBound
    ? { en: `the budget is ${budget}`, zh: `预算 ${budget} 次` }
    : { en: 'no budget is set', zh: '没有设预算' };
  return {
    en: `${cell(sum)}  calls, ${counted} of them counted by the monthly quota; ${bound.en}`,
    zh: `${cell(sum)}  次调用，其中 ${counted} 次计入每月配额；${bound.zh}`,
  };
}

const cell = (calls = 0): string => String(calls).padStart(8);

function rowsOf({ counted, free }: Cost): string[] {
  return endpoints
    .filter(({ id }) => counted[id] !== undefined || free[id] !== undefined)
    .map(({ id, title }) => `${cell(counted[id])}${cell(free[id])}  ${id.padEnd(30)} ${title.zh}`);
}

/** In how many nights everything has its turn, in words; nothing where one run takes it all. */
export function turnsOf({ nights, traitNights, rowNights }: Omit<Choice, 'cases'>): Text[] {
  if (nights === 1) return [];
  return [
    {
      en: `At this budget every case that was written by hand has its turn within ${nights} nights,`,
      zh: `按这个预算，手写的用例 ${nights} 个晚上内每条都会轮到，`,
    },
    {
      en: `everything that derived rows vary within ${traitNights}, and every row within ${rowNights}.`,
      zh: `自动生成的用例覆盖的每个参数和取值 ${traitNights} 个晚上内都会轮到，每一条用例则要 ${rowNights} 个晚上。`,
    },
  ];
}
