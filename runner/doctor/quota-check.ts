import { printedLimit } from '../../client/quota';
import { allowanceOf, raisedOn, unlimited } from '../../config/edition';
import { same, type Text } from '../../config/language';
import { refusalText, refusedAs, unsure, well, wrong, type Check, type Evidence } from './check';
import { consoleAt } from './console';

/** The counted calls of a month that the tenant itself prints in its refusal; undefined where it prints none. */
export function learntLimit(evidence: Evidence): number | undefined {
  return refusedAs(evidence, 'quota')
    .map(({ body }) => printedLimit(JSON.stringify(body)))
    .find((limit) => limit !== undefined);
}

/** Whether calls are left, and where to look how many. */
export function quotaCheck(evidence: Evidence): Check {
  const name = 'quota';
  const [refused] = refusedAs(evidence, 'quota');
  if (refused) return wrong(name, usedUp(evidence, refusalText(refused)), todo);
  const isCounted = evidence.probes.some(
    ({ endpoint, outcome }) => outcome === 'answered' && endpoint.counted,
  );
  return isCounted
    ? well(name, {
        en: `not used up. ${editions.en} How much is left stands under ${consoleAt.usage.en}`,
        zh: `还有剩余。${editions.zh}剩余次数见 ${consoleAt.usage.zh}`,
      })
    : unsure(name, {
        en: `no counted call was answered. ${editions.en}`,
        zh: `没有计入配额的调用得到响应。${editions.zh}`,
      });
}

const before = inThousands(allowanceOf('standard', '2026-01-01').perMonth);
const since = allowanceOf('standard', raisedOn);
const ai = allowanceOf('ai', raisedOn);

const editions: Text = {
  en:
    `A standard organisation has ${inThousands(since.perMonth)} calls a month since ${raisedOn} (${before} before) at ${since.perSecond} a second, ` +
    `an AI edition ${ai.perMonth === unlimited ? 'no monthly limit' : inThousands(ai.perMonth)} at ${ai.perSecond} (read once, in September 2026; DINGTALK_EDITION says which).`,
  zh:
    `标准版自 ${raisedOn} 起每月 ${inThousands(since.perMonth)} 次（之前 ${before} 次）、每秒 ${since.perSecond} 次；` +
    `AI 版${ai.perMonth === unlimited ? '不限月调用量' : `每月 ${inThousands(ai.perMonth)} 次`}、每秒 ${ai.perSecond} 次（仅见于 2026 年 9 月的一份公告；版本用 DINGTALK_EDITION 指定）。`,
};

const todo: Text = {
  en:
    `wait for the next month or buy more calls, and see who makes them: ${consoleAt.usage.en}. ` +
    'Where the limit is another than the edition has, set SUITE_MONTHLY_QUOTA',
  zh: `等到下个月或购买更多额度，并看看是谁在调用：${consoleAt.usage.zh}。实际额度与版本不一致时，设置 SUITE_MONTHLY_QUOTA`,
};

function usedUp(evidence: Evidence, text: string): Text {
  const limit = learntLimit(evidence);
  if (limit === undefined) return same(text);
  return {
    en: `${text} (this tenant has ${inThousands(limit)} calls a month)`,
    zh: `${text}（这个租户每月 ${inThousands(limit)} 次）`,
  };
}

function inThousands(calls: number): string {
  return calls.toLocaleString('en-US');
}
