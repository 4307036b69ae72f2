import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errorText, inEach, type Text } from '../../config/language';
import { journalFile, journalFolder, type JournalEntry } from './journal';
import { isForeign, listed, read, removeAll, unread, type Leftover, type Sweeper } from './leftovers';

const minute = 60_000;
// A run on another machine is taken for alive as long as a run may last.
const longestRunMs = 6 * 60 * minute;

/** What the journal of a run says it may have left. */
export interface Unfinished {
  readonly run: string;
  /** Announcements that were made and not removed. */
  readonly ids: readonly string[];
  /** When something was sent of which no id is known; undefined when there is nothing of the kind. Epoch milliseconds. */
  readonly unknown?: { readonly from: number; readonly to: number };
}

/** What came of cleaning up after runs. */
export interface CleanedUp {
  readonly removed: readonly string[];
  /** What is still there, in words. */
  readonly left: readonly Text[];
}

/** Begins the journal of a run of this process. */
export function beginJournal(reportsDir: string, run: string): void {
  mkdirSync(journalFolder(reportsDir), { recursive: true });
  const entry: JournalEntry = { run, pid: process.pid, host: hostname(), at: Date.now() };
  writeFileSync(journalFile(reportsDir, run), `${JSON.stringify(entry)}\n`, { flag: 'a' });
}

/** The earlier runs that did not clean up after themselves and are no longer alive. */
export function abandonedRuns(reportsDir: string, own: string): Unfinished[] {
  const folder = journalFolder(reportsDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => name.replace(/\.ndjson$/, ''))
    .filter((run) => run !== own && !isAlive(entriesOf(reportsDir, run)))
    .map((run) => unfinished(reportsDir, run));
}

/** What a run has made and not removed. */
export function unfinished(reportsDir: string, run: string): Unfinished {
  const open: Open = new Map();
  const ids = new Set<string>();
  for (const entry of entriesOf(reportsDir, run)) take(entry, open, ids);
  const times = [...open.values()].map(({ at }) => at);
  const unknown = { from: Math.min(...times) - 2 * minute, to: Math.max(...times) + 2 * minute };
  return { run, ids: [...ids], ...(times.length === 0 ? {} : { unknown }) };
}

/**
 * Removes what a run left, with so many announcements looked at at most, and ends its journal when nothing is left. Only what carries
 * the tag of that run is removed.
 */
export async function cleanUpAfter(
  by: Sweeper,
  reportsDir: string,
  { run, ids, unknown }: Unfinished,
  atMost: number,
): Promise<CleanedUp> {
  const trouble: Text[] = [];
  const others = unknown ? await listed(by, unknown, trouble) : [];
  const all = [...new Set([...ids, ...others])];
  const ours: Leftover[] = [];
  for (const id of all.slice(0, atMost)) {
    const found = await read(by, id).catch((error: unknown) => {
      trouble.push(inEach((language) => `${unread(id)[language]}: ${firstLine(errorText(error)[language])}`));
      return undefined;
    });
    if (found?.title.includes(`[api-suite ${run}-`) && !isForeign(found, by)) ours.push(found);
  }
  const removed = await removeAll(by, ours, trouble);
  if (all.length > atMost)
    trouble.push({
      en: `${all.length - atMost} announcements of the time of run ${run} were not looked at: npm run sweep does`,
      zh: `运行 ${run} 期间还有 ${all.length - atMost} 条公告没有查看：请运行 npm run sweep`,
    });
  if (trouble.length === 0) rmSync(journalFile(reportsDir, run), { force: true });
  return { removed: removed.map(({ title }) => title), left: trouble };
}

const firstLine = (text: string): string => text.split('\n', 1).join();

type Open = Map<string, { at: number; times: number }>;

function take(entry: JournalEntry, open: Open, ids: Set<string>): void {
  if ('sent' in entry) open.set(entry.sent, { at: entry.at, times: (open.get(entry.sent)?.times ?? 0) + 1 });
  if ('refused' in entry) close(open, entry.refused);
  if ('gone' in entry) ids.delete(entry.gone);
  if (!('made' in entry)) return;
  ids.add(entry.made);
  close(open, entry.tag);
}

function close(open: Open, tag: string): void {
  const { at, times } = open.get(tag) ?? { at: 0, times: 0 };
  if (times > 1) open.set(tag, { at, times: times - 1 });
  else open.delete(tag);
}

function entriesOf(reportsDir: string, run: string): JournalEntry[] {
  const path = join(journalFolder(reportsDir), `${run}.ndjson`);
  if (!existsSync(path)) return [];
  // The death of its writer may have cut the last line short.
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as JournalEntry];
      } catch {
        return [];
      }
    });
}

function isAlive(entries: readonly JournalEntry[]): boolean {
  const owner = entries.find((entry) => 'pid' in entry);
  if (!owner) return false;
  if (owner.host !== hostname()) return Date.now() - owner.at < longestRunMs;
  try {
    process.kill(owner.pid, 0);
    return owner.pid !== process.pid;
  } catch {
    return false;
  }
}
