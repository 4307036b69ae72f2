// Stryker disable StringLiteral: the words of a page; logic is not left out.
import type { Language } from '../config/language';
import type { KnownCause } from './history';
import type { News } from './news';
import { sayIn } from './pages/page-words';
import { quotaText } from './quota-report';
import type { Summary } from './summary';
import type { ToldUnfinished } from './unfinished';
import {
  causeInWords,
  countedInWords,
  day,
  duration,
  knownInWords,
  moment,
  newsInWords,
  plural,
  tenantText,
  unfinishedInWords,
} from './words';

/** What the terminal says at the end of a run, in one language. What cases, causes and tenants say themselves stays as it was recorded. */
interface Says {
  readonly label: (name: keyof typeof labels) => string;
  readonly verdict: (verdict: Summary['verdict']) => string;
  /** Of a run that has started. */
  readonly headline: (summary: Summary) => string;
  readonly killed: (run: ToldUnfinished) => string;
  readonly known: (cause: KnownCause) => string[];
  readonly cause: (cause: KnownCause) => string;
  readonly first: (title: string, id: string) => string;
  readonly more: (causes: number) => string;
  readonly skip: (count: number, reason: string) => string;
  readonly findings: (count: number) => string;
  readonly news: (news: News, before: string) => string;
  readonly calls: (summary: Summary) => string;
  readonly quota: (quota: Summary['quota']) => string;
  readonly lost: (why: string) => string;
}

const some =
  (open: string, close: string, between: string) => (counts: readonly (readonly [number, string])[]) => {
    const told = counts
      .filter(([count]) => count > 0)
      .map(([count, what]) => what.replace('#', String(count)));
    return told.length > 0 ? open + told.join(between) + close : '';
  };
const inEnglish = some(' (', ')', ', ');
const inChinese = some('（', '）', '，');

const english: Says = {
  label: (name) => name,
  verdict: (verdict) => verdict.toUpperCase(),
  headline: (summary) => {
    const { total, failed, skipped, blocked, known, notSelected } = summary.totals;
    const of = inEnglish([
      [blocked, '# blocked'],
      [known, '# known'],
    ]);
    const others = inEnglish([[notSelected, '# others not selected']]);
    return `${plural(total - notSelected, 'case')}, ${failed} failed${of}, ${skipped - notSelected} skipped in ${duration(summary.durationMs)} on ${tenantText(summary).en}${others}`;
  },
  killed: unfinishedInWords,
  known: knownInWords,
  cause: causeInWords,
  first: (title, id) => `; first «${title}» (cause ${id})`,
  more: (causes) => `${plural(causes, 'cause')} more, in the report`,
  skip: (count, reason) => `${count}: ${reason}`,
  findings: (count) => `${count}, listed in the report`,
  news: (news, before) => `${day(before)}: ${newsInWords(news)}`,
  calls: (summary) => `${summary.calls.total} sent, of which ${countedInWords(summary)}`,
  quota: (quota) => quotaText(quota).en,
  lost: (why) => `not told: ${why}`,
};

const labels = {
  ...{
    problem: '问题',
    missing: '缺失',
    'to fix': '待处理',
    killed: '被终止',
    left: '残留',
    failed: '失败',
    known: '已知',
  },
  ...{ skipped: '跳过', findings: '发现', since: '较上次', calls: '调用', quota: '配额' },
  ...{ chat: '群消息', reports: '报告' },
};

const chinese: Says = {
  label: (name) => labels[name],
  // The word of the documentation and of summary.json stands beside, for whoever searches a log for it.
  verdict: (verdict) => `${sayIn('zh')(`verdict.${verdict}`)} ${verdict.toUpperCase()}`,
  headline: (summary) => {
    const { total, failed, skipped, blocked, known, notSelected } = summary.totals;
    const of = inChinese([
      [blocked, '# 条受阻'],
      [known, '# 条为已知问题'],
    ]);
    const others = inChinese([[notSelected, '另有 # 条未选中']]);
    return `共 ${total - notSelected} 条用例，失败 ${failed} 条${of}，跳过 ${skipped - notSelected} 条，用时 ${duration(summary.durationMs)}，${tenantText(summary).zh}${others}`;
  },
  killed: ({ run, startedAt, heardOf, running: [first = '无', ...others] }) =>
    `${day(startedAt)} 的运行 ${run} 没有跑完；当时正在执行：${first}${others.length > 0 ? `，以及另外 ${others.length} 条` : ''}；最后一次有记录是在 ${moment(heardOf)}`,
  known: ({ knownIssue: issue }) => {
    if (issue === undefined) return [];
    const more = [issue.owner, issue.link, issue.expires && `${issue.expires} 到期`].filter(Boolean);
    return [`已知问题：${issue.reason}${more.length > 0 ? `（${more.join('，')}）` : ''}`];
  },
  cause: ({ cases, blocked, isNew, since, nights, flaky }) =>
    [
      `${cases.length} 条用例${inChinese([[blocked, '其中 # 条受阻']])}`,
      isNew ? '新出现' : `${day(since)} 起${nights > 1 ? `，连续 ${nights} 晚` : ''}`,
      ...(flaky ? [`时好时坏：${flaky.of} 次运行中失败 ${flaky.failed} 次`] : []),
    ].join('，'),
  first: (title, id) => `；第一条：«${title}»（原因 ${id}）`,
  more: (causes) => `另有 ${causes} 个原因，见报告`,
  skip: (count, reason) => `${count} 条：${reason}`,
  findings: (count) => `${count} 项，见报告`,
  news: ({ new: added, still, notRun, fixed }, before) => {
    const counts = inChinese([
      [added.length, '新增 # 条'],
      [still.length, '仍失败 # 条'],
      [notRun.length, '未再运行 # 条'],
      [fixed.length, '已修复 # 条'],
    ]);
    return `与 ${day(before)} 相比：${counts.slice(1, -1)}`;
  },
  calls: ({ target, calls }) =>
    `发出 ${calls.total} 次，${target === 'live' ? '计入' : '在真实租户上会计入'}每月配额 ${calls.counted} 次`,
  quota: (quota) => quotaText(quota).zh,
  lost: (why) => `没有发出：${why}`,
};

/** The words of the end of a run. */
export const verdictSays: Record<Language, Says> = { en: english, zh: chinese };
