// Stryker disable StringLiteral: the words of a message; logic is not left out.
import type { Language } from '../../config/language';
import type { News } from '../news';
import { sayIn } from '../pages/page-words';
import type { Summary } from '../summary';
import { verdictSays } from '../verdict-words';
import {
  countedInWords,
  day,
  duration,
  failedInWords,
  newsInWords,
  plural,
  tenantText,
  verdictWords,
} from '../words';

/** What the message of a night says in one language; what cases, causes and tenants say themselves stays as it was recorded. */
interface Says {
  readonly title: (verdict: Summary['verdict']) => string;
  readonly headline: (summary: Summary) => string;
  readonly notStarted: (summary: Summary) => string;
  readonly compared: (expected: string | undefined, got: string | undefined) => string;
  readonly cause: (id: string) => string;
  readonly list: (name: 'notRun' | 'fixed' | 'skipped', count: number) => string;
  readonly since: (day: string) => string;
  readonly news: (news: News, before: string, hasFailed: boolean) => string;
  readonly more: (count: number) => string;
  readonly calls: (summary: Summary, budget: number) => string;
  readonly reports: string;
}

const lists = { notRun: 'Not run again', fixed: 'Fixed', skipped: 'Skipped' };
const listsInChinese = { notRun: '未再运行', fixed: '已修复', skipped: '跳过' };

// A run without a bound has none to tell.
const isBound = (budget: number): boolean => budget !== Number.MAX_SAFE_INTEGER;

const english: Says = {
  title: (verdict) => `DingTalk API suite: ${verdictWords[verdict].toLowerCase()}`,
  headline: (summary) => {
    const { total, passed, notSelected } = summary.totals;
    const counts = `${passed} passed, ${failedInWords(summary)}, ${summary.skips.length} skipped`;
    return `${plural(total - notSelected, 'case')}: ${counts} in ${duration(summary.durationMs)} on ${tenantText(summary).en}, profile ${summary.profile}.`;
  },
  notStarted: (summary) =>
    `The run could not start on ${tenantText(summary).en}, profile ${summary.profile}.`,
  compared: (expected, got) =>
    [expected && `expected ${expected}`, got && `got ${got}`].filter(Boolean).join(', '),
  cause: (id) => `cause ${id}`,
  list: (name, count) => `**${lists[name]} (${count})**`,
  since: (from) => `, since ${from}`,
  news: (news, before, hasFailed) => {
    const nothing = hasFailed ? 'nothing is new' : 'nothing failed then or now';
    return `Since ${day(before)}: ${newsInWords(news) || nothing}.`;
  },
  more: (count) => `and ${count} more, in the reports`,
  calls: (summary, budget) =>
    `${countedInWords(summary)}${isBound(budget) ? ` of a budget of ${budget}` : ''}, ${summary.calls.total} sent.`,
  reports: 'Reports',
};

const chinese: Says = {
  // The robot's keyword may be DingTalk.
  title: (verdict) => `DingTalk API 测试：${sayIn('zh')(`verdict.${verdict}`)}`,
  headline: (summary) => {
    const { total, passed, failed, known, notSelected } = summary.totals;
    const ofKnown = known > 0 ? `（其中 ${known} 条为已知问题）` : '';
    const counts = `通过 ${passed} 条，失败 ${failed} 条${ofKnown}，跳过 ${summary.skips.length} 条`;
    return `共 ${total - notSelected} 条用例：${counts}，用时 ${duration(summary.durationMs)}，${tenantText(summary).zh}，档位 ${summary.profile}。`;
  },
  notStarted: (summary) => `运行没能开始：${tenantText(summary).zh}，档位 ${summary.profile}。`,
  compared: (expected, got) =>
    [expected && `期望 ${expected}`, got && `实际 ${got}`].filter(Boolean).join('，'),
  cause: (id) => `原因 ${id}`,
  list: (name, count) => `**${listsInChinese[name]}（${count}）**`,
  since: (from) => `，${from} 起`,
  news: (news, before, hasFailed) => {
    const nothing = hasFailed ? '没有新的失败' : '两次都没有失败';
    return `${newsInWords(news) === '' ? `与 ${day(before)} 相比：${nothing}` : verdictSays.zh.news(news, before)}。`;
  },
  more: (count) => `另有 ${count} 项，见报告`,
  calls: (summary, budget) =>
    `${verdictSays.zh.calls(summary)}${isBound(budget) ? `，预算 ${budget} 次` : ''}。`,
  reports: '报告',
};

/** The words of the message of a night. */
export const chatSays: Readonly<Record<Language, Says>> = { en: english, zh: chinese };
