import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Calls } from './calls';
import { linkTo } from './links';
import type { ShownCase } from './model';
import { Copy, Outside } from './parts';
import { skipReason } from '../skip-reasons';
import { useView } from './view';

const atFirst = 30;
const more = 200;

interface CaseListProps {
  readonly cases: readonly ShownCase[];
  /** The id of the case that a link asks for: it is open, and the first. */
  readonly linked?: string;
}

/** A list of cases, as many as a reader wants to see; one that failed opens in place. */
export function CaseList({ cases, linked }: CaseListProps): JSX.Element {
  const { say } = useView();
  const [limit, setLimit] = useState(atFirst);
  const asked = cases.filter(({ id }) => id === linked);
  const others = asked.length === 0 ? cases : cases.filter(({ id }) => id !== linked);
  const left = cases.length - limit;
  return (
    <>
      <ul class="cases">
        {[...asked, ...others].slice(0, limit).map((each) => (
          <CaseItem key={each.index} shown={each} isAsked={each.id === linked} />
        ))}
      </ul>
      {left > 0 && (
        <button
          type="button"
          class="more"
          onClick={() => {
            setLimit(limit + more);
          }}
        >
          {say('showMore', { count: Math.min(left, more) })}
        </button>
      )}
      {cases.length === 0 && <p class="quiet">{say('nothingFound')}</p>}
    </>
  );
}

function CaseItem({ shown, isAsked }: { shown: ShownCase; isAsked: boolean }): JSX.Element {
  const [isMade, setMade] = useState(isAsked);
  if (shown.state !== 'failed')
    return (
      <li {...(isAsked && { id: `case-${shown.id}` })}>
        <CaseLine shown={shown} />
      </li>
    );
  return (
    <li {...(isAsked && { id: `case-${shown.id}` })}>
      <details
        open={isAsked}
        onToggle={(event) => {
          if (event.currentTarget.open) setMade(true);
        }}
      >
        <summary>
          <CaseLine shown={shown} />
        </summary>
        {(isMade || isAsked) && <FailedCase shown={shown} />}
      </details>
    </li>
  );
}

function CaseLine({ shown }: { shown: ShownCase }): JSX.Element {
  const { say, language } = useView();
  const { state, title, durationMs, sources, reason } = shown;
  const facts = [
    ...sources.map((name) => say(`source.${name}`)),
    ...(reason === undefined ? [`${durationMs} ms`] : [skipReason(reason, language)]),
  ];
  return (
    <span class={`case ${state}`}>
      <span class="mark">{say(`state.${state}`)}</span>
      <span class="title">{title}</span>
      <span class="quiet">{facts.join(' · ')}</span>
    </span>
  );
}

function FailedCase({ shown }: { shown: ShownCase }): JSX.Element {
  const { data, say } = useView();
  const { index, file, title, id } = shown;
  const { script = '', docs } = data.details[index] ?? {};
  return (
    <>
      <div class="actions">
        {script !== '' && <Copy text={script}>{say('copyScript')}</Copy>}
        <Copy text={`npm test -- ${file} -t ${quoted(title)}`}>{say('copyCommand')}</Copy>
        <Copy text={linkTo('case', id)}>{say('copyLink')}</Copy>
        {docs !== undefined && <Outside url={docs}>{say('documentation')}</Outside>}
        <span class="quiet">{file}</span>
      </div>
      <Calls index={index} />
    </>
  );
}

// For a shell; and -t takes a pattern.
const quoted = (title: string): string =>
  `'${title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll("'", `'\\''`)}'`;
