/** `npm run plan`. */
import { nightlyBudget } from '../planning/choose';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlanning, readReportsDir, type Planning } from '../../config/config';
import { environment } from '../../config/environment';
import { UserError, type Text } from '../../config/language';
import { absentIn } from '../../config/optional';
import { ofTenant } from '../../config/target';
import { commandLine } from '../cli/command-line';
import { flag, oneOf, word } from '../cli/options';
import { start } from '../cli/start';
import { tenantIn, tenantLine } from '../cli/tenant-line';
import { keyOf, plannedCases, type Costs, type PlannedCase } from '../planning/costs';
import { costsFile, forecast, readCosts } from '../planning/forecast';
import { measured, type RecordedLine } from '../planning/measure';
import { specFiles } from '../planning/named';
import { planWeek } from '../planning/rotation-text';
import { unmeasuredIn, unmeasuredText } from '../planning/unmeasured';

const { values, language } = commandLine({
  command: 'npm run plan',
  says: {
    en: 'Prints the calls that a run on the tenant would make, per endpoint, and sends nothing. The tenant is yours where credentials are set, unless DINGTALK_TARGET=emulator.',
    zh: '列出在该租户上运行时各接口的调用次数，不发送任何请求。已配置凭证时针对真实租户，除非设置了 DINGTALK_TARGET=emulator。',
  },
  options: {
    profile: oneOf(['smoke', 'nightly', 'full'], undefined, { en: 'of this profile', zh: '指定档位' }),
    night: word('date', { en: 'of the night of this date', zh: '指定日期的夜间任务' }),
    week: flag({
      en: 'of seven nights, from --night on, and what has its turn in them',
      zh: '从 --night 起连续七晚，以及各用例何时轮到',
    }),
    measure: flag({
      en: 'takes the costs from the reports of the last full run',
      zh: '用上次完整运行的报告更新各用例的调用成本',
    }),
    check: flag({
      en: 'fails where the costs do not know the cases of the last run, a night is over budget, or a case is in none',
      zh: '检查成本数据与上次运行的用例是否一致、每晚是否超出预算、是否有用例始终轮不到',
    }),
    json: flag({ en: 'prints one run as JSON', zh: '以 JSON 输出单次运行的计划' }),
  },
  examples: [
    ['', { en: 'the run that the environment asks for', zh: '按当前环境变量的运行' }],
    ['--night 2026-11-22', { en: 'what that night takes', zh: '该晚要运行的用例' }],
    ['--week', { en: 'what a week of nights takes', zh: '一周的安排' }],
  ],
  statuses: {
    0: { en: 'the plan holds', zh: '计划可行' },
    1: { en: 'something is wrong with the plan', zh: '计划有问题' },
    2: { en: 'the environment is wrong', zh: '环境变量有误' },
  },
});

// What the project checks of itself is about no tenant of anybody.
const env = values.check || values.measure ? environment() : ofTenant(environment());

function lastRun(): Costs {
  const raw = join(readReportsDir(env), 'raw');
  const lines = readdirSync(raw)
    .filter((name) => name.startsWith('cases-'))
    .flatMap((name) => readFileSync(join(raw, name), 'utf8').trim().split('\n'));
  return measured(lines.map((line) => JSON.parse(line) as RecordedLine));
}

const unmeasured = (): string[] =>
  unmeasuredIn(readCosts(), existsSync(join(readReportsDir(env), 'raw')) ? lastRun() : {});

// What a run did not take would lose its costs.
function wholeRun(): Costs {
  const costs = lastRun();
  const [first, ...others] = specFiles().filter((file) => costs[file] === undefined);
  if (first === undefined) return costs;
  throw new UserError({
    en: `The last run left out ${first}${others.length > 0 ? ` and ${others.length} more` : ''}: run \`npm test\` without a path or a title first. Nothing was written.`,
    zh: `上次运行没有包含 ${first}${others.length > 0 ? ` 等 ${others.length + 1} 个用例文件` : ''}：请先不带路径和标题运行 \`npm test\`。没有写任何文件。`,
  });
}

// A week as a rule; another endpoint makes the rotation a night longer rather than stopping whoever adds it.
const mostNights = 10;

function check(nights: number): Text[] {
  const known = plannedCases(readCosts(), 1);
  const ran = new Set(plannedCases(lastRun(), 1).map(keyOf));
  const keys = new Set(known.map(keyOf));
  const changed = [...ran, ...keys].filter((key) => keys.has(key) !== ran.has(key));
  return [...changed.slice(0, 1).flatMap(stale), ...(nights > mostNights ? [slow(nights)] : [])];
}

const stale = (key: string): Text[] => [
  {
    en: `runner/planning/costs.json does not know the cases of the last full run, such as "${key}"`,
    zh: `runner/planning/costs.json 与上次完整运行的用例不一致，例如 "${key}"`,
  },
  {
    en: 'after a full `npm test`, run `npm run plan -- --measure` and commit it',
    zh: '完整运行 `npm test` 之后，运行 `npm run plan -- --measure` 并提交结果',
  },
];

const slow = (nights: number): Text => ({
  en: `it takes ${nights} nights until every case has run: see "keep a case cheap" in CONTRIBUTING.md`,
  zh: `要 ${nights} 个晚上才能让每条用例都跑到：见 CONTRIBUTING.md 的 "keep a case cheap"`,
});

// Who names a night asks for that one.
const profileOf = (night: string | undefined): string | undefined =>
  night === undefined ? undefined : 'nightly';

function main(): number {
  if (values.measure) writeFileSync(costsFile, `${JSON.stringify(wholeRun(), null, 1)}\n`);
  const isWeek = values.week || values.check;
  const asked = {
    SUITE_PROFILE: isWeek ? 'nightly' : (values.profile ?? profileOf(values.night)),
    SUITE_NIGHT: values.night,
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const plan = readPlanning({ ...env, ...given });
  const tenant = tenantLine(tenantIn(env), language);
  if (values.json && !isWeek) return showJson(plan, tenant);
  say(tenant);
  if (isWeek) return showWeek(plan, values.check);
  say(forecast(plan, cases(plan), [], unmeasured()).text[language]);
  return 0;
}

function showJson(plan: Planning, tenant: string): number {
  const { cases: chosen, cost, counted, spare, nights } = forecast(plan, cases(plan));
  const { profile, night, budget } = plan;
  const bound = budget === Number.MAX_SAFE_INTEGER ? null : budget;
  const of = cases(plan).length;
  const json = {
    tenant,
    profile,
    night,
    budget: bound,
    cases: chosen.length,
    of,
    counted,
    spare,
    nights,
    cost,
  };
  say(JSON.stringify(json, null, 2));
  return 0;
}

const cases = ({ stories }: Planning): PlannedCase[] =>
  plannedCases(readCosts(), stories.count, absentIn(env));

function showWeek(plan: Planning, isCheck: boolean): number {
  const {
    text,
    problems: found,
    nights,
  } = planWeek(cases(plan), nightlyBudget(cases(plan), plan.budget), plan.night);
  for (const each of [text, ...unmeasuredText(unmeasured())]) say(each[language]);
  const problems = [...found, ...(isCheck ? check(nights) : [])];
  for (const problem of problems.slice(0, 10)) say(problemLine(problem)[language]);
  if (problems.length > 10) say(more(problems.length - 10)[language]);
  return problems.length > 0 ? 1 : 0;
}

const problemLine = ({ en, zh }: Text): Text => ({ en: `problem: ${en}`, zh: `问题：${zh}` });

const more = (count: number): Text => ({ en: `and ${count} more problems`, zh: `另有 ${count} 处问题` });

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

start(main);
