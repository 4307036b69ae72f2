import type { Message } from './chat-robot';
import type { KnownCause } from '../history';
import type { OpenFailure } from '../news';
import { reportPaths, type Summary } from '../summary';
import {
  causeHeadline,
  causeInWords,
  comparedIn,
  countedInWords,
  day,
  failedInWords,
  duration,
  knownInWords,
  newsInWords,
  plural,
  skipsByReason,
  tenantText,
  unfinishedInWords,
  verdictWords,
} from '../words';

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
export function chatMessage(summary: Summary, addition: Addition): Message {
  const title = `DingTalk API suite: ${verdictWords[summary.verdict].toLowerCase()}`;
  const parts = [
    `#### ${title}`,
    headline(summary),
    ...(addition.ended === undefined ? [] : [addition.ended])
      .concat(summary.problems, summary.unfinished.map(unfinishedInWords), summary.missing)
      .slice(0, maxItems)
      .map(plainText),
    ...causeParts(summary, addition.reportUrl),
    ...skips(summary),
    `${countedInWords(summary)}${ofBudget(addition.budget)}, ${summary.calls.total} sent.`,
    ...(addition.reportUrl === undefined ? [] : [`[Reports](${addition.reportUrl})`]),
  ];
  return { title, text: bounded(parts) };
}

function headline(summary: Summary): string {
  const { total, passed, notSelected } = summary.totals;
  const where = `on ${tenantText(summary).en}, profile ${summary.profile}`;
  if (summary.verdict === 'not started') return `The run could not start ${where}.`;
  const taken = plural(total - notSelected, 'case');
  const counts = `${taken}: ${passed} passed, ${failedInWords(summary)}, ${summary.skips.length} skipped`;
  return `${counts} in ${duration(summary.durationMs)} ${where}.`;
}

// Each with whose fault it is, since when, and what came in place of what was expected.
function causeParts({ verdict, causes, news, failures }: Summary, reportUrl: string | undefined): string[] {
  if (verdict === 'not started') return failures.slice(0, 1).map(({ message }) => why(message));
  const lines = causes.slice(0, maxItems).map((cause) => causeLine(cause, reportUrl));
  const known = causes.length > 0 ? [[...lines, ...andMore(causes.length - lines.length)].join('\n')] : [];
  const lists = [...known, ...list('Not run again', news.notRun), ...list('Fixed', news.fixed)];
  if (news.before === undefined) return lists;
  const words = newsInWords(news);
  const nothing = failures.length === 0 ? 'nothing failed then or now' : 'nothing is new';
  return [`Since ${day(news.before)}: ${words === '' ? nothing : words}.`, ...lists];
}

// What has to be done stands below.
const why = (message: string): string =>
  message
    .split('\n')
    .slice(0, maxItems)
    .map((line, place) => `${place > 0 ? '- ' : ''}${plainText(line.trim())}`)
    .join('\n');

function causeLine(cause: KnownCause, reportUrl: string | undefined): string {
  const difference = comparedIn(cause).join(', ');
  const name = `cause ${cause.id}`;
  return [
    `- **[${cause.class}]** ${plainText(causeHeadline(cause))}: ${causeInWords(cause)}`,
    ...(difference === '' ? [] : [plainText(difference)]),
    ...knownInWords(cause).map(plainText),
    reportUrl === undefined ? name : `[${name}](${startPageAt(reportUrl)}#cause=${cause.id})`,
  ].join(' · ');
}

// A folder shows its start page, and the page of a CI job has nothing that could be opened.
const startPageAt = (url: string): string => (url.endsWith('/') ? `${url}${reportPaths.start}` : url);

function list(name: string, members: readonly OpenFailure[]): string[] {
  if (members.length === 0) return [];
  const shown = members
    .slice(0, maxItems)
    .map((each) => `- [${each.class}] ${plainText(each.title)}, since ${day(each.since)}`);
  return [
    `**${name} (${members.length})**`,
    [...shown, ...andMore(members.length - shown.length)].join('\n'),
  ];
}

function skips(summary: Summary): string[] {
  const reasons = skipsByReason(summary);
  if (reasons.length === 0) return [];
  const shown = reasons
    .slice(0, maxItems)
    .map(([reason, titles]) => `- ${titles.length}: ${plainText(reason)}`);
  return [
    `**Skipped (${summary.skips.length})**`,
    [...shown, ...andMore(reasons.length - shown.length)].join('\n'),
  ];
}

const andMore = (count: number): string[] => (count > 0 ? [`- and ${count} more, in the reports`] : []);

const ofBudget = (budget: number): string =>
  budget === Number.MAX_SAFE_INTEGER ? '' : ` of a budget of ${budget}`;

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
