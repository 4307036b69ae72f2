import {
  headlines,
  percent,
  type BlindTrial,
  type MeasuredRun,
  type MutationScores,
  type Results,
  type Catalogue,
} from './scoreboard';
import { choicesChapter, variantsChapter, soakChapter } from './alarm-chapters';
import { groupedBy } from '../../reporting/grouped';
import { details, list, table } from './markdown';

const preface = `<!-- Generated from lab/results by \`npm run scoreboard\`. Do not edit. -->

# Scoreboard

What this suite notices, and how often it cries wolf. Every figure was printed by the command that stands above it.`;

/** The whole page, Markdown. */
export function scoreboardPage(results: Results): string {
  const { catalogue, live, trial, mutation, soak, variants, choices, run } = results;
  return `${[
    preface,
    headlines(results)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...written(catalogue, faultChapter),
    ...written(live, liveChapter),
    ...written(trial, trialChapter),
    ...written(soak, soakChapter),
    ...written(variants, variantsChapter),
    ...written(choices, choicesChapter),
    ...written(mutation, mutationChapter),
    ...written(run, runChapter),
  ].join('\n\n')}\n`;
}

const written = <Result>(result: Result | undefined, chapter: (result: Result) => string): string[] =>
  result === undefined ? [] : [chapter(result)];

function faultChapter(catalogue: Catalogue): string {
  const { date, commit, durationSeconds, processes, faults, cases } = catalogue;
  const silent = cases.filter((each) => each.faults === 0);
  return [
    '## Wrong tenants: `npm run prove`',
    `${date}, commit ${commit}. Of each fault this is the last result; it is tried again when a file changes that it depends on. The whole catalogue takes ${Math.round(durationSeconds / 60)} min with ${processes} processes.`,
    table(
      ['Class', 'Faults', 'Noticed', 'By a case that claims the promise'],
      grouped(faults, (fault) => fault.class),
    ),
    table(['Origin', 'Faults', 'Noticed', 'By a case that claims the promise'], grouped(faults, originOf)),
    details(
      'By endpoint',
      table(
        ['Endpoint', 'Faults', 'Noticed', 'By a claim'],
        grouped(faults, (fault) => fault.endpoint),
      ),
    ),
    `${cases.length - silent.length} of ${cases.length} cases noticed at least one fault.`,
    ...unnoticed(faults),
    ...list(
      'Cases that noticed nothing',
      silent.map(({ file, title }) => `\`${file}\` ${title}`),
    ),
  ].join('\n\n');
}

/** What a live tenant's run notices: there findings do not count, so only what is firm is tried. */
function liveChapter({ date, commit, durationSeconds, processes, faults }: Catalogue): string {
  return [
    '## Wrong tenants as live ones: `npm run prove -- --live`',
    `${date}, commit ${commit}: the faults that break something documented or observed, tried as above; all of them take ${Math.round(durationSeconds / 60)} min with ${processes} processes. What is only inferred is a finding there, and notices nothing.`,
    table(
      ['Class', 'Faults', 'Noticed', 'By a case that claims the promise'],
      grouped(faults, (fault) => fault.class),
    ),
    ...unnoticed(faults),
  ].join('\n\n');
}

type Fault = Catalogue['faults'][number];

const unnoticed = (faults: readonly Fault[]): string[] =>
  list(
    'Not noticed',
    faults.filter(({ noticed }) => !noticed).map(({ id }) => `\`${id}\``),
  );

const originOf = ({ handWritten }: Fault): string =>
  handWritten ? 'written by hand, for meaning' : 'derived from the endpoint files';

function grouped(faults: readonly Fault[], keyOf: (fault: Fault) => string): string[][] {
  return [...groupedBy(faults, keyOf)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, group]) => {
      const noticed = group.filter((fault) => fault.noticed);
      return [
        key,
        String(group.length),
        `${noticed.length} (${percent(noticed.length, group.length)})`,
        String(noticed.filter(({ byClaim }) => byClaim).length),
      ];
    });
}

function trialChapter({ date, how, faults, noticedFirst, escapes }: BlindTrial): string {
  const now = escapes.filter(({ noticedNow }) => noticedNow).length;
  return [
    '## Faults nobody had prepared for',
    `${date}: ${how}`,
    `${noticedFirst} of ${faults} were noticed at the first try; of the ${escapes.length} others ${now} are noticed now.`,
    details(
      'What escaped, and the rule that it led to',
      table(
        ['Fault', 'Rule'],
        escapes.map(({ id, rule }) => [`\`${id}\``, rule]),
      ),
    ),
  ].join('\n\n');
}

function mutationChapter(mutation: MutationScores): string {
  const rows = Object.entries(mutation).map(([group, { date, commit, atLeast, total }]) => [
    group,
    `${total.score} %`,
    `${atLeast} %`,
    String(total.killed + total.timeout),
    String(total.survived + total.noCoverage),
    String(total.argued),
    `${date}, ${commit}`,
  ]);
  const head = ['Code', 'Score', 'Wanted', 'Noticed', 'Not noticed', 'of these argued', 'Measured'];
  return ['## Self-tests against mutants: `npm run mutation`', table(head, rows)].join('\n\n');
}

function runChapter(run: MeasuredRun): string {
  const { date, cases, specFiles, calls, seconds, level, coverage, sources, sizes } = run;
  return [
    '## One run: `npm test`, then `npm run scoreboard -- --measure`',
    `${date}: ${cases} cases in ${specFiles} spec files, ${calls} calls, ${seconds} s. Test coverage level ${level} of 7 by what is asserted.`,
    table(
      ['Coverage of the documentation', 'Testable', 'Asserted'],
      coverage.map(({ kind, total, asserted }) => [kind, String(total), String(asserted)]),
    ),
    table(['Source', 'Expectations'], pairs(sources)),
    table(['Report', 'Bytes'], pairs(sizes)),
  ].join('\n\n');
}

const pairs = (counts: Readonly<Record<string, number>>): string[][] =>
  Object.entries(counts).map(([name, count]) => [name, String(count)]);
