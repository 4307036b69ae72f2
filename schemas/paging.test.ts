import { endpoints } from './index';
import { narrowingOf } from './narrowing';
import { pagingOf } from './paging';

const read = <Found>(look: (endpoint: (typeof endpoints)[number]) => Found): Record<string, Found> =>
  Object.fromEntries(endpoints.map((endpoint) => [endpoint.id, look(endpoint)]));

describe('How a list is read', () => {
  const pagings = read(pagingOf);

  it.each([
    {
      id: 'blackboard/listids',
      size: 'query_request.page_size',
      most: 30,
      rows: 'result',
      cursor: undefined,
    },
    { id: 'checkin/record', size: 'size', most: 100, rows: 'data', cursor: undefined },
    { id: 'hrm/dismissions', size: 'maxResults', most: 50, rows: 'userIdList', cursor: 'nextToken' },
    { id: 'report/comment-list', size: 'size', most: 20, rows: 'result.comments', cursor: 'offset' },
    { id: 'report/list', size: 'size', most: 20, rows: 'result.data_list', cursor: 'cursor' },
  ])('is told by the names in the file of $id', ({ id, size, most, rows, cursor }) => {
    expect(pagings[id]).toMatchObject({ size, most, rows });
    expect(pagings[id]?.cursor).toBe(cursor);
  });

  it.each([
    { id: 'checkin/record-get', next: 'result.next_cursor', more: undefined, key: null },
    { id: 'hrm/dismissions', next: 'nextToken', more: 'hasMore', key: undefined },
    { id: 'report/list', next: 'result.next_cursor', more: 'result.has_more', key: 'report_id' },
    { id: 'report/template-listbyuserid', next: 'result.next_cursor', more: undefined, key: 'report_code' },
  ])('goes on in $id by $next and $more, with rows told apart by $key', ({ id, next, more, key }) => {
    expect(pagings[id]?.next).toBe(next);
    expect(pagings[id]?.more).toBe(more);
    expect(pagings[id]?.key).toBe(key);
  });

  it('is not told of what asks for no size', () => {
    expect(pagings['report/statistics']).toBeUndefined();
    expect(pagings['blackboard/listtopten']).toBeUndefined();
  });
});

describe('What narrows a list', () => {
  const narrowings = read(narrowingOf);
  const window = (...shown: string[]) => ({ asked: ['start_time', 'end_time'], shown, inDates: false });

  it.each([
    {
      id: 'checkin/record-get',
      narrowing: {
        window: window('checkin_time', 'checkin_time'),
        people: { asked: 'userid_list', shown: 'userid', as: 'commas' },
      },
    },
    { id: 'checkin/record', narrowing: { window: window('timestamp', 'timestamp') } },
    { id: 'hrm/querypreentry', narrowing: {} },
  ])('in $id is $narrowing', ({ id, narrowing }) => {
    expect(narrowings[id]).toEqual(narrowing);
  });

  it('is a span where a row has two ends', () => {
    const times = { start_time: { type: 'integer' }, end_time: { type: 'integer' } };
    const response = { properties: { list: { type: 'array', items: { properties: times } } } };

    expect(narrowingOf({ request: { properties: { ...times, size: {} } }, response })).toEqual({
      window: window('start_time', 'end_time'),
    });
  });

  it('may be a window in dates, and people in a list', () => {
    const [text, list] = [{ type: 'string' }, { type: 'array', items: { type: 'string' } }];
    const row = { userId: text, checkTime: { type: 'integer' }, workDate: { type: 'integer' } };
    const asked = { workDateFrom: text, workDateTo: text, userIdList: list, offset: {}, limit: {} };
    const response = { properties: { list: { type: 'array', items: { properties: row } }, hasMore: {} } };

    expect(narrowingOf({ request: { properties: asked }, response })).toEqual({
      window: { asked: ['workDateFrom', 'workDateTo'], shown: ['workDate', 'workDate'], inDates: true },
      people: { asked: 'userIdList', shown: 'userId', as: 'list' },
    });
  });
});
