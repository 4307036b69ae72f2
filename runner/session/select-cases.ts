import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/config';
import { absentFrom } from '../../config/optional';
import { tenantName } from '../../config/tenant-name';
import { cachedLimit } from '../doctor/capability-cache';
import { costOf, endpointsOf, keyOf, plannedCases, type PlannedCase } from '../planning/costs';
import { forecast, readCosts } from '../planning/forecast';
import { monthLeft, monthText, startOfMonth } from '../planning/month';
import { countedSince } from '../../reporting/verdicts';

/** The cases that a run takes. */
export interface Selection {
  /** A file with their keys, and the spec files that they stand in; absent where the run takes them all. */
  readonly chosen?: { readonly file: string; readonly specs: readonly string[] };
  /** The ids of the endpoints that they call. */
  readonly endpoints: ReadonlySet<string>;
}

/**
 * Chooses the cases of a run. The forecast of a live run is printed before anything is sent.
 * @param parameters Jest's: whoever names spec files gets those.
 * @throws an Error when the forecast is over budget, or over what is left of the month.
 */
export function select(
  config: Config,
  parameters: readonly string[],
  say: (text: string) => void,
): Selection {
  const absent = config.target === 'live' ? absentFrom(config.tenant) : [];
  const { cases, counted, text } = forecast(config, plannedCases(readCosts(), config.stories.count, absent));
  if (config.target === 'live') say(text);
  if (counted > config.budget) {
    throw new Error(
      `The run would make ${counted} counted calls, and its budget is ${config.budget}. Raise SUITE_BUDGET, or choose a smaller SUITE_PROFILE.`,
    );
  }
  if (config.target === 'live') checkMonth(config, counted, say);
  const selection = { endpoints: endpointsAbout(cases, parameters) };
  if (config.profile === 'full') return selection;
  const file = join(config.reportsDir, 'raw', 'selection.json');
  mkdirSync(join(config.reportsDir, 'raw'), { recursive: true });
  writeFileSync(file, JSON.stringify(cases.map(keyOf)));
  return { ...selection, chosen: { file, specs: [...new Set(cases.map((each) => each.file))] } };
}

function endpointsAbout(cases: readonly PlannedCase[], parameters: readonly string[]): Set<string> {
  const named = cases.filter(({ file }) => parameters.some((parameter) => file.includes(parameter)));
  return new Set(endpointsOf(costOf(named.length > 0 ? named : cases)));
}

function checkMonth(config: Config, counted: number, say: (text: string) => void): void {
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
    throw new Error(
      `The run would make ${counted} counted calls, and ${Math.max(0, monthLeft(month))} are left of this month: ${monthText(month)} Wait for the next month, or correct SUITE_MONTHLY_QUOTA or SUITE_MONTHLY_USED.`,
    );
  }
}
