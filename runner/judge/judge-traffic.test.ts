import { counted, entry, har, judged, token, useFolder } from './testing/recorded';

const { file } = useFolder();

const announcement = {
  ...{ id: 'a1', title: '放假通知', content: '休息一天', private_level: 0, read_count: 0, unread_count: 1 },
  ...{ gmt_create: '2026-11-30 09:00:00', gmt_modified: '2026-11-30 09:00:00' },
};
const got = { errcode: 0, result: announcement, success: true, request_id: 'r1' };
const done = { errcode: 0, result: true, success: true, request_id: 'r2' };
const get = { path: '/topapi/blackboard/get', request: { blackboard_id: 'a1', operation_userid: 'm1' } };

async function judgementOf(...entries: object[]) {
  const { judgement } = await judged([file('a.har', har(...entries))]);
  return judgement;
}

describe('A recording', () => {
  it('that keeps every contract has nothing broken', async () => {
    const { endpoints, ...rest } = await judgementOf(counted());

    expect(rest).toMatchObject({ calls: 1, judged: 1, counted: 1, foreign: { calls: 0 }, notes: [] });
    expect(endpoints).toMatchObject([
      { endpoint: 'report/getunreadcount', successes: 1, broken: [], undocumented: [], requests: [] },
    ]);
  });

  it('shows of a broken contract what came, where, and how often', async () => {
    const answer = { errcode: 0, count: 'three', request_id: 'r1' };
    const { endpoints } = await judgementOf(counted(), counted({ answer }), counted({ answer }));

    expect(endpoints[0]?.broken).toEqual([
      {
        what: '/count must be integer',
        got: '"three"',
        count: 2,
        places: ['a.har entry 2', 'a.har entry 3'],
        source: 'documented',
      },
    ]);
  });

  it('shows a field that the docs do not know, which breaks the contract only of a tenant of ones own', async () => {
    const path = file('a.har', har(counted({ answer: { errcode: 0, count: 1, request_id: 'r', more: 1 } })));
    const [lenient, strict] = [await judged([path]), await judged([path], { strict: true })];

    expect(lenient.judgement.endpoints[0]).toMatchObject({
      broken: [],
      undocumented: [{ what: '/more is not documented' }],
    });
    expect(strict.judgement.endpoints[0]).toMatchObject({ broken: [{ what: '/more is not documented' }] });
  });

  it('explains a refusal with the words of the doctor', async () => {
    const answer = { errcode: 88, sub_code: '60011', sub_msg: 'x', errmsg: 'subcode=60011', request_id: 'r' };
    const { endpoints } = await judgementOf(counted({ answer }));

    expect(endpoints[0]).toMatchObject({
      broken: [],
      refusals: [{ what: '88/60011', meaning: 'permission' }],
    });
    expect(endpoints[0]?.refusals[0]?.explained).toMatch(/^the app lacks the permission: developer console/);
  });

  it.each([
    { request: {}, wrong: ['/userid is missing'] },
    { request: { userid: 7 }, wrong: ['/userid must be string'] },
    { request: { userid: 'u', userId: 'u' }, wrong: ['/userId is no documented parameter'] },
    { request: [1], wrong: ['the body is neither a JSON object nor a form', '/userid is missing'] },
  ])('names what the documentation does not allow in $request', async ({ request, wrong }) => {
    const answer = { errcode: 40, errmsg: 'x', request_id: 'r' };
    const { endpoints } = await judgementOf(counted({ request, answer }));

    expect(endpoints[0]?.requests.map(({ what }) => what)).toEqual(wrong);
  });

  it('names what is different with every call up to some number', async () => {
    const calls = Array.from({ length: 400 }, (_, index) =>
      counted({ request: { userid: 'u', [`x${index}`]: 1 } }),
    );
    const { endpoints } = await judgementOf(...calls);
    const [seen] = endpoints.map(({ requests }) => requests);

    expect(seen).toHaveLength(301);
    expect(seen?.[0]).toMatchObject({ what: 'others, beyond the first 300', count: 100 });
  });

  it('names an archived endpoint and what took its place', async () => {
    const { endpoints } = await judgementOf(entry({ ...get, answer: got }));

    expect(endpoints[0]?.archived).toEqual({ successor: 'blackboard/get-blackboard' });
  });

  it('names the most calls in one second, where there are more than are let through', async () => {
    const times = Array.from({ length: 25 }, (_, index) => 5000 + index * 45);
    const { endpoints } = await judgementOf(counted(), ...times.map((at) => counted({ at })));

    expect(endpoints[0]?.tooFast).toEqual({ calls: 23, allowed: 20, place: 'a.har entry 2' });
  });

  it('says what it cannot judge', async () => {
    const { endpoints, ...rest } = await judgementOf(
      counted({ content: { size: 9 } }),
      counted({ status: 0 }),
    );

    expect(rest).toMatchObject({ calls: 2, judged: 0 });
    expect(endpoints[0]?.notJudged.map(({ what }) => what)).toEqual([
      'its body is not in the recording',
      'no answer: none in the recording',
    ]);
  });

  it('does not take a gateway that is down for a broken contract, unless the tenant is ones own', async () => {
    const down = counted({ status: 502, answer: '<html>', headers: { 'Content-Type': 'text/html' } });
    const path = file('a.har', har(counted(), down));
    const [lenient, strict] = [await judged([path]), await judged([path], { strict: true })];

    expect(lenient.judgement.endpoints[0]).toMatchObject({
      broken: [],
      notJudged: [{ what: 'HTTP 502 is no answer of the gateway' }],
    });
    expect(strict.judgement.endpoints[0]?.broken).toHaveLength(1);
  });

  it('counts only what the quota counts', async () => {
    const token = { errcode: 88, sub_code: '40014', sub_msg: 'x', errmsg: '40014', request_id: 'r' };
    const { counted: count } = await judgementOf(
      counted({ answer: token }),
      counted({ status: 0 }),
      counted(),
    );

    expect(count).toBe(1);
  });

  it('leaves out other sites, the questions of a browser, and knows what no file describes', async () => {
    const { foreign, unknown, calls } = await judgementOf(
      counted(),
      counted({ host: 'https://www.example.com' }),
      counted({ method: 'OPTIONS' }),
      counted({ method: 'GET', path: '/favicon.ico' }),
      counted({ path: '/topapi/v2/user/get' }),
      counted({ host: 'https://api.dingtalk.com', path: '/v1.0/contact/users/zUqz4q/x' }),
    );

    expect({ calls, foreign }).toEqual({ calls: 1, foreign: { calls: 1, hosts: 1 } });
    expect(unknown.map(({ what }) => what)).toEqual([
      'POST /topapi/v2/user/get',
      'POST /v1.0/contact/users/…/x',
    ]);
  });

  it.each(['127.0.0.1', '127.0.0.1:7001'])('may be of a host that is named: %s', async (host) => {
    const path = file('a.har', har(counted({ host: 'http://127.0.0.1:7001' })));

    expect((await judged([path], { hosts: [host] })).judgement.calls).toBe(1);
    await expect(judged([path])).rejects.toThrow('1 call went to other hosts: --host NAME names one');
  });

  it('of an endpoint is compared with its file', async () => {
    const fields = {
      count: { types: ['string'], recorded: '2026-11-30' },
      more: { types: ['string'], recorded: '' },
    };
    const recording = {
      endpoint: 'report/getunreadcount',
      by: 'tenant',
      host: 'public',
      fields,
      refusals: {},
    };
    const { judgement } = await judged([file('r.json', recording)]);

    expect(judgement.endpoints[0]).toMatchObject({
      broken: [{ what: 'count was recorded as string, and the schema says integer' }],
      undocumented: [{ what: 'more was recorded, and the schema does not know it' }],
    });
  });

  it('without a call of ours cannot be judged', async () => {
    await expect(judged([file('a.har', har())])).rejects.toThrow(/^There is nothing to judge in .*no call/);
  });
});

describe('Calls together', () => {
  const remove = entry({ ...get, path: '/topapi/blackboard/delete', answer: done, at: 1000 });
  const query = { query_request: { operation_userid: 'm1', page: 1, page_size: 10 } };
  const lists = { path: '/topapi/blackboard/listids', request: query, answer: { ...done, result: ['a1'] } };

  it.each([
    { calls: [remove, entry({ ...get, answer: got, at: 500 })], what: [] },
    {
      calls: [remove, entry({ ...get, answer: got, at: 2000 })],
      what: ['it shows an announcement that was deleted'],
    },
    { calls: [remove, entry({ ...lists, at: 5000 })], what: [] },
    { calls: [remove, entry({ ...lists, at: 15_000 })], what: ['it lists an announcement that was deleted'] },
  ])('show what is left of a deleted announcement: $what', async ({ calls, what }) => {
    const { endpoints } = await judgementOf(...calls);

    expect(endpoints.flatMap(({ broken }) => broken.map((each) => each.what))).toEqual(what);
  });

  it('show it also at the end of a long recording', async () => {
    const others = Array.from({ length: 4_000 }, (_, index) => counted({ at: 1000 + index }));
    const read = entry({ ...get, answer: got, at: 6000 });
    const { endpoints, notes } = await judgementOf(remove, ...others, read);

    expect(endpoints.flatMap(({ broken }) => broken)).toMatchObject([
      { places: ['a.har entry 1, then a.har entry 4002'] },
    ]);
    expect(notes).toEqual([]);
  });

  const update = (title: string, at = 0): object => {
    const request = { update_request: { ...get.request, title, content: '休息一天' } };
    return entry({ path: '/topapi/blackboard/update', request, answer: done, at });
  };
  const later = { ...announcement, gmt_modified: '2026-11-30 09:30:00' };

  it.each([
    { reads: announcement, title: '放假通知', broken: 0, says: 'what was sent' },
    { reads: announcement, title: ' 放假通知 ', broken: 0, says: 'what was sent, trimmed' },
    { reads: announcement, title: '开会', broken: 1, says: 'something else' },
    { reads: later, title: '开会', broken: 0, says: 'what somebody else has changed since' },
  ])('show after an update $says', async ({ reads, title, broken }) => {
    const { endpoints } = await judgementOf(
      update(title),
      entry({ ...get, answer: { ...got, result: reads }, at: 2000 }),
    );

    expect(endpoints.flatMap((each) => each.broken)).toHaveLength(broken);
  });

  it('show that another token was given while one was valid, unless it was long ago', async () => {
    const give = (access_token: string, at: number): object =>
      entry({
        ...{ method: 'GET', path: '/gettoken?appkey=k&appsecret=sssssss', at },
        answer: { errcode: 0, access_token, errmsg: 'ok', expires_in: 7200 },
      });
    const { endpoints } = await judgementOf(
      give('t0000001', 0),
      give('t0000001', 60_000),
      give('t0000002', 120_000),
      give('t0000003', 4_000_000),
    );

    expect(endpoints[0]?.broken).toMatchObject([
      { what: 'another token is given while the one before is still valid', count: 1 },
    ]);
  });

  it('show a success without a token, unless tokens were taken out of the recording', async () => {
    const bare = JSON.parse(JSON.stringify(counted()).replace(`?access_token=${token}`, '')) as object;
    const [mixed, taken] = [await judgementOf(counted(), bare), await judgementOf(bare)];

    expect(mixed.endpoints[0]?.broken).toMatchObject([
      { what: 'it is answered without a token in its place' },
    ]);
    expect(taken.endpoints[0]?.broken).toEqual([]);
  });
});
