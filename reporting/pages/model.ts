import { topicOf } from '../nights';
import type { CaseRow, PageCause, PageData } from './page-data';

/** What a reader may narrow the lists by; an empty text narrows nothing. */
export interface Filter {
  readonly text: string;
  readonly state: string;
  readonly topic: string;
  readonly class: string;
  readonly source: string;
}

export const noFilter: Filter = { text: '', state: '', topic: '', class: '', source: '' };

/** A case as the lists show it. */
export interface ShownCase {
  readonly index: number;
  readonly id: string;
  readonly file: string;
  readonly topic: string;
  readonly title: string;
  readonly state: CaseState;
  readonly durationMs: number;
  readonly sources: readonly SourceName[];
  readonly cause?: PageCause;
  readonly reason?: string;
  /** What the search looks into. */
  readonly text: string;
}

type CaseState = 'failed' | 'skipped' | 'passed' | 'notSelected';

const states = { f: 'failed', s: 'skipped', p: 'passed', n: 'notSelected' } as const;
const order: readonly CaseState[] = ['failed', 'skipped', 'passed', 'notSelected'];

/** The sources of an expectation, the firmest first. */
export const sourceNames = ['documented', 'observed', 'tenant-recorded', 'inferred', 'assumed'] as const;
type SourceName = (typeof sourceNames)[number];

/** The cases of a run: what failed comes first, what is new before the rest, then what was skipped. */
export function casesIn(data: PageData): ShownCase[] {
  const all = data.cases.map((row, index) => shownCase(data, row, index));
  return all.sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || rankOf(a) - rankOf(b) || a.index - b.index,
  );
}

const rankOf = ({ cause }: ShownCase): number => (cause?.knownIssue ? 2 : cause?.isNew === false ? 1 : 0);

function shownCase(data: PageData, row: CaseRow, index: number): ShownCase {
  const [id, fileIndex, title, letter, durationMs, letters, causeIndex, reasonIndex] = row;
  const file = data.files[fileIndex] ?? '';
  const cause = data.causes[causeIndex];
  const reason = data.reasons[reasonIndex];
  const detail = data.details[index];
  const texts = [title, file, reason, cause && textOf(cause), detail?.message, detail?.calls.map(callText)];
  return {
    ...{ index, id, file, topic: topicOf(file), title, state: states[letter], durationMs },
    sources: sourceNames.filter((name) => letters.includes(name.charAt(0))),
    ...(cause && { cause }),
    ...(reason !== undefined && { reason }),
    text: texts.flat().join('\n').toLowerCase(),
  };
}

const textOf = ({ id, endpoint = '', what, expected = '', got = '', knownIssue }: PageCause): string =>
  [id, endpoint, what, expected, got, knownIssue?.reason ?? '', knownIssue?.owner ?? ''].join('\n');

const callText = ({
  path,
  outcome,
  requestId = '',
}: {
  path: string;
  outcome: string;
  requestId?: string;
}): string => [path, outcome, requestId].join(' ');

type Narrowing = Exclude<keyof Filter, 'text'>;

const keeps: Record<Narrowing, (each: ShownCase, wanted: string) => boolean> = {
  state: isIn,
  topic: ({ topic, cause }, wanted) => topic === wanted || cause?.endpoint === wanted,
  class: ({ cause }, wanted) => cause?.class === wanted,
  source: ({ sources }, wanted) => sources.some((name) => name === wanted),
};

/** Those of the cases that a filter leaves; every word of its text has to stand somewhere in a case. */
export function filtered(cases: readonly ShownCase[], filter: Filter): readonly ShownCase[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const asked = Object.entries(keeps).filter(([name]) => filter[name as Narrowing] !== '');
  if (words.length + asked.length === 0) return cases;
  return cases.filter(
    (each) =>
      asked.every(([name, keep]) => keep(each, filter[name as Narrowing])) &&
      words.every((word) => each.text.includes(word)),
  );
}

/** What a reader may ask for besides how a case ended. */
export const extraStates = ['new', 'flaky', 'known'] as const;

function isIn({ state, cause }: ShownCase, wanted: string): boolean {
  const extra: Record<(typeof extraStates)[number], boolean> = {
    new: cause?.isNew === true,
    flaky: cause?.flaky !== undefined,
    known: cause?.knownIssue !== undefined,
  };
  return state === wanted || extra[wanted as keyof typeof extra];
}
