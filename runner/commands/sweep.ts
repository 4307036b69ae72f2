/** `npm run sweep`. */
import { Redactor } from '../../client/redaction/redact';
import { readConfig } from '../../config/config';
import { environment } from '../../config/environment';
import { joined, same, told, type Text } from '../../config/language';
import { peopleKey, secretsIn } from '../../config/secrets';
import { ofTenant } from '../../config/target';
import { commandLine } from '../cli/command-line';
import { flag, whole, word } from '../cli/options';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { tenantIn, tenantLine } from '../cli/tenant-line';
import { words } from '../cli/words';
import { connect } from '../session/connect';
import { keepCalls } from '../session/kept-calls';
import { sweep, type Leftover, type Sweep, type Swept } from '../cleanup/leftovers';

const { values, language } = commandLine({
  command: 'npm run sweep',
  says: {
    en: 'Removes the announcements that earlier runs left on the tenant, which their titles tell by the tag of a run, and nothing else. The tenant is yours where credentials are set, unless DINGTALK_TARGET=emulator.',
    zh: '删除以前运行遗留在租户中的公告（按标题中的运行标记识别），不动其他内容。已配置凭证时针对真实租户，除非设置了 DINGTALK_TARGET=emulator。',
  },
  options: {
    'dry-run': flag({ en: 'only lists them', zh: '只列出，不删除' }),
    days: whole([1, 180], 7, { en: 'how far back it looks', zh: '查看最近多少天' }),
    'older-than-minutes': whole([0, 259_200], 60, {
      en: 'leaves younger ones to the run that may be at work',
      zh: '较新的公告可能属于正在进行的运行，予以保留',
    }),
    all: flag({ en: 'takes the younger ones, too', zh: '较新的也一并删除' }),
    run: word('id', {
      en: 'takes those of this run only: six digits and letters, as in the title',
      zh: '只处理指定运行的公告：标题里的六位字符',
    }),
    live: flag({
      en: 'takes the live tenant whatever DINGTALK_TARGET says',
      zh: '无论 DINGTALK_TARGET 取何值，都针对真实租户',
    }),
    json: flag(words.json),
  },
  examples: [
    ['--dry-run', { en: 'what would be removed?', zh: '看看会删除哪些' }],
    ['--days 30 --all', { en: 'everything of the last 30 days', zh: '最近 30 天的全部遗留' }],
  ],
  statuses: {
    0: { en: 'done', zh: '完成' },
    1: { en: 'something could not be removed', zh: '有未能删除的公告' },
    2: { en: 'it could not start', zh: '无法开始' },
  },
});

const env = ofTenant(environment(), values.live);
const redactor = new Redactor(secretsIn(env), peopleKey(env));
const redact = (text: string): string => redactor.redact(text);

async function main(): Promise<number> {
  const asked = {
    days: values.days,
    olderThanMinutes: values.all ? -Infinity : values['older-than-minutes'],
    run: values.run,
    dryRun: values['dry-run'],
  };
  const config = readConfig(env);
  const tenant = tenantLine(tenantIn(env), language);
  if (!values.json) process.stdout.write(`${redact(tenant)}\n`);
  const connection = await connect(config, redactor);
  const { client, tenant: to, exchanges } = connection;
  const swept = await withProgress(
    language,
    () => looking(exchanges.length),
    () => sweep({ client, operator: to.people.operator }, asked),
  ).finally(() => {
    keepCalls(config, exchanges);
    return connection.close();
  });
  const counted = exchanges.filter((exchange) => exchange.counted).length;
  const calls = { all: exchanges.length, counted };
  const text = values.json
    ? JSON.stringify({ tenant, dryRun: asked.dryRun, ...told(swept, 'en'), calls }, null, 2)
    : lines([sweptText(swept, asked), ending(calls)])[language];
  process.stdout.write(`${redact(text)}\n`);
  return swept.trouble.length > 0 ? 1 : 0;
}

const looking = (calls: number): Text => ({
  en: `looking through announcements, ${calls} calls so far`,
  zh: `正在查看公告，已调用 ${calls} 次`,
});

function sweptText(
  { looked, removed, young, foreign, trouble }: Swept,
  { days, olderThanMinutes, dryRun }: Sweep,
): Text {
  const tooYoung = {
    en: `left alone, younger than ${olderThanMinutes} minutes (--all takes them too)`,
    zh: `条不到 ${olderThanMinutes} 分钟，保留（--all 会一并删除）`,
  };
  const others: readonly (readonly [Text, readonly Text[]])[] = [
    [tooYoung, young.map(inWords)],
    [{ en: 'left alone, for somebody else sent them', zh: '条是别人发的，保留' }, foreign.map(inWords)],
    [{ en: 'failed', zh: '处失败' }, trouble],
  ];
  return lines([
    {
      en: `${looked} announcements of the last ${days} day(s) were looked at.`,
      zh: `已查看最近 ${days} 天的 ${looked} 条公告。`,
    },
    removed.length + trouble.length === 0
      ? nothingToRemove
      : listed(dryRun ? wouldBe : gone, removed.map(inWords)),
    ...others.filter(([, items]) => items.length > 0).map(([what, items]) => listed(what, items)),
  ]);
}

const nothingToRemove: Text = { en: 'No announcement has to be removed.', zh: '没有需要删除的公告。' };

const gone: Text = { en: 'removed', zh: '条已删除' };

const wouldBe: Text = { en: 'would be removed', zh: '条将被删除' };

const lines = (texts: readonly Text[]): Text => joined(texts, same('\n'));

const listed = (what: Text, items: readonly Text[]): Text =>
  lines([
    { en: `${items.length} ${what.en}`, zh: `${items.length} ${what.zh}` },
    ...items.map(({ en, zh }) => ({ en: `  ${en}`, zh: `  ${zh}` })),
  ]);

function inWords({ id, title, createdAt, sender }: Leftover): Text {
  const line = `${new Date(createdAt).toISOString()}  ${id}  ${title}`;
  return sender === undefined ? same(line) : { en: `${line}  by ${sender}`, zh: `${line}  发送人 ${sender}` };
}

const ending = ({ all, counted }: { all: number; counted: number }): Text => ({
  en: `${all} calls were made, ${counted} of them count against the monthly quota.\nReports cannot be deleted through the API: those of earlier runs stay.`,
  zh: `共调用 ${all} 次，其中 ${counted} 次计入每月配额。\n日志无法通过 API 删除，以前运行创建的日志会保留。`,
});

start(main, { redact, outlivesReader: true });
