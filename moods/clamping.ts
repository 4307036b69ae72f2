import type { Call, Layer } from '../emulator/call';
import { isRecord } from '../emulator/call';
import { fromGmt8, toGmt8 } from '../emulator/clock';
import { valuesOf, withValues } from '../faults/fault';
import type { Mood } from './mood';

interface Limits {
  readonly type?: string;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly commaSeparated?: { readonly maxItems?: number };
  readonly properties?: Readonly<Record<string, Limits>>;
  readonly items?: Limits;
  readonly windows?: readonly { readonly start: string; readonly end: string; readonly maxDays: number }[];
}

const day = 24 * 3_600_000;

/** A tenant that makes requests fit where others refuse them. */
export const clampingMood: Mood = {
  id: 'clamping',
  what: 'What is past a limit is cut to it, windows included, and a value of another type is read as best it can be.',
  layer: () => clamping,
};

function clamping(...[endpoint, call, next]: Parameters<Layer>): ReturnType<Layer> {
  // Documented: dismissions refuses a page that is too large.
  if (endpoint.id === 'hrm/dismissions') return next(call);
  const limits: object = endpoint.request;
  const values = valuesOf(call);
  const clamped = fitted(limits, values, call);
  return next(
    JSON.stringify(clamped) === JSON.stringify(values)
      ? call
      : withValues(call, clamped as Record<string, unknown>),
  );
}

function fitted(limits: Limits, value: unknown, call: Call): unknown {
  const fit = fitters[limits.type ?? ''];
  return fit ? fit(value, limits, call) : value;
}

type Fit = (value: unknown, limits: Limits, call: Call) => unknown;

const number: Fit = (value, { maximum = Infinity }) => {
  const read = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof read === 'number' && read > maximum ? maximum : value;
};

const fitters: Readonly<Record<string, Fit>> = {
  integer: number,
  number,
  string: (value, { maxLength, commaSeparated }) => {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string') return text;
    const short = Array.from(text).slice(0, maxLength).join('');
    return commaSeparated?.maxItems === undefined
      ? short
      : short.split(',').slice(0, commaSeparated.maxItems).join(',');
  },
  boolean: (value) => (value === 1 || value === 0 ? value === 1 : value),
  array: (value, { maxItems, items = {} }, call) => {
    const list = typeof value === 'string' && value !== '' ? value.split(',') : value;
    return Array.isArray(list) ? list.slice(0, maxItems).map((item) => fitted(items, item, call)) : list;
  },
  object: (value, limits, call) => {
    if (!isRecord(value)) return value;
    const members = Object.entries(value).map(([name, member]) => [
      name,
      fitted(limits.properties?.[name] ?? {}, member, call),
    ]);
    const whole = Object.fromEntries(members) as Record<string, unknown>;
    // Where the limit depends on other parameters the widest is taken; what is left over it is refused.
    const [widest] = [...(limits.windows ?? [])].sort((a, b) => b.maxDays - a.maxDays);
    return widest ? withinDays(whole, widest, call) : whole;
  },
};

// The end stays, for who asks for too much wants the newest (assumed).
function withinDays(
  values: Record<string, unknown>,
  { start, end, maxDays }: NonNullable<Limits['windows']>[number],
  { tenant }: Call,
): Record<string, unknown> {
  const from = momentOf(values[start]);
  const to = momentOf(values[end]) ?? tenant.clock.now();
  if (from === undefined || to - from <= maxDays * day) return values;
  const earliest = to - maxDays * day;
  return {
    ...values,
    [start]: typeof values[start] === 'string' && values[start].includes('-') ? toGmt8(earliest) : earliest,
  };
}

function momentOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  return /^\d+$/.test(value) ? Number(value) : fromGmt8(value);
}
