import type { JSX } from 'preact';
import { recorded, type Capability } from '../../config/capabilities';
import { moment } from '../words';
import { Fold, Outside, Section, Table } from './parts';
import { useView } from './view';

/** What a live tenant grants: what it refuses with where to apply for it, the rest in a line. */
export function GrantedByTenant(): JSX.Element | null {
  const { data, say } = useView();
  const { capabilities } = data.summary;
  if (capabilities === undefined) return null;
  const { askedAt, endpoints } = capabilities;
  const of = (status: Capability['status']): Capability[] =>
    endpoints.filter((each) => each.status === status);
  const [granted, shown] = [of('granted'), [...of('refused'), ...of('unknown')]];
  const note = say('shownOf', { shown: granted.length, all: endpoints.length });
  return (
    <Section id="capabilities" title={say('capabilities')} note={note}>
      {shown.length > 0 && (
        <Table
          label={say('capabilities')}
          head={[say('endpoint'), say('answer'), say('toDo')]}
          rows={shown.map((each) => [
            <Name key={each.endpoint} one={each} />,
            <Answer key={each.endpoint} one={each} />,
            <ToDo key={each.endpoint} one={each} />,
          ])}
        />
      )}
      <Fold title={say('grant.granted')} note={granted.length}>
        <ul>
          {granted.map((each) => (
            <li key={each.endpoint}>
              <Name one={each} />
            </li>
          ))}
        </ul>
      </Fold>
      <p class="quiet">{say('askedAt', { moment: moment(askedAt) })}</p>
    </Section>
  );
}

function Name({ one }: { one: Capability }): JSX.Element {
  const { data, language } = useView();
  return (
    <>
      {data.endpoints[one.endpoint]?.[language] ?? one.title} <code>{one.endpoint}</code>
    </>
  );
}

function Answer({ one: { status, needed, code, subCode } }: { one: Capability }): JSX.Element {
  const { say } = useView();
  return (
    <>
      {say(`grant.${status}`)} {!needed && `(${say('optional')})`}{' '}
      <code>{[code, subCode].filter(Boolean).join(' / ')}</code>
    </>
  );
}

function ToDo({ one: { scopes, link, note, noteZh } }: { one: Capability }): JSX.Element {
  const { say, language } = useView();
  return (
    <>
      {scopes.length > 0 && (
        <>
          {say('scope')} <code>{scopes.join(say('or'))}</code>{' '}
        </>
      )}
      {link !== undefined && <Outside url={link}>{say('apply')}</Outside>}{' '}
      <span class="quiet">{recorded(note, noteZh, language)}</span>
    </>
  );
}
