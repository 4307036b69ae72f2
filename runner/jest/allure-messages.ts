import type { HttpExchange } from 'allure-js-commons';
import { Severity, Status } from 'allure-js-commons';
import type { RuntimeMessage } from 'allure-js-commons/sdk';
import type { Exchange, Wait } from '../../client/exchange';
import { endpoints } from '../../schemas';
import type { Outcome } from './run-case';

/**
 * What Allure is told about a case: its place (epic = product, feature = endpoint or flow, story = row), its severity, the docs of
 * what it called, and one step per call with the exchange attached.
 * @param describe the titles around the case; the outermost begins with the product, as in `blackboard/create` or `blackboard: …`.
 */
export function allureMessages(
  describe: readonly string[],
  name: string,
  { record, error }: Outcome,
): RuntimeMessage[] {
  const calls = record.exchanges.map((exchange) => callStep(exchange, error !== undefined));
  const steps = [...calls, ...record.waits.map(waitStep)].sort((a, b) => a.startedAt - b.startedAt);
  return [metadata(describe, name, record.exchanges), ...steps.flatMap(({ messages }) => messages)];
}

function metadata(describe: readonly string[], name: string, exchanges: readonly Exchange[]): RuntimeMessage {
  const feature = describe[0] ?? 'suite';
  const endpoint = endpoints.find(({ id }) => id === feature);
  const called = new Set(exchanges.map(({ endpoint: id }) => id));
  const links = endpoints
    .filter(({ id }) => called.has(id) || id === feature)
    .map(({ docs, title, id }) => ({ url: docs.url, name: `${title.zh} (${id})`, type: 'link' }));
  return {
    type: 'metadata',
    data: {
      labels: [
        { name: 'epic', value: feature.split(/[/:]/)[0] ?? feature },
        { name: 'feature', value: endpoint ? `${feature} ${endpoint.title.zh}` : feature },
        { name: 'story', value: name },
        { name: 'severity', value: endpoint ? Severity.NORMAL : Severity.CRITICAL },
      ],
      links,
    },
  };
}

const longestBody = 1_000;

interface Step {
  readonly startedAt: number;
  readonly messages: RuntimeMessage[];
}

// How to repeat a call is attached only where somebody may want to: it would double the report.
function callStep(exchange: Exchange, withCommand: boolean): Step {
  const { startedAt, durationMs, method, url, endpoint, outcome } = exchange;
  const title = endpoints.find(({ id }) => id === endpoint)?.title.zh ?? '';
  const attachment = {
    name: 'exchange',
    contentType: 'application/vnd.allure.http+json',
    fileExtension: '.httpexchange',
  };
  const shown = withCommand ? exchange : { ...exchange, ...shortened(exchange) };
  const content = Buffer.from(JSON.stringify(httpExchange(shown))).toString('base64');
  const broken = /^(broken|no answer)/.test(outcome);
  return {
    startedAt,
    messages: [
      {
        type: 'step_start',
        data: { name: `${method} ${new URL(url).pathname} ${title}: ${outcome}`, start: startedAt },
      },
      { type: 'attachment_content', data: { ...attachment, content, encoding: 'base64' } },
      ...(withCommand ? [command(exchange)] : []),
      {
        type: 'step_stop',
        data: { stop: startedAt + durationMs, status: broken ? Status.FAILED : Status.PASSED },
      },
    ],
  };
}

// The whole of every call stands in the raw records; in the report of what passed its beginning is enough.
function shortened({ requestBody, responseBody }: Exchange): Partial<Exchange> {
  const cut = (text: string): string =>
    text.length > longestBody ? `${text.slice(0, longestBody)}… (cut)` : text;
  return {
    ...(requestBody === undefined ? {} : { requestBody: cut(requestBody) }),
    ...(responseBody === undefined ? {} : { responseBody: cut(responseBody) }),
  };
}

function command({ curl }: Exchange): RuntimeMessage {
  const content = Buffer.from(curl).toString('base64');
  return {
    type: 'attachment_content',
    data: { name: 'curl', contentType: 'text/plain', content, encoding: 'base64' },
  };
}

function waitStep({ what, tries, startedAt, durationMs }: Wait): Step {
  return {
    startedAt,
    messages: [
      { type: 'step_start', data: { name: `waited for ${what} (${tries} tries)`, start: startedAt } },
      { type: 'step_stop', data: { stop: startedAt + durationMs, status: Status.PASSED } },
    ],
  };
}

function httpExchange(exchange: Exchange): HttpExchange {
  const { startedAt, durationMs, method, url, requestHeaders, requestBody, status, outcome } = exchange;
  const request = { method, url, headers: pairs(requestHeaders) };
  return {
    schemaVersion: 1,
    request: requestBody === undefined ? request : { ...request, body: body(requestHeaders, requestBody) },
    ...(status === undefined
      ? { error: { name: 'no answer', message: outcome } }
      : { response: answer(exchange, status) }),
    start: startedAt,
    stop: startedAt + durationMs,
  };
}

function answer(
  { responseHeaders = {}, responseBody = '' }: Exchange,
  status: number,
): HttpExchange['response'] & object {
  return { status, headers: pairs(responseHeaders), body: body(responseHeaders, responseBody) };
}

const body = (
  headers: Readonly<Record<string, string>>,
  value: string,
): { contentType: string; value: string } => ({
  contentType: headers['content-type'] ?? '',
  value,
});

const pairs = (record: Readonly<Record<string, string>>): { name: string; value: string }[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }));
