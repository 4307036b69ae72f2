import type { Exchange } from '../../client/exchange';

/** The calls of a case, one line each, and how to repeat the last one; empty when there was none. */
export function trail(exchanges: readonly Exchange[]): string {
  const last = exchanges.at(-1);
  if (!last) return '';
  const lines = exchanges.map(
    ({ method, url, status, outcome, durationMs, attempt }, index) =>
      `  ${String(index + 1).padStart(2)} ${method} ${pathOf(url)} -> ${status ?? '-'} ${outcome} (${durationMs} ms${attempt > 1 ? `, attempt ${attempt}` : ''})`,
  );
  return [
    'Calls of this case:',
    ...lines,
    'To repeat the last one:',
    ...last.curl.split('\n').map((line) => `  ${line}`),
    `Docs of it: ${last.docs}`,
  ].join('\n');
}

const pathOf = (url: string): string => new URL(url).pathname;
