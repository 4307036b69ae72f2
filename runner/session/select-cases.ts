import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/config';
import { UserError, type Text } from '../../config/language';
import { absentFrom } from '../../config/optional';
import { tenantName } from '../../config/tenant-name';
import { cachedLimit } from '../doctor/capability-cache';
import { costOf, endpointsOf, keyOf, plannedCases, type PlannedCase } from '../planning/costs';
import { forecast, readCosts } from '../planning/forecast';
import { casesNamed, isNamed, type Named } from '../planning/named';
import { monthLeft, monthText, startOfMonth } from '../planning/month';
import { unmeasuredIn } from '../planning/unmeasured';
import { countedSince } from '../../reporting/verdicts';

/** The cases that a run takes. */
export interface Selection {
  /** A file with their keys; absent where Jest takes all that it is asked for. */
  readonly file?: string;
  /** The spec files that they stand in; none where the run is about all. */
  readonly specs: readonly string[];
  /** The ids of the endpoints that they call. */
  readonly endpoints: ReadonlySet<string>;
}

/**
 * Chooses the cases of a run. The forecast of a live run is printed before anything is sent. What is asked for by name is taken whatever the
 * profile, or the night, would leave out, as long as the budget reaches.
 * @throws UserError when the forecast is over budget, or over what is left of the month.
 */
export function select(config: Config, named: Named, say: (text: Text) => void): Selection {
  const absent = config.target === 'live' ? absentFrom(config.tenant) : [];
  const costs = readCosts();
  const all = plannedCases(costs, config.stories.count, absent);
  // Of a spec that was never measured nothing is known.
  const wanted = isNamed(named) ? casesNamed(all, named) : [];
  const { cases, counted, text } = forecast(config, all, wanted, unmeasuredIn(costs));
  if (config.target === 'live') say(text);
  if (counted > config.budget) throw new UserError(overBudget(config.budget, counted, wanted.length));
  if (config.target === 'live') checkMonth(config, counted, say);
  const selection = { endpoints: new Set(endpointsOf(costOf(cases))), specs: filesOf(cases) };
  if (isNamed(named)) return { ...selection, specs: filesOf(wanted) };
  if (config.profile === 'full') return { ...selection, specs: [] };
  const file = join(config.reportsDir, 'raw', 'selection.json');
  mkdirSync(join(config.reportsDir, 'raw'), { recursive: true });
  writeFileSync(file, JSON.stringify(cases.map(keyOf)));
  return { ...selection, file };
}

const filesOf = (cases: readonly PlannedCase[]): string[] => [...new Set(cases.map(({ file }) => file))];

const overBudget = (budget: number, counted: number, named: number): Text =>
  named > 0
    ? {
        en: `The ${named} cases that you have named would make ${counted} counted calls, and the budget is ${budget}. Name fewer, or raise SUITE_BUDGET.`,
        zh: `点名的 ${named} 条用例需要 ${counted} 次计入配额的调用，预算是 ${budget} 次。请减少用例，或调高 SUITE_BUDGET。`,
      }
    : {
        en: `The run would make ${counted} counted calls, and its budget is ${budget}. Raise SUITE_BUDGET, or choose a smaller SUITE_PROFILE.`,
        zh: `这次运行需要 ${counted} 次计入配额的调用，预算是 ${budget} 次。请调高 SUITE_BUDGET，或选择更小的 SUITE_PROFILE。`,
      };

function checkMonth(config: Config, counted: number, say: (text: Text) => void): void {
  const since = startOfMonth(Date.now());
  const place = { reportsDir: config.reportsDir, tenant: tenantName(config) };
  const { used, quota, isSet } = config.month;
  // What the tenant itself has printed is surer than what its edition is said to have.
  const learnt = isSet ? undefined : cachedLimit(place, new Date().toISOString());
  const month = {
    quota: learnt ?? quota,
    used,
    ours: countedSince(place.reportsDir, place.tenant, since),
  };
  say(monthText(month));
  if (counted > monthLeft(month)) {
    const left = Math.max(0, monthLeft(month));
    const { en, zh } = monthText(month);
    throw new UserError({
      en: `The run would make ${counted} counted calls, and ${left} are left of this month: ${en} Wait for the next month, or correct SUITE_MONTHLY_QUOTA or SUITE_MONTHLY_USED.`,
      zh: `这次运行需要 ${counted} 次计入配额的调用，本月只剩 ${left} 次：${zh}请等到下个月，或更正 SUITE_MONTHLY_QUOTA、SUITE_MONTHLY_USED。`,
    });
  }
}
