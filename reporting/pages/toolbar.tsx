import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { extraStates, noFilter, sourceNames, type Filter, type ShownCase } from './model';
import type { Word } from './page-words';
import { useView } from './view';

interface ToolbarProps {
  readonly cases: readonly ShownCase[];
  /** How many of them the filter leaves. */
  readonly shown: number;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** The search and the filters over causes and cases. */
export function Toolbar({ cases, shown, filter, onChange }: ToolbarProps): JSX.Element {
  const { say } = useView();
  const isNarrowed = Object.values(filter).some((wanted) => wanted !== '');
  return (
    <form
      class="toolbar"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <input
        type="search"
        value={filter.text}
        placeholder={say('search')}
        aria-label={say('search')}
        onInput={(event) => {
          onChange({ ...filter, text: event.currentTarget.value });
        }}
      />
      <div class="filters">
        <Selects cases={cases} filter={filter} onChange={onChange} />
        {isNarrowed && (
          <button
            type="button"
            onClick={() => {
              onChange(noFilter);
            }}
          >
            {say('clear')}
          </button>
        )}
        <span class="quiet" role="status">
          {isNarrowed && say('shownOf', { shown, all: cases.length })}
        </span>
      </div>
    </form>
  );
}

function Selects({ cases, filter, onChange }: Omit<ToolbarProps, 'shown'>): JSX.Element {
  const { say } = useView();
  const [options] = useState(() => optionsIn(cases));
  const names = (['state', 'topic', 'class', 'source'] as const).filter((name) => options[name].length > 0);
  return (
    <>
      {names.map((name) => (
        <select
          key={name}
          aria-label={say(`filter.${name}`)}
          value={filter[name]}
          onChange={(event) => {
            onChange({ ...filter, [name]: event.currentTarget.value });
          }}
        >
          <option value="">{say('anyOf', { what: say(`filter.${name}`) })}</option>
          {options[name].map((value) => (
            <option key={value} value={value}>
              {name === 'topic' ? value : say(`${name}.${value}` as Word)}
            </option>
          ))}
        </select>
      ))}
    </>
  );
}

// Only what some case has can be asked for.
function optionsIn(
  cases: readonly ShownCase[],
): Record<'state' | 'topic' | 'class' | 'source', readonly string[]> {
  const there = new Set<string>(cases.map(({ state }) => state));
  const causes = [...new Set(cases.flatMap(({ cause }) => cause ?? []))];
  const extra = {
    new: causes.some(({ isNew }) => isNew),
    flaky: causes.some(({ flaky }) => flaky),
    known: causes.some(({ knownIssue }) => knownIssue),
  };
  const sources = new Set<string>(cases.flatMap((each) => each.sources));
  const topics = [...cases.map(({ topic }) => topic), ...causes.flatMap(({ endpoint }) => endpoint ?? [])];
  return {
    state: [
      ...['failed'].filter((name) => there.has(name)),
      ...extraStates.filter((name) => extra[name]),
      ...['skipped', 'passed', 'notSelected'].filter((name) => there.has(name)),
    ],
    topic: [...new Set(topics)].sort(),
    class: [...new Set(causes.map((cause) => cause.class))],
    source: sourceNames.filter((name) => sources.has(name)),
  };
}
