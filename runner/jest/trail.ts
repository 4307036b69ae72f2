import type { Exchange } from '../../client/exchange';
import type { Language } from '../../config/language';

// A case that repeats itself makes more calls than anybody reads.
const most = 60;

/** The last calls of a case, one line each, and how to repeat the last one; empty when there was none. */
export function trail(exchanges: readonly Exchange[]): string {
  // What removed the things that the case had made is not what it failed over.
  const last = exchanges.findLast(({ cleaning }) => cleaning !== true) ?? exchanges.at(-1);
  if (!last) return '';
  const lines = exchanges.map(
    ({ method, url, status, outcome, durationMs, attempt, cleaning }, index) =>
      `  ${String(index + 1).padStart(2)} ${method} ${pathOf(url)} -> ${status ?? '-'} ${outcome} (${durationMs} ms${attempt > 1 ? `, attempt ${attempt}` : ''})${cleaning ? ', cleaning up' : ''}`,
  );
  const earlier = lines.length - most;
  return [
    'Calls of this case:',
    ...(earlier > 0 ? [`  (${earlier} earlier ones are in the report)`] : []),
    ...lines.slice(-most),
    'To repeat the last one:',
    ...last.curl.split('\n').map((line) => `  ${line}`),
    `Docs of it: ${last.docs}`,
  ].join('\n');
}

const pathOf = (url: string): string => new URL(url).pathname;

// It is recorded in English.
const headings: readonly (readonly [RegExp, string])[] = [
  [/^( *)Calls of this case:$/gm, '$1这条用例的调用：'],
  [/^( *)\((\d+) earlier ones are in the report\)$/gm, '$1（更早的 $2 次见报告）'],
  [/^( *)To repeat the last one:$/gm, '$1重复最后一次调用：'],
  [/^( *)Docs of it: /gm, '$1它的文档：'],
];

/** What Jest prints, with the headings of trails in the language of the user. */
export const worded =
  (language: Language) =>
  (printed: string): string =>
    language === 'en'
      ? printed
      : headings.reduce((text, [english, chinese]) => text.replace(english, chinese), printed);
