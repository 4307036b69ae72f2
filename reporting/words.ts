// Stryker disable StringLiteral: the words of a page; logic is not left out.
import type { KnownAs } from '../config/known-issues';
import type { Text } from '../config/language';
import { hostOf, isOnThisMachine } from '../config/host';
import { groupedBy } from './grouped';
import type { KnownCause } from './history';
import type { News } from './news';
import type { Summary, Verdict } from './summary';
import type { ToldUnfinished } from './unfinished';

/** The verdict as a heading. */
export const verdictWords: Record<Verdict, string> = {
  passed: 'Passed',
  partial: 'Partial',
  failed: 'Failed',
  'not started': 'Not started',
  interrupted: 'Interrupted',
};

/** `1 case`, `2 cases`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `840 ms`, `14.2 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 99.95) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(Math.round(seconds) / 60)} min ${Math.round(seconds) % 60} s`;
}

/** A moment on the clock of this machine, as in `2026-08-14 07:30:05 UTC+8`. */
export function moment(iso: string): string {
  const date = new Date(iso);
  const ahead = -date.getTimezoneOffset() / 60;
  const local = new Date(date.getTime() + ahead * 3_600_000).toISOString();
  const zone = ahead === 0 ? 'UTC' : `UTC${ahead > 0 ? '+' : '-'}${Math.abs(ahead)}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)} ${zone}`;
}

/** The day of a moment on the clock of this machine, as in `2026-08-14`. */
export function day(iso: string): string {
  return moment(iso).slice(0, 10);
}

/** `1 new, 2 still failing, 1 fixed`; empty when there is nothing to tell. */
export function newsInWords({ new: added, still, notRun, fixed }: News): string {
  const counts = [
    [added, 'new'],
    [still, 'still failing'],
    [notRun, 'not run again'],
    [fixed, 'fixed'],
  ] as const;
  return counts
    .filter(([failures]) => failures.length > 0)
    .map(([failures, what]) => `${failures.length} ${what}`)
    .join(', ');
}

/** Whose promise is broken, and how: `blackboard/delete: broke its contract`. */
export const causeHeadline = ({ endpoint, what, chain: { calls } }: KnownCause): string =>
  endpoint !== undefined ? `${endpoint}: ${what}` : calls.length > 0 ? `several endpoints: ${what}` : what;

/** What was expected, and what came in its place; nothing where nothing was compared. */
export const comparedIn = ({ expected, got }: KnownCause): string[] => [
  ...(expected === undefined ? [] : [`expected ${expected}`]),
  ...(got === undefined ? [] : [`got ${got}`]),
];

/** `3 failed`, and how many of them over a known issue: `3 failed (2 known)`. */
export const failedInWords = ({ totals: { failed, known } }: Pick<Summary, 'totals'>): string =>
  `${failed} failed${known > 0 ? ` (${known} known)` : ''}`;

/** What is said of a known issue: `known issue: ticket 7 (王主管, https://…, until 2026-12-24)`; nothing where none is known. */
export function knownInWords({ knownIssue }: { readonly knownIssue?: KnownAs | undefined }): string[] {
  if (knownIssue === undefined) return [];
  const { reason, link, owner, expires } = knownIssue;
  const more = [owner, link, expires && `until ${expires}`].filter((text) => text !== undefined);
  return [`known issue: ${reason}${more.length > 0 ? ` (${more.join(', ')})` : ''}`];
}

/** How many cases, since when and how steadily, as in `37 cases (1 blocked), since 2026-11-24, 5 nights in a row`. */
export function causeInWords({ cases, blocked, isNew, since, nights, flaky }: KnownCause): string {
  return [
    `${plural(cases.length, 'case')}${blocked > 0 ? ` (${blocked} blocked)` : ''}`,
    ...(isNew ? ['new'] : [`since ${day(since)}${nights > 1 ? `, ${nights} nights in a row` : ''}`]),
    ...(flaky ? [`flaky: failed in ${flaky.failed} of ${flaky.of} runs`] : []),
  ].join(', ');
}

/** That a run before was killed: `run a1b2c3 of 2026-11-29 did not come to its end; under way: …; last heard of at …`. */
export function unfinishedInWords({ run, startedAt, heardOf, running }: ToldUnfinished): string {
  const [first = 'nothing', ...others] = running;
  const under = others.length === 0 ? first : `${first}, and ${others.length} more`;
  return `run ${run} of ${day(startedAt)} did not come to its end; under way: ${under}; last heard of at ${moment(heardOf)}`;
}

/** Whom the run talked to. */
export function tenantText({ target, urls }: Pick<Summary, 'target' | 'urls'>): Text {
  const host = hostOf(urls.oapi);
  if (target !== 'live') return { en: 'the embedded tenant', zh: '内置模拟租户' };
  return isOnThisMachine(urls.oapi)
    ? {
        en: `a tenant on this machine (${host}), run as a live one`,
        zh: `本机租户（${host}），按真实租户的方式运行`,
      }
    : { en: `the live tenant behind ${host}`, zh: `真实租户 ${host}` };
}

/** The skips by reason, the most frequent first. */
export function skipsByReason({
  skips,
}: {
  readonly skips: readonly { readonly reason: string; readonly title: string }[];
}): [reason: string, titles: string[]][] {
  return [...groupedBy(skips, ({ reason }) => reason)]
    .map(([reason, same]): [string, string[]] => [reason, same.map(({ title }) => title)])
    .sort(([, a], [, b]) => b.length - a.length);
}

/** How many calls the quota counts; on the embedded tenant, where there is none, how many it would count. */
export function countedInWords({ target, calls }: Pick<Summary, 'target' | 'calls'>): string {
  const verb = target === 'live' ? 'counted' : 'would be counted';
  return `${calls.counted} ${verb} by the monthly quota`;
}
