import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../client/exchange';
import { joined, type Text } from '../config/language';
import { costOf, costOfCalls, keyOf, plannedCases, total, type Costs } from '../runner/planning/costs';
import { callsPerStory, storiesFile } from '../runner/planning/story-cost';
import { endpoints } from '../schemas';
import type { Case } from './records/cases';
import { notSelected } from './records/results';

/** Calls that the monthly quota counts, and calls that it does not. */
interface Both {
  readonly counted: number;
  readonly free: number;
}

/** Calls as they were planned and as they were made. */
interface Entry {
  readonly planned: Both;
  readonly made: Both;
}

/** What a run was planned to call and what it called, random stories left out: what those call is another number each time. */
export interface QuotaTotals extends Entry {
  /** How many counted calls more than planned were made, as a percentage of the plan; absent where none were planned. */
  readonly differencePercent?: number;
  /** The counted calls of the random stories: as many as they may be at most, and as they were; absent where none were played. */
  readonly stories?: { readonly atMost: number; readonly made: number };
}

/** `quota.json`: the same for each endpoint. */
export interface QuotaReport {
  readonly totals: QuotaTotals;
  readonly perEndpoint: Readonly<Record<string, Entry>>;
  /** Cases of the run that the plan does not know: their calls were not planned. */
  readonly unplanned: readonly string[];
}

/**
 * Compares the calls of a run with what its cases were planned to call; a case that the run was asked to leave out is in neither.
 * @param exchanges every call of the run, also those that belong to no case.
 * @param played how many random stories were asked for.
 * @param asked the counted calls that were planned to ask first what the tenant grants; they belong to no endpoint of the plan.
 */
export function quotaReportOf(
  costs: Costs,
  cases: readonly Case[],
  exchanges: readonly Exchange[],
  played = 0,
  asked = 0,
): QuotaReport {
  const taken = cases.filter(
    ({ file, reason }) => file !== storiesFile && reason?.startsWith(notSelected) !== true,
  );
  const known = new Map(plannedCases(costs, 0).map((each) => [keyOf(each), each]));
  const planned = costOf(taken.flatMap((each) => known.get(keyOf(each)) ?? []));
  const told = cases.filter(({ file }) => file === storiesFile).flatMap((each) => each.exchanges);
  const made = costOfCalls(exchanges.filter((exchange) => !told.includes(exchange)));
  const called = endpoints.filter(({ id }) =>
    [planned, made].some(({ counted, free }) => (counted[id] ?? 0) + (free[id] ?? 0) > 0),
  );
  const plan = { counted: total(planned.counted) + asked, free: total(planned.free) };
  const run = { counted: total(made.counted), free: total(made.free) };
  const of = (id: string, { counted, free }: typeof planned): Both => ({
    counted: counted[id] ?? 0,
    free: free[id] ?? 0,
  });
  return {
    totals: {
      planned: plan,
      made: run,
      ...differenceOf(plan.counted, run.counted),
      ...(told.length === 0 ? {} : { stories: storiesOf(told, played) }),
    },
    perEndpoint: Object.fromEntries(
      called.map(({ id }) => [id, { planned: of(id, planned), made: of(id, made) }]),
    ),
    unplanned: taken.map(keyOf).filter((key) => !known.has(key)),
  };
}

function differenceOf(planned: number, made: number): Pick<QuotaTotals, 'differencePercent'> {
  return planned === 0 ? {} : { differencePercent: Math.round(((made - planned) / planned) * 1000) / 10 };
}

function storiesOf(told: readonly Exchange[], played: number): NonNullable<QuotaTotals['stories']> {
  return { atMost: played * callsPerStory, made: told.filter(({ counted }) => counted).length };
}

/** In a line, as `planned 34, made 34 (+0 %)`. */
export const quotaInWords = (quota: QuotaTotals): string => quotaText(quota).en;

/** The same for the user of a command. */
export function quotaText({ planned, made, differencePercent: percent, stories }: QuotaTotals): Text {
  const difference = percent === undefined ? '' : `${percent < 0 ? '' : '+'}${percent} %`;
  const main = {
    en: `planned ${planned.counted} counted calls, made ${made.counted}${difference && ` (${difference})`}`,
    zh: `计划 ${planned.counted} 次计入配额的调用，实际 ${made.counted} 次${difference && `（${difference}）`}`,
  };
  if (stories === undefined) return main;
  const ofStories = {
    en: `random stories made ${stories.made}, planned ${stories.atMost} at most`,
    zh: `随机场景调用 ${stories.made} 次，计划最多 ${stories.atMost} 次`,
  };
  return joined([main, ofStories]);
}

/** Writes `quota.json`. */
export function writeQuotaReport(reportsDir: string, run: string, quota: QuotaReport): void {
  writeFileSync(join(reportsDir, 'quota.json'), `${JSON.stringify({ run, ...quota }, null, 2)}\n`);
}
