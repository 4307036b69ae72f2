import type { JSX } from 'preact';
import { indented } from './exchange-text';
import type { PageCall } from './page-data';
import { Copy, Linked } from './parts';
import { useView } from './view';

/** What a failed case says, the last of its calls, and the script that makes them again. */
export function Calls({ index }: { index: number }): JSX.Element {
  const { data, say } = useView();
  const detail = data.details[index];
  if (detail === undefined)
    return (
      <p class="quiet">
        {say('noDetail')}
        <Whole />
      </p>
    );
  const { message, blockedBy, calls, made, script } = detail;
  return (
    <div class="detail">
      {blockedBy !== undefined && <p>{say('blockedBy', { title: blockedBy })}</p>}
      <pre class="compared" tabIndex={0}>
        {message.split('\n').map(messageLine)}
      </pre>
      <ol class="calls" start={made - calls.length + 1}>
        {calls.map((call, place) => (
          <Call key={place} call={call} />
        ))}
      </ol>
      {made > calls.length && (
        <p class="quiet">
          {say('lastCalls', { shown: calls.length, all: made })}
          <Whole />
        </p>
      )}
      {script !== '' && (
        <details class="fold">
          <summary>{say('script')}</summary>
          <pre tabIndex={0}>{script}</pre>
        </details>
      )}
    </div>
  );
}

function messageLine(line: string, key: number): JSX.Element {
  const kind = /^-|^Expected/.test(line) ? 'expected' : /^\+|^Received/.test(line) ? 'got' : 'line';
  return (
    <span key={key} class={kind}>
      <Linked text={line} />
    </span>
  );
}

function Whole(): JSX.Element {
  const { data, say } = useView();
  return <a href={data.summary.reports.allure}>{say('allure')}</a>;
}

function Call({ call }: { call: PageCall }): JSX.Element {
  const { say } = useView();
  const { method, path, status, outcome, durationMs, requestId, guilty } = call;
  return (
    <li class={guilty ? 'guilty' : ''}>
      <details open={guilty === true}>
        <summary>
          <code>
            {method} {path}
          </code>{' '}
          {status ?? say('noAnswer')} {outcome} <span class="quiet">{durationMs} ms</span>
        </summary>
        {(['request', 'reply'] as const).map((name) => (
          <Text key={name} name={name} body={call[name]} />
        ))}
        {requestId !== undefined && (
          <div class="actions">
            <Copy text={requestId}>{say('copyRequestId', { id: requestId })}</Copy>
          </div>
        )}
      </details>
    </li>
  );
}

function Text({ name, body }: { name: 'request' | 'reply'; body: PageCall['reply'] }): JSX.Element | null {
  const { say } = useView();
  if (body === undefined) return null;
  const [text, whole] = body;
  return (
    <>
      <p class="quiet">{say(name)}</p>
      <pre tabIndex={0}>{whole === undefined ? indented(text) : text}</pre>
      {whole !== undefined && (
        <p class="quiet">
          {say('cut', { all: whole })}
          <Whole />
        </p>
      )}
    </>
  );
}
