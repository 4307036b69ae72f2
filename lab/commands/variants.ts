/** `npm run variants`. */
import { join } from 'node:path';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { readChosen } from '../../emulator/choices';
import { variants, variantsNamed } from '../../emulator/variants';
import { tallied, type VariantResults, type VariantRun } from '../results/variants';
import { readResult, writeResult } from '../results/read-results';
import { visitChoices } from '../variants/choices-run';
import { inNumbers, told } from '../variants/outcome';
import { runSuite, type Host } from '../variants/suite-run';
import { commandLine } from '../../runner/cli/command-line';
import { flag, oneOf, whole, word, words } from '../../runner/cli/options';
import { withProgress } from '../../runner/cli/progress';
import { start } from '../../runner/cli/start';

const {
  values,
  args: positionals,
  language,
} = commandLine({
  command: 'npm run variants',
  says: {
    en: 'Runs the suite over the network interface, on an embedded tenant in one variant after the other, and prints what came of it and what the tenant saw. With --choices: on tenants that answer in other ways what the sources leave open, every pair of answers at least once; then what the cases that failed have in common.',
    zh: '通过网络接口依次在模拟租户的各个变体上运行用例，列出结果以及租户收到的请求。使用 --choices 时：租户对文档未说明之处给出其他答案，任意两个答案的组合至少出现一次，最后列出失败用例的共同点。',
  },
  argument: { name: '[variants...]', says: { en: 'those only', zh: '只运行指定变体' } },
  options: {
    times: whole([1, 1000], 1, { en: 'how many runs of each', zh: '每个运行几次' }),
    profile: oneOf(['full', 'smoke', 'nightly'], 'full', { en: 'the profile of the runs', zh: '运行档位' }),
    spec: words('path', {
      en: 'a slice of the suite; any number of times',
      zh: '只运行部分用例，可多次使用',
    }),
    together: flag({ en: 'one tenant in all the variants', zh: '一个租户同时采用所有指定变体' }),
    record: flag({ en: 'keeps the figures in lab/results', zh: '把数据写入 lab/results' }),
    choices: flag({ en: 'tenants that answer otherwise what is open', zh: '租户对未说明之处给出其他答案' }),
    choice: words('id=answer', {
      en: 'one tenant made by hand; any number of times',
      zh: '手工指定答案的一个租户，可多次使用',
    }),
    seed: whole([1, 999_999_999], 1, {
      en: 'with --choices: other pairings',
      zh: '与 --choices 同用：换一种组合',
    }),
    only: words('choice', {
      en: 'with --choices: the answers to one question; any number of times',
      zh: '与 --choices 同用：只看某个问题，可多次使用',
    }),
    row: word('k', { en: 'with --choices: one tenant again', zh: '与 --choices 同用：只重跑一个租户' }),
    json: word('file', {
      en: 'with --choices: writes the outcome there',
      zh: '与 --choices 同用：把结果写入文件',
    }),
    'at-once': whole([1, 16], 1, {
      en: 'with --choices: runs at once',
      zh: '与 --choices 同用：同时运行的数目',
    }),
  },
  examples: [
    ['slow lagging --together', { en: 'one tenant in two variants', zh: '一个租户采用两个变体' }],
    ['--choices --spec specs/report/list.spec.ts', { en: 'every pair of answers', zh: '答案的两两组合' }],
  ],
  statuses: {
    0: { en: 'every run was clean', zh: '全部正常' },
    1: { en: 'one was not', zh: '有异常' },
    2: { en: 'it could not be tried', zh: '无法执行' },
  },
});

const folder = join(readReportsDir(environment()), 'variants');

async function main(): Promise<number> {
  const isClean = values.choices
    ? await visitChoices({
        ...values,
        seed: String(values.seed),
        folder,
        times: values.times,
        atOnce: values['at-once'],
      })
    : await visitHosts();
  return isClean ? 0 : 1;
}

async function visitHosts(): Promise<boolean> {
  const runs: VariantRun[] = [];
  for (const [name, host] of hosts()) {
    const ofHost: VariantRun[] = [];
    for (let time = 1; time <= values.times; time += 1) {
      const outcome = await withProgress(
        language,
        () => ({ en: `the suite on ${name}`, zh: `正在 ${name} 上运行` }),
        () => runSuite(host, values, join(folder, `${name.replace(/\W+/g, '-')}-${time}`)),
      );
      process.stdout.write(`${told(name, outcome)}\n\n`);
      ofHost.push(inNumbers(outcome));
    }
    if (values.record) record(name, ofHost);
    runs.push(...ofHost);
  }
  return runs.every(({ clean }) => clean);
}

// One by one, or all variants in one; answers that were chosen by hand make one more.
function hosts(): [name: string, host: Host][] {
  const choices = readChosen(values.choice);
  const isByHand = values.choice.length > 0;
  const chosen = positionals.length > 0 || isByHand ? variantsNamed(positionals) : [...variants];
  if (!isByHand && !values.together) return chosen.map((variant) => [variant.id, { variants: [variant] }]);
  return [[[...chosen.map(({ id }) => id), ...values.choice].join('+'), { variants: chosen, choices }]];
}

function record(name: string, runs: readonly VariantRun[]): void {
  const tally = tallied(runs, new Date().toISOString().slice(0, 10), values.profile);
  writeResult('variants', { ...readResult<VariantResults>('variants'), [name]: tally });
}

start(main);
