import type { Text } from '../../config/language';

/** The counted calls of a month: what the tenant has, what others have made, and what our own runs have made. */
export interface MonthOfCalls {
  readonly quota: number;
  readonly used: number;
  readonly ours: number;
}

// Assumed: the quota is renewed at the beginning of a month in Beijing. The docs say of it only that it is monthly.
const beijingMs = 8 * 3_600_000;

/** The beginning of the month, in Beijing, that a moment falls into; both in epoch milliseconds. */
export function startOfMonth(at: number): number {
  const there = new Date(at + beijingMs);
  return Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), 1) - beijingMs;
}

/** The calls that are left of the month; below zero where there were too many. */
export const monthLeft = ({ quota, used, ours }: MonthOfCalls): number => quota - used - ours;

/** A sentence for the terminal. */
export const monthText = (month: MonthOfCalls): Text =>
  month.quota >= Number.MAX_SAFE_INTEGER
    ? {
        en: `Nothing limits the counted calls of a month here (DINGTALK_EDITION=ai); this suite has made ${month.ours} in this one.`,
        zh: `这里不限制每月的调用次数（DINGTALK_EDITION=ai）；本套件本月已调用 ${month.ours} 次。`,
      }
    : {
        en: `Of the ${month.quota} counted calls of this month others have made ${month.used} (SUITE_MONTHLY_USED) and this suite ${month.ours}, so ${monthLeft(month)} are left.`,
        zh: `本月的调用额度是 ${month.quota} 次：其他程序已用 ${month.used} 次（SUITE_MONTHLY_USED），本套件已用 ${month.ours} 次，还剩 ${monthLeft(month)} 次。`,
      };
