import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import table from './page-words.json';
import { sayIn } from './page-words';

const holes = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)[|}]/g)].map(([, name = '']) => name).sort();

describe('The fixed words of the page', () => {
  it.each(Object.entries(table))('%s says as much in Chinese as in English', (_, { en, zh }) => {
    expect([...new Set(holes(zh))]).toEqual([...new Set(holes(en))]);
  });

  it('are all said somewhere', () => {
    const sources = readdirSync(__dirname).filter((name) => /^(?!.*\.test\.).*\.tsx?$/.test(name));
    const code = sources.map((name) => readFileSync(join(__dirname, name), 'utf8')).join('');
    const forms = (word: string): string[] => [`'${word}'`, `\`${word.replace(/\..*/, '.')}\${`];
    const isSaid = (word: string): boolean => forms(word).some((form) => code.includes(form));

    expect(Object.keys(table).filter((word) => !isSaid(word))).toEqual([]);
  });

  it.each([
    { language: 'en', count: 1, want: '1 case' },
    { language: 'en', count: 2, want: '2 cases' },
    { language: 'zh', count: 2, want: '2 条用例' },
  ] as const)('puts values in, with their noun: $want', ({ language, count, want }) => {
    expect(sayIn(language)('caseCount', { count })).toBe(want);
  });

  it('calls what it does not know by its own name', () => {
    expect(sayIn('zh')('class.weather' as 'class.suite')).toBe('weather');
  });
});
