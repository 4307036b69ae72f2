import fc from 'fast-check';
import type { Person, Place, Words } from './model';

/** `which` counts the announcements of the story, round and round. */
interface Aimed {
  readonly by: Person;
  readonly which: number;
}

/** A new announcement. */
export interface Publish extends Words {
  readonly kind: 'publish';
  readonly by: Person;
  readonly to: readonly Person[];
  readonly level: 0 | 20;
  readonly pinned: boolean;
}

/** Something that somebody does in a story. */
export type Step =
  | Publish
  | (Aimed & Words & { readonly kind: 'change' })
  | (Aimed & { readonly kind: 'delete' })
  | (Aimed & { readonly kind: 'read' })
  | { readonly kind: 'list'; readonly by: Person; readonly place?: Place | undefined }
  | { readonly kind: 'top ten'; readonly by: Person };

/** The most steps of a story, and the most announcements in it; they bound what it costs. */
export const limits = { steps: 12, announcements: 3 } as const;

// The first of each list is what a story is shortened to; the one that is named most often comes up most often.
const mostlyOperator = fc.constantFrom<Person>('operator', 'operator', 'operator', 'user');
const either = fc.constantFrom<Person>('operator', 'user');
const place = fc.constantFrom<Place | undefined>(undefined, 'first', 'second');
const words = {
  text: fc.nat({ max: 7 }),
  author: fc.constantFrom(undefined, 0, 1),
  place,
};
const which = fc.constantFrom(0, 0, 0, 1, 2);

const publish = (by: fc.Arbitrary<Person>): fc.Arbitrary<Step> =>
  fc.record({
    kind: fc.constant('publish' as const),
    by,
    to: fc.constantFrom<Person[]>(['user'], ['operator'], ['user', 'operator']),
    level: fc.constantFrom<0 | 20>(0, 20),
    pinned: fc.constantFrom(false, false, true),
    ...words,
  });
const change = fc.record({ kind: fc.constant('change' as const), by: mostlyOperator, which, ...words });
const remove = fc.record({ kind: fc.constant('delete' as const), by: either, which });
const read = fc.record({ kind: fc.constant('read' as const), by: either, which });
const list = fc.record({ kind: fc.constant('list' as const), by: mostlyOperator, place });
const topTen = fc.record({ kind: fc.constant('top ten' as const), by: either });

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: read, weight: 3 },
  { arbitrary: change, weight: 8 },
  { arbitrary: remove, weight: 3 },
  { arbitrary: publish(mostlyOperator), weight: 2 },
  { arbitrary: list, weight: 1 },
  { arbitrary: topTen, weight: 1 },
);

/** Stories: the operator publishes something, and then a few things happen. */
export const stories: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    publish(fc.constant('operator')),
    fc.array(step, { minLength: 1, maxLength: limits.steps - 1, size: 'max' }),
  )
  .map(([first, others]) => [first, ...others]);
