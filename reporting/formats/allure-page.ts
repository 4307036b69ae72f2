import { closeSync, createReadStream, createWriteStream, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { linesOf } from '../records/events';
import type { Totals } from '../records/results';

const analytics =
  /<script async src="https:\/\/www\.googletagmanager\.com[\s\S]*?<\/script>\s*<script>[\s\S]*?<\/script>/;

// Without it a phone shows the page as wide as a desk.
const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">';

// The frame of the page takes some 4 MB; its data, which may be hundreds, come last and are never held in memory.
const mostOfFrame = 16_000_000;

/** Copies the page that Allure has made, without what it reports to others, and fit for a phone. */
export async function copyAllurePage(from: string, to: string): Promise<void> {
  const begun = beginningOf(from);
  const found = begun.indexOf('allureReportDataReady');
  const dataAt = found < 0 ? begun.length : found;
  // Allure's page reports every opening to Google, and has no option against it.
  const frame = begun.toString('utf8', 0, dataAt).replace(analytics, '');
  writeFileSync(to, frame.replace(/<meta charset="utf-8"\s*\/?>/i, `$&${viewport}`));
  await pipeline(createReadStream(from, { start: dataAt }), createWriteStream(to, { flags: 'a' }));
}

function beginningOf(path: string): Buffer {
  const [file, begun] = [openSync(path, 'r'), Buffer.alloc(mostOfFrame)];
  try {
    return begun.subarray(0, readSync(file, begun));
  } finally {
    closeSync(file);
  }
}

/**
 * Counts the cases that `allure/index.html` shows.
 * @throws when the page holds no statistic.
 */
export function readAllureTotals(reportsDir: string): Totals {
  const counts = JSON.parse(statisticIn(join(reportsDir, 'allure', 'index.html'))) as Partial<
    Record<string, number>
  >;
  const sum = (...names: string[]): number => names.reduce((total, name) => total + (counts[name] ?? 0), 0);
  return {
    total: sum('total'),
    passed: sum('passed'),
    failed: sum('failed', 'broken', 'unknown'),
    skipped: sum('skipped'),
  };
}

function statisticIn(page: string): string {
  let isNext = false;
  for (const text of allureTexts(page)) {
    if (isNext) return text;
    isNext = text.endsWith('widgets/statistic.json');
  }
  throw new Error('allure/index.html holds no statistic');
}

/**
 * The texts of an Allure page of one file, one by one: what stands around the data files that it carries inside as base64, up to the name of each,
 * and after it what it holds.
 */
export function* allureTexts(page: string): Generator<string> {
  for (const piece of linesOf(page, '")')) {
    const [whole = '', name = '', packed] = /\bd\("([^"]+)","([A-Za-z0-9+/=]*)$/.exec(piece) ?? [];
    yield piece.slice(0, piece.length - whole.length) + name;
    if (packed !== undefined) yield Buffer.from(packed, 'base64').toString('utf8');
  }
}
