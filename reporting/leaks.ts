import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Redactor } from '../client/redaction/redact';
import { allureTexts } from './formats/allure-page';

/** Where a run writes. */
export const produced = [
  'index.html',
  'html',
  'allure',
  'allure-results',
  'junit.xml',
  'summary.json',
  'quota.json',
  'raw',
  'history',
] as const;

/**
 * The produced files, relative to `reportsDir`, in which a registered secret stands; data that a page carries as base64 is decoded.
 * @param names which of them are searched.
 */
export function findLeaks(
  reportsDir: string,
  redactor: Redactor,
  names: readonly (typeof produced)[number][] = produced,
): string[] {
  return names
    .flatMap((name) => filesUnder(reportsDir, name))
    .filter((file) => {
      const path = join(reportsDir, file);
      for (const text of file === 'allure/index.html' ? allureTexts(path) : [readFileSync(path, 'utf8')])
        if (redactor.findIn(text)) return true;
      return false;
    });
}

function filesUnder(reportsDir: string, name: string): string[] {
  const path = join(reportsDir, name);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [name];
  return readdirSync(path).flatMap((entry) => filesUnder(reportsDir, `${name}/${entry}`));
}
