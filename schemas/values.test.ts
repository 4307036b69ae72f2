import { groupsOf, valuesOf, type Described } from './values';

/** The labels of the values and limits that `sent` is one of. */
const met = (schema: Described, sent: unknown): string[] =>
  valuesOf(schema)
    .filter(({ holds }) => holds(sent))
    .map(({ label }) => label);

const metGroups = (schema: Described, sent: unknown): string[] =>
  groupsOf(schema)
    .filter(({ holds }) => holds(sent))
    .map(({ name, label }) => name + label);

describe('A value that was sent', () => {
  const list = { type: 'string', commaSeparated: { maxItems: 2, enum: ['2', '3'] } };
  it.each<{ schema: Described; sent: unknown; want: string[] }>([
    { schema: { enum: [0, 20] }, sent: 20, want: ['=20'] },
    { schema: { enum: [0, 20] }, sent: '0', want: ['=0'] },
    { schema: { enum: [0, 20] }, sent: 1, want: [] },
    { schema: { type: 'boolean' }, sent: true, want: ['=true'] },
    { schema: { type: 'boolean' }, sent: 'false', want: ['=false'] },
    { schema: { type: 'string' }, sent: 'true', want: [] },
    { schema: list, sent: '3', want: ['=3'] },
    { schema: { commaSeparated: { enum: ['-1'] } }, sent: '2,-1', want: ['=-1'] },
    { schema: list, sent: '2,3', want: ['=2', '=3', '=max'] },
    { schema: list, sent: '2,2,3', want: ['=2', '=3', '=>max'] },
    { schema: { type: 'integer', minimum: 1, maximum: 20 }, sent: 20, want: ['=max'] },
    { schema: { type: 'integer', minimum: 1, maximum: 20 }, sent: '21', want: ['=>max'] },
    { schema: { type: 'integer', minimum: 1, maximum: 20 }, sent: 19, want: [] },
    { schema: { type: 'integer', minimum: 1, maximum: 20 }, sent: 1, want: ['=min'] },
    { schema: { type: 'integer', minimum: 1, maximum: 20 }, sent: 0, want: ['=<min'] },
    { schema: { type: 'integer', minimum: 0 }, sent: -1, want: ['=<min'] },
    { schema: { type: 'array', maxItems: 2 }, sent: ['a', 'b'], want: ['=max'] },
    { schema: { type: 'array', maxItems: 2 }, sent: ['a', 'b', 'c'], want: ['=>max'] },
    { schema: { type: 'string', maxLength: 3 }, sent: 'a,b', want: ['=max'] },
    { schema: { type: 'string', maxLength: 3 }, sent: '𠮷𠮷𠮷', want: ['=max'] },
    { schema: { type: 'string', truncatedAt: 3 }, sent: 'abcd', want: ['=>max'] },
    { schema: { type: 'string' }, sent: 'abcd', want: [] },
  ])('$sent is one of $want', ({ schema, sent, want }) => {
    expect(met(schema, sent)).toEqual(want);
  });
});

describe('A window of time', () => {
  const schema = { windows: [{ start: 'from', end: 'to', maxDays: 180 }] };
  const day = 86_400_000;
  it.each<{ when: string; sent: unknown; want: string[] }>([
    { when: 'exact in milliseconds', sent: { from: day, to: 181 * day }, want: ['from=max'] },
    { when: 'a moment longer', sent: { from: day, to: 181 * day + 60_000 }, want: ['from=max'] },
    { when: 'a moment shorter', sent: { from: day, to: 181 * day - 60_000 }, want: ['from=max'] },
    { when: 'longer', sent: { from: day, to: 181 * day + 60_001 }, want: ['from=>max'] },
    { when: 'shorter', sent: { from: day, to: 181 * day - 60_001 }, want: [] },
    { when: 'sent as texts', sent: { from: String(day), to: String(181 * day) }, want: ['from=max'] },
    {
      when: 'written as times',
      sent: { from: '2026-01-01 00:00:00', to: '2026-06-30 00:00:00' },
      want: ['from=max'],
    },
    { when: 'without an end', sent: { from: day }, want: [] },
    { when: 'null', sent: null, want: [] },
    { when: 'no object', sent: 'from', want: [] },
  ])('is told by its length: $when', ({ sent, want }) => {
    expect(metGroups(schema, sent)).toEqual(want);
  });
});

describe('A pair of values', () => {
  const pairs = { between: ['a', 'b'], supported: [['zh', 'en']] };
  it.each([
    { schema: { pairs }, sent: { a: 'zh', b: 'en' }, want: ['a/b=zh/en'] },
    { schema: { pairs }, sent: { a: 'en', b: 'zh' }, want: [] },
    { schema: { pairs }, sent: { a: 'zh', b: 'fr' }, want: [] },
    { schema: { pairs }, sent: { a: 'fr', b: 'en' }, want: [] },
    { schema: { pairs: { ...pairs, bothWays: true } }, sent: { a: 'en', b: 'zh' }, want: ['a/b=en/zh'] },
    { schema: {}, sent: { a: 'en', b: 'zh' }, want: [] },
  ])('$sent is $want', ({ schema, sent, want }) => {
    expect(metGroups(schema, sent)).toEqual(want);
  });
});
