import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageData } from './page-data';
import { sayIn, type Language, type Say } from './page-words';

/** What every part of the page knows. */
interface View {
  readonly data: PageData;
  readonly language: Language;
  readonly say: Say;
}

const unset = { data: undefined as unknown as PageData, language: 'en', say: sayIn('en') } as const;

export const ViewContext = createContext<View>(unset);

export const useView = (): View => useContext(ViewContext);
