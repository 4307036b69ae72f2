import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../records/cases';
import { jestResults } from '../records/jest-results';
import { inTemporaryFolder, renderWith } from '../render';
import type { Results, Totals } from '../records/results';
import { knownInWords } from '../words';

const reporter = require.resolve('jest-junit');

/**
 * Writes `junit.xml` with jest-junit: a suite per file, and the file with the titles around the case as its class. What fails over a known issue
 * is skipped there, with the issue as its message: the form has no other word for a failure that is to turn no build red.
 */
export async function writeJunit(
  reportsDir: string,
  results: Results,
  cases: readonly Case[],
): Promise<void> {
  const options = {
    outputDirectory: reportsDir,
    outputName: 'junit.xml',
    suiteName: 'DingTalk API suite',
    suiteNameTemplate: '{filepath}',
    classNameTemplate: '{classname}',
    titleTemplate: '{title}',
    ancestorSeparator: ' › ',
  };
  const placed = cases.map((each) => ({ ...withoutKnown(each), describe: [each.file, ...each.describe] }));
  const files = results.files.map((each) => ({
    ...each,
    cases: placed.filter(({ file }) => file === each.file),
  }));
  await inTemporaryFolder((folder) =>
    renderWith(reporter, folder, options, jestResults({ ...results, files }, placed, folder, story)),
  );
  const file = join(reportsDir, 'junit.xml');
  const skipped = files.flatMap((each) => each.cases.filter(({ status }) => status === 'skipped'));
  writeFileSync(file, completed(readFileSync(file, 'utf8'), skipped));
}

function withoutKnown(each: Case): Case {
  const [reason] = knownInWords(each);
  return reason === undefined ? each : { ...each, status: 'skipped', reason };
}

// jest-junit leaves out what some readers look at: how many were skipped in all and why, and of a failure its type and message.
function completed(xml: string, skipped: readonly Case[]): string {
  const reasons = skipped.map(({ reason = '' }) => escaped(reason));
  return xml
    .replace(/<testsuites /, `<testsuites skipped="${skipped.length}" `)
    .replace(/<skipped\/>/g, () => `<skipped message="${reasons.shift() ?? ''}"/>`)
    .replace(/<failure>\[(\w+)\]\n([^\n<]*)/g, (text, type: string, message: string) =>
      text.replace('<failure>', `<failure type="${type}" message="${message.replaceAll('"', '&quot;')}">`),
    );
}

// What no XML may hold goes, as jest-junit has it.
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const story = ({ messages, failureClass }: Case): readonly string[] => [
  [`[${failureClass ?? 'product'}]`, ...messages].join('\n'),
];

/**
 * Counts the cases in `junit.xml`.
 * @throws when it is no well-formed XML.
 */
export function readJunitTotals(reportsDir: string): Totals {
  return junitTotals(readFileSync(join(reportsDir, 'junit.xml'), 'utf8'));
}

/** Counts the cases of a JUnit report. @throws when a tag is not closed, or a text holds what XML does not allow. */
export function junitTotals(xml: string): Totals {
  const names = elementsOf(xml);
  const count = (wanted: string): number => names.filter((name) => name === wanted).length;
  const total = count('testcase');
  const [failed, skipped] = [count('failure') + count('error'), count('skipped')];
  return { total, passed: total - failed - skipped, failed, skipped };
}

function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const names: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(
      /<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g,
      (_tag, closing: string, name: string, _attributes, empty: string) => {
        if (closing !== '') {
          const expected = open.pop();
          if (expected !== name)
            throw new Error(`junit.xml closes <${name}> where <${String(expected)}> is open`);
          return '';
        }
        names.push(name);
        if (empty === '') open.push(name);
        return '';
      },
    );
  if (open.length > 0) throw new Error(`junit.xml does not close <${open.join('>, <')}>`);
  const bad =
    /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/i.exec(rest);
  if (bad) throw new Error(`junit.xml holds ${JSON.stringify(rest.slice(bad.index, bad.index + 20))}`);
  return names;
}
