import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Planning } from '../config/config';
import { endpoints } from '../schemas';
import { choose, type Choice } from './choose';
import { countedCalls, totalCost, type Cost, type Costs, type PlannedCase } from './costs';

/** Where the measured costs of every case are kept. */
export const costsFile = join(__dirname, 'costs.json');

/** The measured costs of every case; empty before the first measurement. */
export function readCosts(): Costs {
  return existsSync(costsFile) ? (JSON.parse(readFileSync(costsFile, 'utf8')) as Costs) : {};
}

/** What a run is going to call, in numbers and as a text for the terminal. */
export interface Forecast extends Choice {
  readonly total: Cost;
  readonly counted: number;
  readonly text: string;
}

/** Forecasts the run that `plan` asks for. */
export function forecast(plan: Planning, all: readonly PlannedCase[]): Forecast {
  const choice = choose(all, plan.profile, plan.budget, plan.night);
  const total = totalCost(choice.cases);
  const counted = countedCalls(total);
  return { ...choice, total, counted, text: textOf(plan, all.length, choice, total) };
}

function textOf(
  { profile, budget, night }: Planning,
  of: number,
  { cases, nights }: Choice,
  total: Cost,
): string {
  const rows = endpoints
    .filter(({ id }) => total[id] !== undefined)
    .map(({ id, counted, title }) => {
      const calls = String(total[id]).padStart(8);
      return `${calls}  ${counted ? 'counted' : 'free   '}  ${id.padEnd(30)} ${title.zh}`;
    });
  const sum = Object.values(total).reduce((calls, more) => calls + more, 0);
  const bound = budget === Number.MAX_SAFE_INTEGER ? 'no budget is set' : `the budget is ${budget}`;
  return [
    `${profile}${profile === 'nightly' ? `, night of ${night}` : ''}: ${cases.length} of ${of} cases`,
    ...rows,
    `${String(sum).padStart(8)}  calls, ${countedCalls(total)} of them counted by the monthly quota; ${bound}`,
    ...(nights > 1 ? [`At this budget every case has its turn within ${nights} nights.`] : []),
  ].join('\n');
}
