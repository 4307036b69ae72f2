import type { Text } from './language';
import { oneOf, type Environment } from './variables';

/** What the organisation has bought, as far as its limits depend on it. */
export type Edition = 'standard' | 'ai';

/** What an edition allows: counted calls of all its apps in a month, and calls of one app to one API in a second. */
export interface Allowance {
  readonly perMonth: number;
  readonly perSecond: number;
}

/** Stands for no monthly limit. */
export const unlimited = Number.MAX_SAFE_INTEGER;

/** The day on which the standard edition got more calls. */
export const raisedOn = '2026-10-21';

/**
 * What an edition allows on a day, such as `2026-11-22`. Documented, but read in one copy of one page only
 * (open.dingtalk.com/document/connection/notice-announcement, 2026-09-23); the page about throttling of 2026-05 has 5,000 calls still.
 */
export function allowanceOf(edition: Edition, day: string): Allowance {
  if (edition === 'ai') return { perMonth: unlimited, perSecond: 60 };
  return { perMonth: day < raisedOn ? 5_000 : 10_000, perSecond: 20 };
}

/** The edition that the environment names; `standard` where it names none. */
export function readEdition(env: Environment, problems: Text[]): Edition {
  return oneOf(env, 'DINGTALK_EDITION', ['standard', 'ai'], 'standard', problems);
}
