import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupedBy } from '../grouped';
import type { Case } from '../records/cases';
import { firstLines } from '../failure';
import { knownInWords } from '../words';

/** What we read and write of one of Allure's result files. */
interface AllureResult {
  readonly uuid: string;
  readonly name: string;
  readonly fullName?: string;
  readonly historyId?: string;
  readonly testCaseId?: string;
  readonly status?: string;
  readonly statusDetails?: {
    readonly message?: string;
    readonly trace?: string;
    /** Allure counts it as a failure that is accepted. */
    readonly known?: boolean;
    readonly flaky?: boolean;
  };
  readonly labels?: readonly { readonly name: string; readonly value: string }[];
  readonly start?: number;
  readonly [other: string]: unknown;
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

// The page carries all attachments inside: those of more cases would make it slow to open.
const mostWithCalls = 1_000;

/**
 * Makes the results that allure-jest has left in `folder` agree with Jest's: one per case, with the case's own end. What is missing
 * is added, what is left over (a file that began again, a dead worker) is removed, and every result gets the ids without which
 * Allure keeps no history of it. Of a run of more than a thousand cases only those that failed keep what is attached to their steps.
 */
export function reconcile(folder: string, cases: readonly Case[], most = mostWithCalls): void {
  mkdirSync(folder, { recursive: true });
  const left = groupedBy(resultsIn(folder), placeOf);
  const isLarge = cases.length > most;
  for (const [fullName, same] of groupedBy(cases, ({ file, title }) => `${file}#${title}`)) {
    replace(folder, fullName, same, left.get(fullName) ?? [], isLarge);
  }
  for (const result of [...left.values()].flat()) remove(folder, result);
  for (const name of readdirSync(folder)) {
    // Errors of hooks, which Allure keeps apart from the cases: here each has a case.
    if (name.endsWith('-globals.json')) rmSync(join(folder, name));
  }
}

// allure-jest puts the name of the package before the file.
const placeOf = ({ fullName = '' }: AllureResult): string => fullName.replace(/^[^#:]*:(?=[^#]*#)/, '');

// Takes what it uses out of `found`. Attempts of one case are kept, as Allure's retries; of cases that share a title each takes its
// own, in the order of time.
function replace(
  folder: string,
  fullName: string,
  cases: readonly Case[],
  found: AllureResult[],
  isLarge: boolean,
): void {
  for (const [index, each] of cases.entries()) {
    const taken = cases.length > 1 ? found.splice(0, 1) : found.splice(-each.attempts);
    const name = index > 0 ? `${fullName} (${index + 1})` : fullName;
    const last = taken.pop() ?? fresh(each);
    for (const earlier of taken) write(folder, identified(earlier, name));
    const isLight = isLarge && each.status !== 'failed';
    const kept = isLight ? withoutAttachments(folder, last) : last;
    write(folder, reconciled(identified(kept, name), each));
  }
}

function resultsIn(folder: string): AllureResult[] {
  const results = readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .flatMap((name) => {
      try {
        return [JSON.parse(readFileSync(join(folder, name), 'utf8')) as AllureResult];
      } catch {
        rmSync(join(folder, name));
        return [];
      }
    });
  return results.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function fresh({ name }: Case): AllureResult {
  const nothing = { steps: [], attachments: [], parameters: [], links: [] };
  return { uuid: randomUUID(), name, ...nothing, stage: 'finished' };
}

// Cases that never began, or whose hook threw, come without the ids by which Allure knows them again.
function identified(result: AllureResult, fullName: string): AllureResult {
  const id = md5(fullName);
  const ofParameters = result.historyId?.split(':')[1] ?? md5('');
  return { ...result, fullName, testCaseId: id, historyId: `${id}:${ofParameters}` };
}

function reconciled(result: AllureResult, each: Case): AllureResult {
  const titlePath = [...each.file.split('/'), ...each.describe];
  const times = { start: each.startedAt, stop: each.startedAt + each.durationMs };
  const { link, reason = '' } = each.knownIssue ?? {};
  const links =
    link === undefined ? {} : { links: [...linksOf(result), { type: 'issue', name: reason, url: link }] };
  return { ...result, ...ending(each), ...times, ...links, titlePath, labels: labelsOf(result, each) };
}

const linksOf = ({ links }: AllureResult): readonly unknown[] => (Array.isArray(links) ? links : []);

function ending(each: Case): Pick<AllureResult, 'status' | 'statusDetails'> {
  if (each.status === 'passed') return { status: 'passed', statusDetails: {} };
  if (each.status === 'skipped') return { status: 'skipped', statusDetails: { message: each.reason ?? '' } };
  const status = each.failureClass === 'product' ? 'failed' : 'broken';
  const message = [...knownInWords(each), firstLines(each)].join('\n');
  const marks = { ...(each.knownIssue ? { known: true } : {}), ...(each.flaky ? { flaky: true } : {}) };
  return { status, statusDetails: { message, trace: each.messages.join('\n\n'), ...marks } };
}

function labelsOf({ labels = [] }: AllureResult, each: Case): { name: string; value: string }[] {
  const feature = each.describe[0] ?? each.file;
  const place = {
    epic: each.added ? 'the suite itself' : (feature.split(/[/:]/)[0] ?? feature),
    feature,
    suite: each.file,
    ...(each.failureClass ? { failureClass: each.failureClass } : {}),
  };
  const missing = Object.entries(place).filter(([name]) => !labels.some((label) => label.name === name));
  return [...labels, ...missing.map(([name, value]) => ({ name, value }))];
}

function write(folder: string, result: AllureResult): void {
  writeFileSync(join(folder, `${result.uuid}-result.json`), JSON.stringify(result));
}

function withoutAttachments(folder: string, result: AllureResult): AllureResult {
  removeAttachments(folder, result);
  const text = JSON.stringify(result, (name, value: unknown) => (name === 'attachments' ? [] : value));
  return JSON.parse(text) as AllureResult;
}

function remove(folder: string, result: AllureResult): void {
  rmSync(join(folder, `${result.uuid}-result.json`), { force: true });
  removeAttachments(folder, result);
}

// A single-file report would carry the attachments along even though nothing shows them.
function removeAttachments(folder: string, result: AllureResult): void {
  for (const [, source = ''] of JSON.stringify(result).matchAll(/"source":"([^"/\\]+)"/g)) {
    rmSync(join(folder, source), { force: true });
  }
}
