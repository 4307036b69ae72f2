import type { KnownAs, KnownIssue } from '../config/known-issues';
import { causesOf } from './causes';
import { openAfter, type Before, type News } from './news';
import type { Case } from './records/cases';
import { keyOf } from '../runner/planning/costs';
import { day } from './words';

/**
 * What a run says of a known issue. `failing`: it failed as it was known to. `fixed`: it ran and passed, so that the entry has to go. `expired`:
 * it failed after the day up to which that was accepted. `not run`: nobody knows.
 */
export interface JudgedIssue extends KnownIssue {
  readonly state: 'failing' | 'fixed' | 'expired' | 'not run';
}

/** The cases of a run, which began at `startedAt` (ISO 8601): one that fails over a known issue that has not expired gets what is said of it. */
export function withKnownIssues(
  cases: readonly Case[],
  issues: readonly KnownIssue[],
  startedAt: string,
): Case[] {
  const isAbout = aboutIn(cases);
  const inForce = issues.filter((issue) => !isExpired(issue, startedAt));
  return cases.map((each) => {
    const issue = inForce.find((some) => isAbout(some, each));
    return issue === undefined ? each : { ...each, knownIssue: saidOf(issue) };
  });
}

/**
 * Tells what became of each known issue in a run, which began at `startedAt` (ISO 8601). A case is fixed when it passed; a cause when no case is
 * open with it any more and one that it was seen in has passed, as far as the runs before on the same tenant are known.
 */
export function judgedIssues(
  issues: readonly KnownIssue[],
  cases: readonly Case[],
  startedAt: string,
  news: News,
  before: Partial<Before> = {},
): JudgedIssue[] {
  const isAbout = aboutIn(cases);
  return issues.map((issue) => {
    if (cases.some((each) => isAbout(issue, each)))
      return { ...issue, state: isExpired(issue, startedAt) ? 'expired' : 'failing' };
    const isFixed =
      issue.case === undefined ? isCauseGone(issue, cases, news, before) : hasPassed(issue, cases);
    return { ...issue, state: isFixed ? 'fixed' : 'not run' };
  });
}

/** Why a known issue makes a run red; nothing where it does not. */
export function redIn(issue: JudgedIssue): string[] {
  const name = issue.cause === undefined ? `«${issue.case ?? ''}»` : `cause ${issue.cause}`;
  if (issue.state === 'fixed')
    return [`the known issue of ${name} is fixed, take it out of the known issues: ${issue.reason}`];
  if (issue.state === 'expired')
    return [
      `the known issue of ${name} has expired on ${issue.expires ?? ''}, and it still fails: ${issue.reason}`,
    ];
  return [];
}

// A case that is blocked fails over the issue of the one that it waited for.
function aboutIn(cases: readonly Case[]): (issue: KnownIssue, failed: Case) => boolean {
  const causeOf = new Map(
    causesOf(cases).flatMap(({ id, cases: of }) => of.map((each) => [keyOf(each), id])),
  );
  return (issue, { status, title, file, blockedBy }) =>
    status === 'failed' &&
    (issue.case === undefined
      ? causeOf.get(keyOf({ title, file })) === issue.cause
      : issue.case === title || issue.case === blockedBy);
}

// It holds up to the end of its last day, on the clock of this machine.
const isExpired = ({ expires }: KnownIssue, startedAt: string): boolean =>
  expires !== undefined && day(startedAt) > expires;

function saidOf({ reason, link, owner, since, expires }: KnownIssue): KnownAs {
  return {
    reason,
    ...(link === undefined ? {} : { link }),
    ...(owner === undefined ? {} : { owner }),
    ...(since === undefined ? {} : { since }),
    ...(expires === undefined ? {} : { expires }),
  };
}

const hasPassed = (issue: KnownIssue, cases: readonly Case[]): boolean =>
  cases.some(({ title, status }) => title === issue.case && status === 'passed');

function isCauseGone(
  { cause }: KnownIssue,
  cases: readonly Case[],
  news: News,
  { open = [], past = [] }: Partial<Before>,
): boolean {
  if (openAfter(news).some((failure) => failure.cause === cause)) return false;
  const seen = [...past.flatMap((run) => run.open), ...open].filter((failure) => failure.cause === cause);
  const places = new Set(seen.map(keyOf));
  return cases.some((each) => each.status === 'passed' && places.has(keyOf(each)));
}
