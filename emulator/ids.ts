import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** A source of numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

function digits(length: number, radix: number, random: Random): string {
  return Array.from({ length }, () => Math.floor(random() * radix).toString(radix)).join('');
}

/**
 * The id of a report, template, draft or announcement: 32 lowercase hex digits, the first 11 of which are the
 * creation time in milliseconds (inferred from public ids; for announcements assumed).
 */
export function objectId(at: number, random: Random = Math.random): string {
  return at.toString(16).padStart(11, '0') + digits(21, 16, random);
}

/** How an id may be written: no page states a form, and the samples differ. */
export type IdForm = 'hex' | 'digits' | 'uuid' | 'mixed';

/** The same id of 32 hex digits in another form: 18 digits, a UUID, or letters of both cases with digits, `-` and `_`. */
export function formed(id: string, form: IdForm): string {
  const forms: Record<IdForm, () => string> = {
    hex: () => id,
    // The last digits, for the first are the time, which several have in common.
    digits: () => `7${(BigInt(`0x${id}`) % 10n ** 17n).toString().padStart(17, '0')}`,
    uuid: () => id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    mixed: () => Buffer.from(id, 'hex').toString('base64url'),
  };
  return forms[form]();
}

/** The `request_id` of a topapi answer: 12 or 13 lowercase base-36 characters (observed). */
export function requestId(random: Random = Math.random): string {
  return digits(random() < 0.5 ? 12 : 13, 36, random);
}

/** The `requestid` of the v1.0 gateway: an upper-case UUID (observed). */
export function upperUuid(): string {
  return randomUUID().toUpperCase();
}

/** 32 lowercase hex digits that nobody can guess: access tokens and trace ids (observed). */
export function secretHex(): string {
  return randomBytes(16).toString('hex');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const anyLetters = (length: number): string =>
  Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');

/** An access token that nobody can guess, in one of the forms of the choice `token/form`. */
export function newToken(form: 'hex' | 'mixed' | 'short' | 'dotted'): string {
  const forms: Record<typeof form, () => string> = {
    hex: secretHex,
    mixed: () => anyLetters(32),
    short: () => anyLetters(20).toLowerCase(),
    dotted: () => `${anyLetters(40)}.${anyLetters(38)}-_.${anyLetters(38)}`,
  };
  return forms[form]();
}

/** An app key: `ding` and 16 lowercase alphanumerics (observed). */
export function appKey(random: Random = Math.random): string {
  return `ding${digits(16, 36, random)}`;
}
