import { randomBytes, randomUUID } from 'node:crypto';

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

/** An app key: `ding` and 16 lowercase alphanumerics (observed). */
export function appKey(random: Random = Math.random): string {
  return `ding${digits(16, 36, random)}`;
}
