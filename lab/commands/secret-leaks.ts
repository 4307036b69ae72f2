/** `npm run secret-leaks`. */
import { searchAfter, type Canary, type Searched } from '../secret-leaks/run';
import { leaksIn } from '../secret-leaks/search';
import { spellings } from '../secret-leaks/spellings';
import { commandLine } from '../../runner/cli/command-line';
import { withProgress } from '../../runner/cli/progress';
import { start } from '../../runner/cli/start';

const { args, language } = commandLine({
  command: 'npm run secret-leaks',
  says: {
    en: 'Lets careless suites give every secret away in every spelling, runs them to all kinds of ends, runs the other commands, and searches every byte that was written or printed.',
    zh: '让各种粗心的用例以各种写法泄露密钥，以各种方式结束运行，再执行其他命令，然后检查写出和输出的每一个字节。',
  },
  argument: {
    name: '[text...]',
    says: { en: 'those whose description holds the text', zh: '只执行描述含该文字的项目' },
  },
  examples: [['the doctor', { en: 'those about the doctor', zh: '与体检有关的项目' }]],
  statuses: {
    0: { en: 'nothing was found', zh: '没有发现泄露' },
    1: { en: 'a secret was found, or it took too long', zh: '发现泄露，或耗时过长' },
    2: { en: 'the search itself does not work', zh: '检查本身无法进行' },
  },
});

const canaries: readonly Canary[] = [
  { what: 'a suite that passes', command: ['test'], suites: ['passing'] },
  { what: 'a suite that fails', command: ['test'], suites: ['failing', 'passing'] },
  {
    what: 'a suite that fails, in the process of Jest',
    command: ['test', '--runInBand'],
    suites: ['failing'],
  },
  { what: 'a suite that does not load', command: ['test'], suites: ['load'] },
  { what: 'a suite that ends the process of Jest', command: ['test', '--runInBand'], suites: ['exit'] },
  { what: 'a suite that kills the process of Jest', command: ['test', '--runInBand'], suites: ['kill'] },
  { what: 'a suite that kills its worker', command: ['test'], suites: ['kill', 'load'] },
  {
    what: 'a run that is killed as a whole',
    command: ['test'],
    suites: ['failing', 'passing'],
    killed: true,
  },
  { what: 'a run whose secret is refused', command: ['test'], env: { DINGTALK_APP_KEY: 'another' } },
  { what: 'a run that is wrongly configured', command: ['test'], env: { SUITE_PROFILE: 'none' } },
  { what: 'a suite about people who are masked', command: ['test'], suites: ['people'], people: true },
  {
    what: 'a run in which people are masked',
    command: [
      'test',
      'specs/flows/smoke.spec.ts',
      'specs/checkin',
      'specs/blackboard/get-blackboard.spec.ts',
    ],
    people: true,
  },
  { what: 'the doctor', command: ['doctor'] },
  { what: 'the doctor, as data', command: ['doctor', '--json'] },
  { what: 'the doctor, refused', command: ['doctor'], env: { DINGTALK_APP_KEY: 'another' } },
  { what: 'the sweep', command: ['sweep', '--dry-run'] },
  { what: 'the doctor, of people who are masked', command: ['doctor'], people: true },
  { what: 'the sweep, refused', command: ['sweep'], env: { DINGTALK_APP_KEY: 'another' } },
  { what: 'the plan', command: ['plan'] },
];

// All 19 took 313 s on two cores that others used as well.
const boundMs = 10 * 60_000;

/** The search has to find what is there, or what it does not find says nothing. */
function control(): string[] {
  const secret = 'SEC"+/=&<密>\\control-of-the-search';
  return spellings(secret)
    .filter(
      ({ text }) => leaksIn('control', Buffer.from(`before ${text} after`), { it: secret }).length === 0,
    )
    .map(({ as }) => as);
}

async function main(): Promise<number> {
  const missed = control();
  if (missed.length > 0)
    throw new Error(`The search itself misses a secret written as ${missed.join(', ')}.`);
  const wanted = args.join(' ');
  const startedAt = Date.now();
  let isGood = true;
  for (const canary of canaries.filter(({ what }) => what.includes(wanted))) {
    const searched = await withProgress(
      language,
      () => ({ en: `trying ${canary.what}`, zh: `正在尝试：${canary.what}` }),
      () => searchAfter(canary),
    );
    isGood &&= searched.leaks.length === 0 && !searched.cutShort;
    process.stdout.write(textOf(canary, searched));
  }
  const took = Date.now() - startedAt;
  const isSoon = took <= boundMs;
  process.stdout.write(
    `${isSoon ? 'In' : 'TOO LONG:'} ${inSeconds(took)}, of at most ${inSeconds(boundMs)}.\n`,
  );
  return isGood && isSoon ? 0 : 1;
}

const inSeconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

function textOf({ what }: Canary, { leaks, files, printed, cutShort }: Searched): string {
  const verdict = cutShort ? 'TOO LONG' : leaks.length === 0 ? 'nothing' : `${leaks.length} LEAKS`;
  const line = `${verdict.padEnd(10)} ${what} (${files} files, ${printed.length} characters printed)`;
  return [line, ...leaks.map((leak) => `           ${leak.place}: ${leak.what}`), ''].join('\n');
}

start(main);
