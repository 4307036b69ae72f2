import { render } from 'preact';
import { App } from './app';
import type { PageData } from './page-data';
import type { Language } from './page-words';

// A page from a disk may be kept from storing anything.
const kept = {
  read(): string | null {
    try {
      return localStorage.getItem('language');
    } catch {
      return null;
    }
  },
  write(language: Language): void {
    try {
      localStorage.setItem('language', language);
    } catch {
      // It is asked for again the next time.
    }
  },
};

const language: Language = (kept.read() ?? navigator.language).startsWith('zh') ? 'zh' : 'en';
// Of the two static texts only the one that is wanted shows until the page is there.
document.documentElement.className = '';
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

document.addEventListener('DOMContentLoaded', () => {
  const data = JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData;
  const page = document.getElementById('page');
  if (!page) return;
  page.replaceChildren();
  render(
    <App
      data={data}
      language={language}
      onLanguage={(chosen) => {
        kept.write(chosen);
      }}
    />,
    page,
  );
});
