import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { day } from '../words';
import { CaseList } from './cases';
import { Calls } from './calls';
import { linkTo } from './links';
import type { ShownCase } from './model';
import type { PageCause } from './page-data';
import { Copy, Outside } from './parts';
import { Strip, type NightState } from './strips';
import { shownOf, type Say } from './page-words';
import { useView } from './view';

interface CauseProps {
  readonly cause: PageCause;
  /** The first copy in the page has the anchor. */
  readonly isAnchor?: boolean;
  readonly children?: JSX.Element;
}

const nightStates: Record<string, NightState> = { f: 'failed', w: 'notRun', g: 'absent' };

/** A cause in short: whose fault, since when, what was expected and what came. */
export function CauseCard({ cause, isAnchor = true, children }: CauseProps): JSX.Element {
  const { say } = useView();
  const { id, endpoint, cases, what, isNew } = cause;
  const place = endpoint ?? (cases.length > 1 ? say('severalEndpoints') : undefined);
  return (
    <article class={isNew ? 'cause new' : 'cause'} {...(isAnchor && { id: `cause-${id}` })}>
      <Tags cause={cause} />
      <h3>
        {place !== undefined && <code>{place}</code>} {what}
      </h3>
      <p class="quiet">{standing(cause, say).join(' · ')}</p>
      <Known cause={cause} />
      <Compared cause={cause} />
      {children}
    </article>
  );
}

function Tags({ cause }: { cause: PageCause }): JSX.Element {
  const { say } = useView();
  const { class: failureClass, isNew, flaky, knownIssue, strip } = cause;
  const nights = Array.from(strip, (letter) => nightStates[letter] ?? 'absent');
  return (
    <div class="tags">
      {isNew && <span class="tag isnew">{say('isNew')}</span>}
      <span class="tag" title={say(`fault.${failureClass}`)}>
        {say(`class.${failureClass}`)}
      </span>
      {flaky && <span class="tag flaky">{say('flaky')}</span>}
      {knownIssue && <span class="tag known">{say('knownIssue')}</span>}
      {nights.length > 0 && <Strip states={[...nights, 'failed']} />}
    </div>
  );
}

function standing(
  { cases, blocked, isNew, since, nights, flaky, class: failureClass }: PageCause,
  say: Say,
): string[] {
  return [
    say('caseCount', { count: cases.length }),
    ...(blocked > 0 ? [say('blocked', { count: blocked })] : []),
    isNew ? say('firstSeen') : say(nights > 1 ? 'since' : 'sinceDay', { day: day(since), nights }),
    ...(flaky ? [say('flakyRate', flaky)] : []),
    say(`fault.${failureClass}`),
  ];
}

function Known({ cause: { knownIssue } }: { cause: PageCause }): JSX.Element | null {
  const { say } = useView();
  if (knownIssue === undefined) return null;
  const { reason, link, owner, expires } = knownIssue;
  return (
    <p class="known">
      {say('knownIssue')}: {link === undefined ? reason : <Outside url={link}>{reason}</Outside>}
      <span class="quiet">
        {owner !== undefined && ` · ${say('owner', { name: owner })}`}
        {expires !== undefined && ` · ${say('expires', { day: expires })}`}
      </span>
    </p>
  );
}

function Compared({ cause: { expected, got } }: { cause: PageCause }): JSX.Element | null {
  const { say } = useView();
  if (expected === undefined && got === undefined) return null;
  return (
    <pre class="compared" tabIndex={0}>
      {expected !== undefined && (
        <span class="expected">
          - {say('expected')} {expected}
        </span>
      )}
      {got !== undefined && (
        <span class="got">
          + {say('got')} {got}
        </span>
      )}
    </pre>
  );
}

interface CausesProps {
  /** Those of the cases that are asked for. */
  readonly cases: readonly ShownCase[];
  /** The id of the cause that a link asks for. */
  readonly linked?: string;
}

/** The causes of the cases that are asked for, what is new first, each with its calls, its script and its cases. */
export function Causes({ cases, linked }: CausesProps): JSX.Element | null {
  const { data, say } = useView();
  if (data.causes.length === 0) return null;
  const wanted = new Set(cases.map(({ cause }) => cause));
  const shown = data.causes.filter((cause) => wanted.has(cause));
  return (
    <section id="causes">
      <h2>
        {say('causes')} <small>{shownOf(shown.length, data.causes.length, say)}</small>
      </h2>
      {shown.map((cause) => (
        <CauseCard key={cause.id} cause={cause}>
          <More cause={cause} cases={cases} isOpen={cause.id === linked} />
        </CauseCard>
      ))}
      {shown.length === 0 && <p class="quiet">{say('nothingFound')}</p>}
      {data.moreCauses > 0 && <p class="quiet">{say('moreCauses', { count: data.moreCauses })}</p>}
    </section>
  );
}

interface MoreProps {
  readonly cause: PageCause;
  readonly cases: readonly ShownCase[];
  readonly isOpen: boolean;
}

function More({ cause, cases, isOpen }: MoreProps): JSX.Element {
  const { data, say } = useView();
  const [first = -1] = cause.cases;
  const script = data.details[first]?.script ?? '';
  const own = cases.filter((each) => each.cause === cause);
  return (
    <>
      <div class="actions">
        {cause.docs !== undefined && <Outside url={cause.docs}>{say('documentation')}</Outside>}
        {script !== '' && <Copy text={script}>{say('copyScript')}</Copy>}
        {cause.requestId !== undefined && (
          <Copy text={cause.requestId}>{say('copyRequestId', { id: cause.requestId })}</Copy>
        )}
        <Copy text={linkTo('cause', cause.id)}>{say('copyLink')}</Copy>
        <a class="quiet" href={`#cause=${cause.id}`}>
          {cause.id}
        </a>
      </div>
      <Lazy title={say('callsOfFirst')} isOpen={isOpen}>
        {() => <Calls index={first} />}
      </Lazy>
      <Lazy title={say('caseCount', { count: own.length })}>{() => <CaseList cases={own} />}</Lazy>
    </>
  );
}

interface LazyProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: () => JSX.Element;
}

/** Makes what it holds only when it is opened. */
function Lazy({ title, isOpen = false, children }: LazyProps): JSX.Element {
  const [isMade, setMade] = useState(isOpen);
  return (
    <details
      class="fold"
      open={isOpen}
      onToggle={(event) => {
        if (event.currentTarget.open) setMade(true);
      }}
    >
      <summary>{title}</summary>
      {(isMade || isOpen) && children()}
    </details>
  );
}
