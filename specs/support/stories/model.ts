/** People of a story: the announcement administrator who acts, and an ordinary employee. */
export type Person = 'operator' | 'user';

/** One of the tenant's first two categories. */
export type Place = 'first' | 'second';

/** What a step sends of an announcement; `text` and `author` are places in the lists of the story's words. */
export interface Words {
  readonly text: number;
  readonly author?: number | undefined;
  readonly place?: Place | undefined;
}

/** What an announcement is as long as nothing happens to it. */
interface Birth {
  /** `A` for the first one of a story, `B` for the second. */
  readonly name: string;
  readonly tag: string;
  readonly id: string;
  /** The time of creation as the tenant showed it first. */
  readonly created: string;
  readonly to: readonly Person[];
  readonly level: 0 | 20;
  readonly pinned: boolean;
}

/** What the documentation promises of one announcement. What it leaves open is undefined. */
export interface Announcement extends Birth {
  readonly title: string;
  readonly content: string;
  readonly author: string | undefined;
  readonly place: Place | 'none' | undefined;
  readonly deleted: boolean;
}

const texts = [
  ['周报截止时间', '请在周五18:00前提交周报'],
  ['会议室调整', '例会改到三楼大会议室'],
  ['体检安排', '体检改到下周三\n请空腹'],
  ['门禁升级', '今晚22:00起更换门禁系统'],
  ['停电通知', '周六上午B座停电检修'],
  ['年会报名', '请在月底前到前台报名'],
  ['班车调整', '班车改到18:30发车\n地点不变'],
  ['培训安排', '信息安全培训改到周四下午'],
] as const;
const authors = ['杨晓', '李雷'] as const;

/** Title (without its tag), content and author that a step sends. */
export function wordsOf({ text, author }: Words): { title: string; content: string; author?: string } {
  const [title, content] = texts[text % texts.length] ?? texts[0];
  const name = author === undefined ? undefined : authors[author % authors.length];
  return { title, content, ...(name === undefined ? {} : { author: name }) };
}

/** An announcement as it is created. Without a category it stands in none; who its author is then is not documented. */
export function published(birth: Birth, words: Words): Announcement {
  return { ...birth, ...said(words, birth), place: words.place ?? 'none', deleted: false };
}

/**
 * An announcement after a change: title and content are new (blackboard/update/R9); id, receivers, level and pin stay (R5). Whether
 * author and category are kept or cleared when they are left out is not documented; what is in no category stays in none either way.
 */
export function changed(one: Announcement, words: Words): Announcement {
  const kept = one.place === 'none' ? 'none' : undefined;
  return { ...one, ...said(words, one), place: words.place ?? kept };
}

function said(words: Words, { tag }: Birth): Pick<Announcement, 'title' | 'content' | 'author'> {
  const { title, content, author } = wordsOf(words);
  return { title: `${title} ${tag}`, content, author };
}

/** An announcement after its deletion. */
export const deleted = (one: Announcement): Announcement => ({ ...one, deleted: true });

/** Whether somebody may create, change, delete and list: administrators only (blackboard/create/R2, update/R4, delete/R4, listids/R2). */
export const mayManage = (person: Person): boolean => person === 'operator';

/**
 * Whether somebody may read it: what is not deleted (blackboard/get/R4, get-blackboard/R2) and normal anybody, what is confidential its
 * receivers and administrators (blackboard/create/R6, get/R3, get-blackboard/R1).
 */
export function mayRead({ deleted: isGone, level, to }: Announcement, person: Person): boolean {
  return !isGone && (level === 0 || mayManage(person) || to.includes(person));
}

/** The names that a list has to hold, sorted, each once: what lives (blackboard/listids/R7), in one category where one is asked for (R13). */
export function listedNames(all: readonly Announcement[], place?: Place): string[] {
  return all
    .filter((one) => !one.deleted && (place === undefined || one.place === place))
    .map(({ name }) => name)
    .sort();
}

/** Whether the documentation says in which category it stands, or that it stands in none. */
export const isPlaced = ({ place }: Announcement): boolean => place !== undefined;

/** What somebody's ten announcements hold of this story: names and titles. */
export type Shown = readonly (readonly [name: string, title: string])[];

/**
 * What the ten announcements of a person have to be, given what they are: each that may be seen at most once and with its present
 * title, none that may not be seen (blackboard/listtopten/R2). What was sent to the person may be missing only where ten others
 * are shown; whether anything else is shown is not documented.
 */
export function wantedInTopTen(
  all: readonly Announcement[],
  person: Person,
  shown: Shown,
  isFull: boolean,
): Shown {
  const isThere = ({ name }: Announcement): boolean => shown.some(([shownName]) => shownName === name);
  const mustBe = ({ to }: Announcement): boolean => !isFull && to.includes(person);
  return all
    .filter((one) => mayRead(one, person) && (isThere(one) || mustBe(one)))
    .map(({ name, title }) => [name, title] as const);
}
