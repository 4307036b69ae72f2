import type { Language } from '../../config/language';
import type { Message } from './chat-robot';
import type { KnownCause } from '../history';
import type { OpenFailure } from '../news';
import { reportPaths, type Summary } from '../summary';
import { skipReason } from '../skip-reasons';
import { verdictSays } from '../verdict-words';
import { causeHeadline, day, skipsByReason } from '../words';
import { chatSays } from './chat-words';

const maxItems = 8;
const maxLength = 120;
// The robot takes 20,000 bytes (documented), of which JSON needs some for itself.
const maxBytes = 16_000;

/** What the chat message needs besides the summary. */
export interface Addition {
  readonly reportUrl?: string | undefined;
  /** Counted calls that the run was allowed. */
  readonly budget: number;
  /** Why the night ended early. */
  readonly ended?: string | undefined;
}

/**
 * The one message of a night, Markdown: the verdict first, then what is new, then what was skipped and spent. It is bounded, holds no link
 * but those to the reports, and mentions nobody. `DingTalk` stands in each, so that it can be the robot's keyword.
 */
export function chatMessage(summary: Summary, addition: Addition, language: Language = 'en'): Message {
  const says = chatSays[language];
  const { verdict, problems, unfinished, missing } = summary;
  const title = says.title(verdict);
  const parts = [
    `#### ${title}`,
    verdict === 'not started' ? says.notStarted(summary) : says.headline(summary),
    ...(addition.ended === undefined ? [] : [addition.ended])
      .concat(problems, unfinished.map(verdictSays[language].killed), missing)
      .slice(0, maxItems)
      .map(plainText),
    ...causeParts(summary, addition.reportUrl, language),
    ...skips(summary, language),
    says.calls(summary, addition.budget),
    ...(addition.reportUrl === undefined ? [] : [`[${says.reports}](${addition.reportUrl})`]),
  ];
  return { title, text: bounded(parts) };
}

// Each with whose fault it is, since when, and what came in place of what was expected.
function causeParts(
  { verdict, causes, news, failures }: Summary,
  reportUrl: string | undefined,
  language: Language,
): string[] {
  if (verdict === 'not started') return failures.slice(0, 1).map(({ message }) => why(message));
  const lines = causes.slice(0, maxItems).map((cause) => causeLine(cause, reportUrl, language));
  const known =
    causes.length > 0 ? [[...lines, ...andMore(causes.length - lines.length, language)].join('\n')] : [];
  const lists = [...known, ...list('notRun', news.notRun, language), ...list('fixed', news.fixed, language)];
  if (news.before === undefined) return lists;
  return [chatSays[language].news(news, news.before, failures.length > 0), ...lists];
}

// What has to be done stands below.
const why = (message: string): string =>
  message
    .split('\n')
    .slice(0, maxItems)
    .map((line, place) => `${place > 0 ? '- ' : ''}${plainText(line.trim())}`)
    .join('\n');

function causeLine(cause: KnownCause, reportUrl: string | undefined, language: Language): string {
  const [says, ofCauses] = [chatSays[language], verdictSays[language]];
  const difference = says.compared(cause.expected, cause.got);
  const name = says.cause(cause.id);
  return [
    `- **[${cause.class}]** ${plainText(causeHeadline(cause))}${between[language]}${ofCauses.cause(cause)}`,
    ...(difference === '' ? [] : [plainText(difference)]),
    ...ofCauses.known(cause).map(plainText),
    reportUrl === undefined ? name : `[${name}](${startPageAt(reportUrl)}#cause=${cause.id})`,
  ].join(' · ');
}

const between = { en: ': ', zh: '：' };

// A folder shows its start page, and the page of a CI job has nothing that could be opened.
const startPageAt = (url: string): string => (url.endsWith('/') ? `${url}${reportPaths.start}` : url);

function list(name: 'notRun' | 'fixed', members: readonly OpenFailure[], language: Language): string[] {
  if (members.length === 0) return [];
  const says = chatSays[language];
  const shown = members
    .slice(0, maxItems)
    .map((each) => `- [${each.class}] ${plainText(each.title)}${says.since(day(each.since))}`);
  return [
    says.list(name, members.length),
    [...shown, ...andMore(members.length - shown.length, language)].join('\n'),
  ];
}

function skips(summary: Summary, language: Language): string[] {
  const reasons = skipsByReason(summary);
  if (reasons.length === 0) return [];
  const shown = reasons
    .slice(0, maxItems)
    .map(
      ([reason, titles]) =>
        `- ${verdictSays[language].skip(titles.length, plainText(skipReason(reason, language)))}`,
    );
  return [
    chatSays[language].list('skipped', summary.skips.length),
    [...shown, ...andMore(reasons.length - shown.length, language)].join('\n'),
  ];
}

const andMore = (count: number, language: Language): string[] =>
  count > 0 ? [`- ${chatSays[language].more(count)}`] : [];

// One line that is neither Markdown nor a link, and mentions nobody: @ before a number or userid is how a message does.
function plainText(text: string): string {
  const line = text.split('\n')[0] ?? '';
  const cut = line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
  // Whether chats take a backslash for an escape is not documented, so the full-width twins stand for signs of Markdown.
  return cut
    .replaceAll('://', ':// ')
    .replace(/[@*[\]<>`]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function bounded(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (Buffer.byteLength(JSON.stringify([...kept, part].join('\n\n'))) > maxBytes) break;
    kept.push(part);
  }
  return kept.join('\n\n');
}
