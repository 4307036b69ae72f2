import type { Language } from '../../config/language';
import { plural } from '../../reporting/words';
import type { EndpointJudgement, Judgement, Problem, Seen } from './judgement';
import { archivedText } from './records';

const words = {
  en: {
    clean: 'Nothing is broken',
    nothing: 'Nothing could be judged',
    broken: (count: number) => plural(count, 'broken promise'),
    of: (calls: number, judged: number, endpoints: number) =>
      `${plural(calls, 'call')} of ${plural(endpoints, 'endpoint')}, ${plural(judged, 'answer')} judged; nothing was sent`,
    foreign: (calls: number, hosts: number) =>
      `${plural(calls, 'call')} to ${plural(hosts, 'other host')} left out`,
    unknown: (calls: number) => `${plural(calls, 'call')} of DingTalk that no endpoint file describes`,
    recordings: (count: number) => `${plural(count, 'recording')} compared with the endpoint files`,
    counted: (count: number) => `${plural(count, 'call')} would be counted by the monthly quota`,
    columns: ['endpoint', 'calls', 'ok', 'refused', 'broken', 'counted'],
    marks: {
      broken: 'broken',
      noticed: 'noticed',
      request: 'request',
      refused: 'refused',
      archived: 'archived',
    },
    fast: (calls: number, allowed: number) => `${calls} calls in one second, ${allowed} are let through`,
    more: (count: number) => `${count} more, in the report`,
    first: (seen: string) => `at ${seen}`,
  },
  zh: {
    clean: '未发现违约',
    nothing: '没有可判定的响应',
    broken: (count: number) => `发现 ${count} 处违约`,
    of: (calls: number, judged: number, endpoints: number) =>
      `共 ${endpoints} 个接口、${calls} 次调用，判定了 ${judged} 个响应；未发送任何请求`,
    foreign: (calls: number, hosts: number) => `发往其他 ${hosts} 个主机的 ${calls} 次调用不在判定之列`,
    unknown: (calls: number) => `${calls} 次钉钉调用没有对应的接口文件`,
    recordings: (count: number) => `已将 ${count} 个接口录制与接口文件对比`,
    counted: (count: number) => `其中 ${count} 次会计入每月调用量`,
    columns: ['接口', '调用', '成功', '拒绝', '违约', '计量'],
    marks: { broken: '违约', noticed: '留意', request: '请求', refused: '拒绝', archived: '归档' },
    fast: (calls: number, allowed: number) => `一秒内调用 ${calls} 次，上限为 ${allowed} 次`,
    more: (count: number) => `其余 ${count} 条见报告`,
    first: (seen: string) => `位置：${seen}`,
  },
};

// Everything else is in the report.
const most = 12;

/** What the terminal says of a judgement: what is broken first, then what is worth a look, by endpoint. */
export function judgementText(judgement: Judgement, language: Language): string {
  const say = words[language];
  const { calls, judged, endpoints, foreign, unknown, recordings, counted, notes } = judgement;
  const others = unknown.reduce((sum, { count }) => sum + count, 0);
  const lines = [
    `${headline(judgement, say)}: ${say.of(calls, judged, endpoints.length)}`,
    ...(counted > 0 ? [`  ${say.counted(counted)}`] : []),
    ...(recordings > 0 ? [`  ${say.recordings(recordings)}`] : []),
    ...(foreign.calls > 0 ? [`  ${say.foreign(foreign.calls, foreign.hosts)}`] : []),
    ...(others > 0 ? [`  ${say.unknown(others)}`, ...unknown.slice(0, 5).map(unknownLine)] : []),
    ...notes.map((note) => `  ${note}`),
    '',
    ...table(endpoints, say.columns),
    ...section(
      endpoints.flatMap((each) => brokenLines(each, language)),
      say,
    ),
    ...section(noticedLines(endpoints, language), say),
  ];
  return `${lines.join('\n')}\n`;
}

type Words = (typeof words)[Language];

function headline({ endpoints, judged, recordings }: Judgement, say: Words): string {
  const broken = endpoints.reduce((sum, each) => sum + each.broken.length, 0);
  if (broken > 0) return say.broken(broken);
  return judged + recordings > 0 ? say.clean : say.nothing;
}

const unknownLine = ({ what, count }: Seen): string => `    ${what} (${count})`;

function section(entries: readonly string[], say: Words): string[] {
  if (entries.length === 0) return [];
  const rest = entries.length - most;
  return ['', ...entries.slice(0, most), ...(rest > 0 ? [`  ${say.more(rest)}`] : [])];
}

function table(endpoints: readonly EndpointJudgement[], columns: readonly string[]): string[] {
  const [name = '', ...numbers] = columns;
  const width = Math.max(name.length, ...endpoints.map(({ endpoint }) => endpoint.length));
  const row = (first: string, cells: readonly (string | number)[]): string =>
    `  ${first.padEnd(width)}${cells.map((cell) => String(cell).padStart(8)).join('')}`;
  const total = (seen: readonly Seen[]): number => seen.reduce((sum, { count }) => sum + count, 0);
  return [
    row(name, numbers),
    ...endpoints.map((each) =>
      row(each.endpoint, [
        each.calls,
        each.successes,
        total(each.refusals),
        total(each.broken),
        each.counted,
      ]),
    ),
  ];
}

function brokenLines({ endpoint, broken }: EndpointJudgement, language: Language): string[] {
  const say = words[language];
  return broken.map((each) => `  ${say.marks.broken}  ${endpoint}: ${problemText(each, say)}`);
}

function problemText({ what, expected, got, count, places }: Problem, say: Words): string {
  const compared = [
    ...(expected === undefined ? [] : [`- ${expected}`]),
    ...(got === undefined ? [] : [`+ ${got}`]),
  ].map((line) => `\n      ${line}`);
  return `${what} (${count})${compared.join('')}\n      ${say.first(places[0] ?? '')}`;
}

// What a reader can do most about first.
function noticedLines(endpoints: readonly EndpointJudgement[], language: Language): string[] {
  const say = words[language];
  const { marks } = say;
  const seen = ({ what, count, places }: Seen): string => `${what} (${count}; ${say.first(places[0] ?? '')})`;
  const every = (mark: string, texts: (of: EndpointJudgement) => readonly string[]): string[] =>
    endpoints.flatMap((each) => texts(each).map((text) => `  ${mark}  ${each.endpoint}: ${text}`));
  return [
    ...every(marks.noticed, ({ tooFast }) => (tooFast ? [say.fast(tooFast.calls, tooFast.allowed)] : [])),
    ...every(marks.noticed, ({ undocumented, inferred }) => [...undocumented, ...inferred].map(seen)),
    ...every(marks.noticed, ({ notJudged }) => notJudged.map(seen)),
    ...every(marks.request, ({ requests }) => requests.map(seen)),
    ...every(marks.archived, ({ archived }) => (archived ? [archivedText(archived)] : [])),
    ...every(marks.refused, ({ refusals }) =>
      refusals.map((each) => `${seen(each)}\n      ${each.explained}`),
    ),
  ];
}
