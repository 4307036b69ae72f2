import type { Language } from '../../config/language';
import { sizeNames } from '../../schemas/paging';
import type { Skeleton } from './new-endpoint';

/** What was read from the names in the samples of an endpoint: how its list is read and narrowed, or why no cases of a list are derived. */
export function foundText({ paging, narrowing: { window, people } }: Skeleton, language: Language): string {
  const say = words[language];
  const pages = paging?.cursor === undefined ? say.noPages : say.pages(paging.cursor, paging.size);
  return [
    pages,
    ...(window ? [say.window(window.asked, window.shown[0])] : []),
    ...(people ? [say.people(people.asked, people.shown)] : []),
  ].join('\n');
}

const words = {
  en: {
    pages: (cursor: string, size: string) => `Pages: ${cursor} and ${size}; listCases are in the spec.`,
    noPages: `No list in pages: that takes one of ${sizeNames.join(', ')} in the request, where a page begins, a list in the answer, and a next cursor or a flag beside it.`,
    window: ([start, end]: readonly string[], of: string) => `Window: ${start} to ${end}, of ${of} in a row.`,
    people: (asked: string, shown: string) => `People: ${asked}, shown as ${shown} in a row.`,
  },
  zh: {
    pages: (cursor: string, size: string) => `分页：${cursor} 和 ${size}；用例里已有 listCases。`,
    noPages: `不是分页列表：需要请求里有 ${sizeNames.join('、')} 之一和页的起点，返回里有列表，旁边有下一页游标或标志。`,
    window: ([start, end]: readonly string[], of: string) =>
      `时间窗口：${start} 到 ${end}，对应每行的 ${of}。`,
    people: (asked: string, shown: string) => `人员：${asked}，对应每行的 ${shown}。`,
  },
} satisfies Record<Language, object>;
