import { stripVTControlCharacters } from 'node:util';
import type { Redactor } from '../../client/redaction/redact';

// XML 1.0 knows no other control characters, and half of a surrogate pair is no character at all.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ofTheRunner = /^\s+at .*(?:node_modules|node:internal|\(<anonymous>\)|\/specs\/support\/)/;

/** `text` without terminal colours and unprintable characters. Colours go first: they can stand inside a secret. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(unprintable, '\ufffd');
}

/** A message as it may be shown: plain, without secrets, without frames of the runner, with paths relative to `rootDir`. */
export function cleanMessage(text: string, redactor: Redactor, rootDir: string): string {
  const lines = plain(text).split('\n');
  const frames = lines.filter((line) => !ofTheRunner.test(line));
  return redactor.redact(frames.join('\n').replaceAll(`${rootDir}/`, '').trim());
}

/** A deep copy of a JSON value in which every text is plain and holds no secret. */
export function clean<Value>(value: Value, redactor: Redactor): Value {
  const texts = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'string' ? redactor.redact(plain(member)) : member,
  );
  const redacted = redactor.redactSecrets(texts);
  // Where a key tells that its value is secret, only the whole text shows it. A mask could in theory break the JSON.
  return JSON.parse(isJson(redacted) ? redacted : texts) as Value;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
