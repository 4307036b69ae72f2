import { mayManage, mayRead, wordsOf, type Announcement, type Person, type Words } from './model';
import type { Step } from './steps';

/** What the people of a story are called. */
const names: Record<Person, string> = { operator: '王主管', user: '小李' };

/** Who is who, for readers of a story. */
export const cast = `${names.operator} is the operator, ${names.user} the ordinary user.`;

/**
 * A step in a sentence, with what has to come of it.
 * @param one the announcement that it is about; nothing where it is about all of them.
 */
export function sentence(step: Step, one?: Named): string {
  const who = names[step.by];
  if (step.kind === 'top ten') return `${who} looks at the ten announcements of the work page`;
  const about = one === undefined ? '' : one.name + (one.deleted === true ? ', which is deleted' : '');
  const what = about + objectOf(step);
  return permits(step, one)
    ? `${who} ${verbs[step.kind]} ${what}`
    : `${who} tries to ${step.kind} ${what}: refused`;
}

const verbs = { publish: 'publishes', change: 'changes', delete: 'deletes', read: 'reads', list: 'lists' };

function objectOf(step: Step): string {
  if (step.kind === 'publish') return `, ${titleOf(step)} ${qualities(step)}`;
  if (step.kind === 'change') return ` to ${titleOf(step)}${extras(step)}`;
  return step.kind === 'list' ? `the announcements${inPlace(step.place)}` : '';
}

type Named = Pick<Announcement, 'name'> & Partial<Announcement>;

function permits({ kind, by }: Step, one?: Named): boolean {
  if (kind === 'read') return one !== undefined && mayRead(one as Announcement, by);
  return mayManage(by) && one?.deleted !== true;
}

const titleOf = (words: Words): string => `«${wordsOf(words).title}»`;

function qualities(step: Extract<Step, { kind: 'publish' }>): string {
  const receivers = step.to.map((person) => names[person]).join(' and ');
  const marks = [...(step.level === 20 ? [', confidential'] : []), ...(step.pinned ? [', pinned'] : [])];
  return `for ${receivers}${marks.join('')}${extras(step)}`;
}

const extras = (words: Words): string => {
  const { author } = wordsOf(words);
  return inPlace(words.place) + (author === undefined ? '' : ` by ${author}`);
};

const inPlace = (place: string | undefined): string =>
  place === undefined ? '' : ` in the ${place} category`;

/** The story as far as it was told: a sentence for each step. */
export class Account {
  readonly #lines: string[] = [];

  /** Tells a step and does it; the sentence stays the last one when that fails. */
  async tell(line: string, act: () => Promise<void>): Promise<void> {
    this.#lines.push(line);
    await act();
  }

  /** Like `tell`, for what is looked at when the story is over: the sentence stays only when that fails. */
  async ask(line: string, act: () => Promise<void>): Promise<void> {
    await this.tell(`in the end, ${line}`, act);
    this.#lines.pop();
  }

  /** The story as a numbered list whose last line says what went wrong there. */
  text(problem: string): string {
    const last = this.#lines.length - 1;
    return this.#lines
      .map((line, place) => `  ${place + 1}. ${line}${place === last ? `  <- here: ${problem}` : ''}`)
      .join('\n');
  }
}

/** What a failed expectation says, in one line: the members that differ, or the first line of its message. */
export function problemOf(
  error: Error & { matcherResult?: { expected?: unknown; actual?: unknown } },
): string {
  const { expected, actual } = error.matcherResult ?? {};
  const differing = isRecord(expected) && isRecord(actual) ? differences(expected, actual) : [];
  return differing.length > 0 ? differing.join('; ') : (error.message.split('\n')[0] ?? '');
}

function differences(expected: Record<string, unknown>, actual: Record<string, unknown>): string[] {
  return Object.keys({ ...expected, ...actual })
    .map((name) => [name, textOf(expected[name]), textOf(actual[name])] as const)
    .filter(([, wanted, got]) => wanted !== got)
    .map(([name, wanted, got]) => `expected ${name} ${wanted}, got ${got}`);
}

const textOf = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
