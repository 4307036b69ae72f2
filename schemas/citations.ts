import citations from './citations.json';
import type { Cite, Source } from './endpoint';

/** Something that shows a fact: a page, the official SDK, the metadata or the catalogue of the APIs, a recording, or a client that works. */
interface Citation {
  readonly kind: 'page' | 'recording' | 'sdk' | 'metadata' | 'catalogue' | 'caller';
  readonly what: string;
  readonly url?: string;
  /** Of the page or the recording, as far as it is known: `2026-05-09`, `2024-01`, `2019`. */
  readonly date?: string;
  readonly version?: string;
}

const all = citations as Readonly<Record<string, Citation>>;
const kinds: readonly string[] = ['page', 'recording', 'sdk', 'metadata', 'catalogue', 'caller'];

interface Sourced {
  readonly at: string;
  readonly source: Source;
  readonly cite?: Cite;
}

/** Everything in a file of facts that has a source, at every depth; samples of answers are no facts. */
function sourcedIn(value: unknown, at: string): Sourced[] {
  if (typeof value !== 'object' || value === null) return [];
  const { source } = value as { source?: unknown };
  return [
    ...(typeof source === 'string' ? [{ ...(value as Sourced), at }] : []),
    ...Object.entries(value)
      .filter(([name]) => name !== 'examples' && name !== 'example')
      .flatMap(([name, member]) => sourcedIn(member, `${at}/${name}`)),
  ];
}

const keysOf = ({ cite = [] }: Sourced): readonly string[] => (typeof cite === 'string' ? [cite] : cite);

/**
 * Lists the sources of a file without a citation, and citations that are not in `citations.json`.
 * @param hasPage what is documented there stands on the page of the endpoint, unless it cites something else.
 */
export function uncited(file: unknown, hasPage: boolean): string[] {
  const needCitation: readonly Source[] = [
    'observed',
    'tenant-recorded',
    ...(hasPage ? [] : (['documented'] as const)),
  ];
  return sourcedIn(file, '').flatMap((fact) => [
    ...(needCitation.includes(fact.source) && keysOf(fact).length === 0
      ? [`${fact.at} is ${fact.source} and cites nothing`]
      : []),
    ...keysOf(fact)
      .filter((key) => !(key in all))
      .map((key) => `${fact.at} cites ${key}, which is not in citations.json`),
  ]);
}

/** Lists what is wrong with the citations themselves: a kind that is none, no text, or nobody who cites it in `files`. */
export function problemsOfCitations(files: readonly unknown[]): string[] {
  const cited = new Set(files.flatMap((file) => sourcedIn(file, '')).flatMap(keysOf));
  return Object.entries(all).flatMap(([key, { kind, what }]) => [
    ...(kinds.includes(kind) && what !== '' ? [] : [`${key} does not say what it is`]),
    ...(cited.has(key) ? [] : [`${key} is cited by nobody`]),
  ]);
}
