import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { GrantedByTenant } from './capabilities';
import { CaseList } from './cases';
import { Causes } from './causes';
import { Covered } from './covered';
import { Endpoints } from './endpoints';
import { Head, Troubles } from './head';
import { Learned } from './learned';
import { linkedIn, type Linked } from './links';
import { casesIn, filtered, noFilter } from './model';
import { Findings, News, Skips } from './noticed';
import type { PageData } from './page-data';
import { sayIn, shownOf, type Language } from './page-words';
import { Section } from './parts';
import { Toolbar } from './toolbar';
import { useView, ViewContext } from './view';

interface AppProps {
  readonly data: PageData;
  readonly language: Language;
  /** Keeps a language that the reader has chosen. */
  readonly onLanguage: (language: Language) => void;
}

/** The whole page. */
export function App({ data, language: first, onLanguage }: AppProps): JSX.Element {
  const [language, setLanguage] = useState(first);
  const say = useMemo(() => sayIn(language), [language]);
  const other = language === 'en' ? 'zh' : 'en';
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${say(`verdict.${data.summary.verdict}`)} · ${say('suite')}`;
  }, [language, data, say]);
  const change = (): void => {
    setLanguage(other);
    onLanguage(other);
  };
  return (
    <ViewContext.Provider value={{ data, language, say }}>
      <Head>
        <button type="button" lang={other} onClick={change}>
          {say('otherLanguage')}
        </button>
      </Head>
      <Troubles />
      <Lists />
      <Findings />
      <Endpoints />
      <Learned />
      <Covered />
      <GrantedByTenant />
      <Foot />
    </ViewContext.Provider>
  );
}

function Lists(): JSX.Element | null {
  const { data, say } = useView();
  const cases = useMemo(() => casesIn(data), [data]);
  const [filter, setFilter] = useState(noFilter);
  const linked = useLinked(() => {
    setFilter(noFilter);
  });
  const shown = useMemo(() => filtered(cases, filter), [cases, filter]);
  if (cases.length === 0) return null;
  return (
    <>
      <Toolbar cases={cases} shown={shown.length} filter={filter} onChange={setFilter} />
      <Causes cases={shown} {...(linked.cause !== undefined && { linked: linked.cause })} />
      <News />
      <Section id="cases" title={say('cases')} note={shownOf(shown.length, cases.length, say)}>
        <CaseList cases={shown} {...(linked.case !== undefined && { linked: linked.case })} />
      </Section>
      <Skips cases={cases} />
    </>
  );
}

// What the address asks for is opened, and scrolled to as soon as it is there.
function useLinked(onLink: () => void): Linked {
  const [linked, setLinked] = useState(() => linkedIn(location.hash));
  useEffect(() => {
    const follow = (): void => {
      setLinked(linkedIn(location.hash));
      onLink();
    };
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('hashchange', follow);
    };
  }, [onLink]);
  useEffect(() => {
    for (const [what, id] of Object.entries(linked))
      document.getElementById(`${what}-${String(id)}`)?.scrollIntoView({ block: 'start' });
  }, [linked]);
  return linked;
}

function Foot(): JSX.Element {
  const { data, say } = useView();
  const { agree } = data.summary;
  const shown = Object.values(agree).filter((totals) => totals !== null).length;
  return (
    <footer class="quiet">
      {say('agreement', { shown })} {agree.jest === null && say('jestCut')}
    </footer>
  );
}
