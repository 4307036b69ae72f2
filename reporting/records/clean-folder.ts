import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redactor } from '../../client/redaction/redact';
import { clean, plain } from './clean';

/** Rewrites every file directly in `folder` that holds text so that it holds no secret; files that are clean are not touched. */
export function cleanFolder(folder: string, redactor: Redactor): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) cleanFile(join(folder, entry.name), redactor);
  }
}

function cleanFile(path: string, redactor: Redactor): void {
  const bytes = readFileSync(path);
  // A NUL byte: no text, as git decides it.
  if (bytes.subarray(0, 8000).includes(0)) return;
  const text = bytes.toString('utf8');
  const cleaned = cleanText(path, text, redactor);
  if (cleaned !== text) writeFileSync(path, cleaned);
}

function cleanText(path: string, text: string, redactor: Redactor): string {
  if (path.endsWith('.json')) return cleanJson(text, redactor);
  if (path.endsWith('.ndjson'))
    return text
      .split('\n')
      .map((line) => cleanJson(line, redactor))
      .join('\n');
  return redactor.redact(plain(text));
}

// A text that is no JSON was cut short by the death of its writer: nobody can read it, so it goes.
function cleanJson(text: string, redactor: Redactor): string {
  try {
    return JSON.stringify(clean(JSON.parse(text) as unknown, redactor));
  } catch {
    return '';
  }
}
