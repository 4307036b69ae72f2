import { tight } from '../testing/tight';
import type { News, OpenFailure } from '../news';
import { newsSection } from './news-page';

const [before, since] = ['2026-08-13T12:00:00.000Z', '2026-08-10T12:00:00.000Z'];
const none: News = { before, new: [], still: [], notRun: [], fixed: [] };
const failure: OpenFailure = { title: 'breaks', file: 'a.ts', class: 'quota', since, seen: before };
const groupOf = (name: string, note: string): string =>
  `<h3>${name}</h3><ul><li>breaks<span class="quiet">quota · a.ts${note}</span></li></ul>`;

describe('What is new, on the start page', () => {
  it('is told by what became of each failure', () => {
    const one = [failure];

    expect(tight(newsSection({ before, new: one, still: one, notRun: one, fixed: one }).text)).toBe(
      [
        '<section><h2>Since the run of 2026-08-13<small>1 new, 1 still failing, 1 not run again, 1 fixed</small></h2>',
        groupOf('Failed when they last ran, not run this time', ' · since 2026-08-10'),
        groupOf('Fixed', ' · since 2026-08-10'),
        '</section>',
      ].join(''),
    );
  });

  it('names only what there is', () => {
    expect(tight(newsSection({ ...none, fixed: [failure] }).text)).toBe(
      `<section><h2>Since the run of 2026-08-13<small>1 fixed</small></h2>${groupOf('Fixed', ' · since 2026-08-10')}</section>`,
    );
  });

  it.each([
    { when: 'nothing is', news: none },
    { when: 'there was no run before', news: { new: [failure], still: [], notRun: [], fixed: [] } },
  ])('is not there when $when', ({ news }) => {
    expect(newsSection(news).text).toBe('');
  });
});
