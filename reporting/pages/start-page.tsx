import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { JSX } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { root } from '../../config/root';
import type { Verdict } from '../summary';
import { CauseCard } from './causes';
import { Head, Troubles } from './head';
import type { PageData } from './page-data';
import { sayIn, type Language } from './page-words';
import { useView, ViewContext } from './view';

/**
 * `index.html`: one file that loads nothing. The verdict and the causes stand in it as they are, in both languages; a script makes lists that can
 * be searched of the data that stand beside them.
 */
export function startPage(data: PageData): string {
  const { script, style } = scriptAndStyle();
  const policy = `default-src 'none'; img-src data:; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const { verdict } = data.summary;
  const [title, zh] = [sayIn('en'), sayIn('zh')].map((say) => say(`verdict.${verdict}`));
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="en" class="both">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title ?? ''} ${zh ?? ''} · DingTalk API suite`}</title>
        <link rel="icon" href={icon(verdict)} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </head>
      <body>
        <main id="page">
          <Static data={data} language="en" />
          <Static data={data} language="zh" />
        </main>
        <script type="application/json" id="data" dangerouslySetInnerHTML={{ __html: dataText(data) }} />
      </body>
    </html>,
  )}\n`;
}

/** The data of a page that `startPage` has written. @throws an Error where it is another page. */
export function pageDataIn(page: string): PageData {
  const text = page.split('<script type="application/json" id="data">')[1]?.split('</script>')[0];
  if (text === undefined) throw new Error('The page holds no data.');
  return JSON.parse(text) as PageData;
}

// Nothing in it ends the block, or begins a comment there.
const dataText = (data: PageData): string => JSON.stringify(data).replaceAll('<', '\\u003c');

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const mostStatic = 50;

function Static({ data, language }: { data: PageData; language: Language }): JSX.Element {
  return (
    <div class="static" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <ViewContext.Provider value={{ data, language, say: sayIn(language) }}>
        <Head />
        <Troubles />
        <StaticCauses isAnchor={language === 'en'} />
      </ViewContext.Provider>
    </div>
  );
}

function StaticCauses({ isAnchor }: { isAnchor: boolean }): JSX.Element | null {
  const { data, say } = useView();
  if (data.causes.length === 0) return null;
  return (
    <section>
      <h2>
        {say('causes')} <small>{data.causes.length + data.moreCauses}</small>
      </h2>
      {data.causes.slice(0, mostStatic).map((cause) => (
        <CauseCard key={cause.id} cause={cause} isAnchor={isAnchor} />
      ))}
    </section>
  );
}

const colours: Record<Verdict, string> = {
  passed: '1a7f4b',
  partial: 'b7791f',
  failed: 'c0392b',
  'not started': 'c0392b',
  interrupted: 'b7791f',
};

const icon = (verdict: Verdict): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#${colours[verdict]}"/></svg>`,
  )}`;

let kept: { script: string; style: string } | undefined;

/** What the page carries beside its data. It is made once; whoever has time before the page is written makes it then. */
export const scriptAndStyle = (): { script: string; style: string } =>
  (kept ??= { script: bundled('client.tsx'), style: bundled('style.css') });

function bundled(name: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'reporting', 'pages', name)],
    ...{ bundle: true, minify: true, write: false, target: 'es2022', charset: 'utf8' },
    ...{ legalComments: 'none', tsconfig: join(root, 'tsconfig.json') },
  });
  // In a script or a style nothing may end it.
  return (outputFiles[0]?.text ?? '').trim().replaceAll('</', '<\\/');
}
