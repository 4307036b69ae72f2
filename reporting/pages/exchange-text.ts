// Stryker disable StringLiteral: the words of a page; logic is not left out.
import type { Exchange } from '../../client/exchange';

const limit = 4000;

/** A call as plain text for a reader: what was sent, what came back, how to repeat it, where it is documented. */
export function exchangeText(exchange: Exchange, index: number, count: number): string {
  const { method, url, outcome, requestBody, responseBody, curl, docs } = exchange;
  return [
    `──── call ${index + 1} of ${count}: ${outcome} ────`,
    `${method} ${url}`,
    figures(exchange),
    ...section('request', requestBody),
    ...section('reply', responseBody),
    ...section('repeat', curl),
    `docs: ${docs}`,
  ].join('\n');
}

function figures({ status, durationMs, attempt, counted }: Exchange): string {
  const tries = attempt > 1 ? [`try ${attempt}`] : [];
  const answer = status === undefined ? 'no answer' : `HTTP ${status}`;
  return [answer, `${durationMs} ms`, ...tries, counted ? 'counted by the quota' : 'not counted'].join(' · ');
}

function section(name: string, text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  const shown = indented(text);
  const whole = shown.length > limit ? `${shown.slice(0, limit)}… (${shown.length} characters)` : shown;
  return [`${name}:`, ...whole.split('\n').map((line) => `  ${line}`)];
}

/** A body as a reader likes it, in lines; what is no JSON stays as it came. */
export function indented(text: string): string {
  try {
    // Numbers beyond 2^53 would come out changed: such a text stays as it is.
    return /[:[,]\s*-?\d{16}/.test(text) ? text : JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
