import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Planning } from '../../config/config';
import { endpoints } from '../../schemas';
import { askingFirst, choose, type Choice } from './choose';
import { costOf, countedIn, spareOf, total, type Cost, type Costs, type PlannedCase } from './costs';

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
  readonly text: string;
}

/** Forecasts the run that `plan` asks for. Cases that are asked for by name are taken whatever the profile, or the night, would leave out. */
export function forecast(
  plan: Planning,
  all: readonly PlannedCase[],
  named: readonly PlannedCase[] = [],
): Forecast {
  const isByName = named.length > 0;
  const { profile } = isByName ? ({ profile: 'full' } as const) : plan;
  const choice = choose(isByName ? named : all, profile, plan.budget, plan.night);
  const cost = costOf(choice.cases);
  const asking = plan.asksFirst ? askingFirst(choice.cases) : 0;
  const spare = countedIn(spareOf(choice.cases));
  const head = isByName ? 'asked for by name' : headOf(plan);
  const text = textOf(`${head}: ${choice.cases.length} of ${all.length} cases`, plan.budget, choice, {
    cost,
    asking,
    spare,
  });
  return { ...choice, cost, counted: countedIn(cost) + asking, spare, text };
}

interface Bill {
  readonly cost: Cost;
  /** Counted calls that ask first what the tenant grants. */
  readonly asking: number;
  readonly spare: number;
}

const headOf = ({ profile, night }: Planning): string =>
  profile === 'nightly' ? `nightly, night of ${night}` : profile;

function textOf(head: string, budget: number, choice: Choice, { cost, asking, spare }: Bill): string {
  const sum = total(cost.counted) + total(cost.free) + asking;
  const bound = budget === Number.MAX_SAFE_INTEGER ? 'no budget is set' : `the budget is ${budget}`;
  return [
    head,
    ` counted    free`,
    ...rowsOf(cost),
    ...(asking > 0
      ? [`${String(asking).padStart(8)}          once a day, to ask what the tenant grants`]
      : []),
    `${String(sum).padStart(8)}  calls, ${countedIn(cost) + asking} of them counted by the monthly quota; ${bound}`,
    ...(spare > 0
      ? [
          `${String(spare).padStart(8)}  in reserve, where a tenant accepts what it has to refuse and spoils what cases look at`,
        ]
      : []),
    ...turnsOf(choice),
  ].join('\n');
}

function rowsOf({ counted, free }: Cost): string[] {
  const cell = (calls = 0): string => String(calls).padStart(8);
  return endpoints
    .filter(({ id }) => counted[id] !== undefined || free[id] !== undefined)
    .map(({ id, title }) => `${cell(counted[id])}${cell(free[id])}  ${id.padEnd(30)} ${title.zh}`);
}

/** In how many nights everything has its turn, in words; nothing where one run takes it all. */
export function turnsOf({ nights, traitNights, rowNights }: Omit<Choice, 'cases'>): string[] {
  if (nights === 1) return [];
  return [
    `At this budget every case that was written by hand has its turn within ${nights} nights,`,
    `everything that derived rows vary within ${traitNights}, and every row within ${rowNights}.`,
  ];
}
