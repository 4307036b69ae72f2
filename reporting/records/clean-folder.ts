import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Redactor } from '../../client/redaction/redact';
import { clean, plain } from './clean';
import { linesOf } from './events';

/**
 * Rewrites every file directly in `folder` that holds text so that it holds no secret; files that are clean are not touched. What a writer has left
 * half-written when it was killed goes.
 */
export function cleanFolder(folder: string, redactor: Redactor): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) cleanEntry(join(folder, entry.name), redactor);
  }
}

function cleanEntry(path: string, redactor: Redactor): void {
  if (path.endsWith('.part')) rmSync(path, { force: true });
  else if (path.endsWith('.ndjson')) cleanLines(path, redactor);
  else cleanFile(path, redactor);
}

const linesAtOnce = 1_000;

function cleanLines(path: string, redactor: Redactor): void {
  const [part, lines] = [`${path}.part`, [] as string[]];
  rmSync(part, { force: true });
  const put = (): void => {
    appendFileSync(part, lines.splice(0).join(''));
  };
  for (const line of linesOf(path)) {
    const cleaned = cleanJson(line, redactor);
    if (cleaned !== '') lines.push(`${cleaned}\n`);
    if (lines.length === linesAtOnce) put();
  }
  put();
  renameSync(part, path);
}

function cleanFile(path: string, redactor: Redactor): void {
  const bytes = readFileSync(path);
  // A NUL byte: no text, as git decides it.
  if (bytes.subarray(0, 8000).includes(0)) return;
  const text = bytes.toString('utf8');
  const cleaned = path.endsWith('.json') ? cleanJson(text, redactor) : redactor.redact(plain(text));
  if (cleaned !== text) writeFileSync(path, cleaned);
}

// A text that is no JSON was cut short by the death of its writer: nobody can read it, so it goes.
function cleanJson(text: string, redactor: Redactor): string {
  try {
    return JSON.stringify(clean(JSON.parse(text) as unknown, redactor));
  } catch {
    return '';
  }
}
