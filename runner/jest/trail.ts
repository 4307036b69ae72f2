import type { Exchange } from '../../client/exchange';

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
