import { endpoints } from '../schemas';
import { anExchange } from './testing/sample';
import { neverSeen } from './never-seen';

const answered = (body: object): ReturnType<typeof anExchange> =>
  anExchange({ endpoint: 'report/comment-list', responseBody: JSON.stringify(body) });

describe('What was never seen', () => {
  it('are the documented fields that no success had', () => {
    const comment = { userid: 'u', create_time: '2026-08-14 07:30:05' };
    const page = answered({ errcode: 0, result: { comments: [comment], has_more: false } });
    const empty = answered({ errcode: 0, request_id: 'r', result: { comments: [] }, success: true });

    expect(neverSeen(endpoints, [page, empty])).toEqual([
      {
        endpoint: 'report/comment-list',
        successes: 2,
        fields: ['errmsg', 'result.comments[].content', 'result.next_cursor'],
      },
    ]);
  });

  it('is nothing of an endpoint that never succeeded', () => {
    const refused = { ...answered({ errcode: 88 }), outcome: 'refused 88/60011' };

    expect(neverSeen(endpoints, [refused])).toEqual([]);
  });

  it('is nothing of an endpoint that has shown all', () => {
    const response = { properties: { errcode: {} } };
    const all = endpoints.map((each) => ({ ...each, response }));

    expect(neverSeen(all, [answered({ errcode: 0 })])).toEqual([]);
  });
});
