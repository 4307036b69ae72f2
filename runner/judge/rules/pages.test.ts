import type { Endpoint } from '../../../schemas/endpoint';
import type { JudgedCall } from '../judge-call';
import { faultsOfPage, Pages } from './pages';

/** A list with a flag and without a cursor to go on with: what stands behind its rows is the next page. */
const flagged = {
  ...{ id: 'leaves/list' },
  request: { properties: { offset: { type: 'integer' }, size: { type: 'integer', maximum: 2 } } },
  response: {
    properties: {
      has_more: { type: 'boolean' },
      leaves: { type: 'array', items: { properties: { leave_id: { type: 'string' } } } },
    },
  },
} as unknown as Endpoint;

const page = (offset: number, ids: string, has_more: boolean, endpoint = flagged): JudgedCall =>
  ({
    ...{ endpoint, place: 'a', exchange: { startedAt: offset, durationMs: 0 }, broken: [], noticed: [] },
    asked: { values: { offset, size: 2 }, missing: [] },
    body: { errcode: 0, has_more, leaves: Array.from(ids, (leave_id) => ({ leave_id })) },
  }) as unknown as JudgedCall;

describe('A page of a list with has_more and without a cursor', () => {
  it.each([
    { ids: 'ab', hasMore: true, wrong: [] },
    { ids: '', hasMore: false, wrong: [] },
    { ids: '', hasMore: true, wrong: ['the page is empty, and says that there are more'] },
    { ids: 'abc', hasMore: false, wrong: ['the page holds more than was asked for'] },
    { ids: 'aa', hasMore: false, wrong: ['the page shows a row twice'] },
  ])('with the rows «$ids», has_more $hasMore, is judged by itself: $wrong', ({ ids, hasMore, wrong }) => {
    expect(faultsOfPage(page(0, ids, hasMore)).map(({ what }) => what)).toEqual(wrong);
  });

  it.each([
    { offset: 2, ids: 'bc', wrong: ['leaves/list?offset'] },
    { offset: 2, ids: 'cd', wrong: [] },
    { offset: 4, ids: 'bc', wrong: [] },
  ])('is followed by the one behind it: at $offset «$ids», wrong $wrong', ({ offset, ids, wrong }) => {
    const pages = new Pages();
    pages.beside(page(0, 'ab', true));

    expect(pages.beside(page(offset, ids, false)).map(({ promise }) => promise)).toEqual(wrong);
  });
});
