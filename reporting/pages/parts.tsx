import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useView } from './view';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly note?: string | number;
  readonly closed?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the page that can be closed. */
export function Section({ id, title, note, closed = false, children }: SectionProps): JSX.Element {
  return (
    <details class="section" id={id} open={!closed}>
      <summary>
        <h2>{title}</h2> <span class="quiet">{note}</span>
      </summary>
      {children}
    </details>
  );
}

interface FoldProps extends Omit<SectionProps, 'id' | 'closed'> {
  readonly open?: boolean;
}

/** A smaller part inside a section. */
export function Fold({ title, note, open = false, children }: FoldProps): JSX.Element {
  return (
    <details class="fold" open={open}>
      <summary>
        {title} <span class="quiet">{note}</span>
      </summary>
      {children}
    </details>
  );
}

interface TableProps {
  readonly label: string;
  /** The columns whose names begin with `#` hold numbers. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A table that scrolls sideways where it is too wide. */
export function Table({ label, head, rows }: TableProps): JSX.Element {
  const classOf = (column: number): string => (head[column]?.startsWith('#') === true ? 'number' : '');
  return (
    <div class="wide" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} class={classOf(column)} scope="col">
                {name.replace('#', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column} class={classOf(column)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A link to a page of the web; anything but http(s) is shown as plain text. */
export function Outside({ url, children }: { url: string; children: ComponentChildren }): JSX.Element {
  return /^https?:\/\//.test(url) ? (
    <a href={url} rel="noreferrer">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );
}

/** A text in which addresses of the web are links. */
export function Linked({ text }: { text: string }): JSX.Element {
  const parts = text.split(/(https?:\/\/[^\s，。；）)"'<>]+)/);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <Outside key={index} url={part}>
            {part}
          </Outside>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** A button that copies a text, and says that it has. */
export function Copy({ text, children }: { text: string; children: ComponentChildren }): JSX.Element {
  const { say } = useView();
  const [isDone, setDone] = useState(false);
  const copy = (): void => {
    void copied(text).then(() => {
      setDone(true);
      setTimeout(setDone, 1500, false);
    });
  };
  return (
    <button type="button" class="copy" onClick={copy}>
      {isDone ? say('copied') : children}
    </button>
  );
}

// A page that was not served securely has no clipboard of its own.
async function copied(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  const area = document.body.appendChild(document.createElement('textarea'));
  area.value = text;
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies there
  document.execCommand('copy');
  area.remove();
}
