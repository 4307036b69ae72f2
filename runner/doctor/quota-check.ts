import { printedQuota } from '../../client/quota';
import { allowanceOf, raisedOn, unlimited } from '../../config/edition';
import { refusalText, refusedAs, type Check, type Evidence } from './check';
import { consoleAt } from './console';

/** The counted calls of a month that the tenant itself prints in its refusal; undefined where it prints none. */
export function learntLimit(evidence: Evidence): number | undefined {
  return refusedAs(evidence, 'quota')
    .map(({ body }) => printedQuota(JSON.stringify(body))?.limit)
    .find((limit) => limit !== undefined);
}

/** Whether calls are left, and where to look how many. */
export function quotaCheck(evidence: Evidence): Check {
  const name = 'quota';
  const [refused] = refusedAs(evidence, 'quota');
  if (refused) return { name, status: 'problem', seen: usedUp(evidence, refusalText(refused)), todo };
  const isCounted = evidence.probes.some(
    ({ endpoint, outcome }) => outcome === 'answered' && endpoint.counted,
  );
  return isCounted
    ? {
        name,
        status: 'ok',
        seen: `not used up. ${editions} How much is left stands under ${consoleAt.usage}`,
      }
    : { name, status: 'unknown', seen: `no counted call was answered. ${editions}` };
}

const before = allowanceOf('standard', '2026-01-01');
const since = allowanceOf('standard', raisedOn);
const ai = allowanceOf('ai', raisedOn);

const editions =
  `A standard organisation has ${inThousands(since.perMonth)} calls a month since ${raisedOn} (${inThousands(before.perMonth)} before) at ${since.perSecond} a second, ` +
  `an AI edition ${ai.perMonth === unlimited ? 'no monthly limit' : inThousands(ai.perMonth)} at ${ai.perSecond} (read once, in September 2026; DINGTALK_EDITION says which).`;

const todo =
  `wait for the next month or buy more calls, and see who makes them: ${consoleAt.usage}. ` +
  'Where the limit is another than the edition has, set SUITE_MONTHLY_QUOTA';

function usedUp(evidence: Evidence, text: string): string {
  const limit = learntLimit(evidence);
  return limit === undefined ? text : `${text} (this tenant has ${inThousands(limit)} calls a month)`;
}

function inThousands(calls: number): string {
  return calls.toLocaleString('en-US');
}
