import { isRecord } from '../../emulator/call';

/** What a client made of one call. */
export interface Reading {
  /** The id of the endpoint. */
  readonly id: string;
  /** The answer as an object of the client, written as JSON. */
  readonly read?: unknown;
  /** The message of what it threw. */
  readonly error?: string;
  /** It has no such endpoint. */
  readonly absent?: boolean;
  /** The host that it would have called instead of the one that it was told. */
  readonly elsewhere?: string;
}

/** What became of one call: in a word, and in a sentence where there is more to say. */
export interface Outcome {
  readonly word: 'ok' | 'loses' | 'fails' | 'refused' | 'elsewhere' | 'none';
  readonly more?: string;
}

// Clients turn these into exceptions, or keep them for their logs.
const envelope = new Set(['errcode', 'errmsg', 'requestid']);

/** Compares what a client read with what the tenant answered; no answer where no call came. */
export function outcomeOf(reading: Reading, answer: object | undefined): Outcome {
  if (reading.absent) return { word: 'none' };
  if (reading.elsewhere !== undefined) return { word: 'elsewhere', more: reading.elsewhere };
  const refusal = refusalIn(answer);
  if (refusal !== undefined) return { word: 'refused', more: refusal };
  if (reading.error !== undefined || answer === undefined)
    return { word: 'fails', more: reading.error ?? 'no call came' };
  const lost = lostMembers(answer, reading.read);
  return lost.length === 0 ? { word: 'ok' } : { word: 'loses', more: lost.join(', ') };
}

function refusalIn(answer: object | undefined): string | undefined {
  const { errcode, errmsg, code, message } = (answer ?? {}) as Record<string, unknown>;
  if (typeof errcode === 'number' && errcode !== 0) return `${errcode} ${String(errmsg)}`;
  return typeof code === 'string' ? `${code} ${String(message)}` : undefined;
}

/** The names of members whose value is nowhere under that name in what was read. Empty values count as read. */
export function lostMembers(answer: object, read: unknown): string[] {
  const kept = new Set(leaves(read).map(key));
  // A client may hand out the result alone.
  const unnamed = new Set(leaves(read).map(({ value }) => value));
  const isKept = (leaf: Leaf): boolean => kept.has(key(leaf)) || (leaf.isRoot && unnamed.has(leaf.value));
  const lost = leaves(answer).filter((leaf) => !envelope.has(plain(leaf.name)) && !isKept(leaf));
  return [...new Set(lost.map(({ name }) => name))];
}

interface Leaf {
  readonly name: string;
  readonly value: string;
  readonly isRoot: boolean;
}

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');
const key = ({ name, value }: Leaf): string => `${plain(name)}=${value}`;

function leaves(value: unknown, name = '', depth = 0): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, name, depth + 1));
  if (isRecord(value))
    return Object.entries(value).flatMap(([member, each]) => leaves(each, member, depth + 1));
  const isEmpty = value === null || value === undefined || value === '';
  return isEmpty ? [] : [{ name, value: textOf(value), isRoot: depth <= 1 }];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
