import { endpoints } from '../../schemas';
import { anExchange } from '../testing/sample';
import { Normaliser } from './normalise';
import { merged, recordingsOf, type Recording } from './recording';
import { contradicted, readRecordings } from './recordings';

const tenant = { by: 'tenant', host: 'public', recorded: '2026-11-22' } as const;
const id = 'report/comment-list';

const record = (...exchanges: readonly object[]): Recording[] =>
  recordingsOf(
    endpoints,
    exchanges.map((each) => anExchange({ endpoint: id, ...each })),
    tenant,
  );

const aRecording = (overrides: Partial<Recording> = {}): Recording => ({
  ...tenant,
  endpoint: id,
  fields: {},
  refusals: {},
  ...overrides,
});

describe('A normalised answer', () => {
  it('names what is the same alike, and shows no value of the tenant', () => {
    const comment = (userid: string): object => ({
      userid,
      content: '好的',
      create_time: '2026-08-14 07:30',
    });
    const answer = {
      errcode: 0,
      request_id: '5c8q6ic6wyah',
      result: { comments: [comment('u1'), comment('u2'), comment('u1')], next_cursor: 20, has_more: true },
      creator_id: 'u1',
      create_time: 1605680704000,
    };

    expect(new Normaliser().normalise(answer)).toEqual({
      errcode: 0,
      request_id: '<request-id:1>',
      result: {
        comments: [
          { userid: '<id:1>', content: '<text:1>', create_time: '<time:1>' },
          { userid: '<id:2>', content: '<text:1>', create_time: '<time:1>' },
        ],
        next_cursor: '<cursor:1>',
        has_more: true,
      },
      creator_id: '<id:1>',
      create_time: '<time:2>',
    });
  });
});

describe('A recording', () => {
  it('holds the types of the fields, the codes of the refusals, and the richest success', () => {
    const [recording] = record(
      { responseBody: '{"errcode":0,"result":{"next_cursor":1}}' },
      { responseBody: '{"errcode":0,"result":{"next_cursor":"1"},"success":true}' },
      { outcome: 'refused 88/60011', responseBody: '{}' },
      { outcome: 'broken: no JSON', responseBody: 'html' },
    );

    expect(recording).toMatchObject({
      fields: { 'result.next_cursor': { types: ['integer', 'string'], recorded: '2026-11-22' } },
      refusals: { '88/60011': { recorded: '2026-11-22' } },
      example: { errcode: 0, result: { next_cursor: '<cursor:1>' }, success: true },
    });
  });

  it('is made of nothing but answers', () => {
    expect(record({ outcome: 'no answer: timed out' })).toEqual([]);
  });

  it('keeps of an older one what the newer has not seen', () => {
    const day = '2026-10-01';
    const older = aRecording({
      recorded: day,
      fields: { errmsg: { types: ['string'], recorded: day }, x: { types: ['string'], recorded: day } },
      refusals: { '40': { recorded: day } },
    });
    const newer = aRecording({ fields: { x: { types: ['integer'], recorded: '2026-11-22' } } });

    expect(merged(older, newer)).toEqual({
      ...newer,
      fields: {
        errmsg: { types: ['string'], recorded: day },
        x: { types: ['integer', 'string'], recorded: '2026-11-22' },
      },
      refusals: { '40': { recorded: day } },
    });
  });

  it('of a tenant never mixes with one of the emulator', () => {
    expect(() => merged(aRecording(), aRecording({ by: 'emulator' }))).toThrow('by the emulator');
  });
});

describe('A recording that speaks against its endpoint file', () => {
  const problemsOf = (recording: Recording): string[] =>
    endpoints.filter((each) => each.id === id).flatMap((each) => contradicted(each, recording));
  const field = (path: string, type: string): Recording =>
    aRecording({ fields: { [path]: { types: [type], recorded: '2026-11-22' } } });

  it.each([
    {
      recording: field('result.new', 'string'),
      problem: /result\.new was recorded, and the schema does not/,
    },
    { recording: field('result.has_more', 'string'), problem: /as string, and the schema says boolean/ },
    { recording: aRecording({ refusals: { '987654': tenant } }), problem: /the refusal 987654/ },
  ])('is told: $problem', ({ recording, problem }) => {
    expect(problemsOf(recording)).toEqual([expect.stringMatching(problem)]);
  });

  it.each([field('result.comments[].userid', 'string'), aRecording({ refusals: { '88/60011': tenant } })])(
    'is not one that agrees',
    (recording) => {
      expect(problemsOf(recording)).toEqual([]);
    },
  );

  it('is not among those of this project', () => {
    const problems = readRecordings().flatMap((recording) =>
      endpoints
        .filter((each) => each.id === recording.endpoint)
        .flatMap((each) => contradicted(each, recording)),
    );

    expect(problems).toEqual([]);
  });
});

describe('What a recording holds', () => {
  it('is each field with its types, in order, at every depth', () => {
    const [recording] = record(
      { responseBody: '{"z":"xy","a":{"n":null},"list":[{"x":1},{"x":"1","y":1.5},7,null]}' },
      { responseBody: '"text"' },
      { outcome: 'refused 88/9' },
      { outcome: 'refused 88/1' },
      { outcome: 'broken: refused 7' },
    );

    expect(JSON.stringify(recording?.fields)).toBe(
      JSON.stringify({
        a: { types: ['object'], recorded: '2026-11-22' },
        'a.n': { types: ['null'], recorded: '2026-11-22' },
        list: { types: ['array'], recorded: '2026-11-22' },
        'list[].x': { types: ['integer', 'string'], recorded: '2026-11-22' },
        'list[].y': { types: ['number'], recorded: '2026-11-22' },
        z: { types: ['string'], recorded: '2026-11-22' },
      }),
    );
    expect(Object.keys({ ...recording?.refusals })).toEqual(['88/1', '88/9']);
  });

  it('has its types in order, whichever came first', () => {
    const [recording] = record({ responseBody: '{"x":"1"}' }, { responseBody: '{"x":1}' });

    expect(recording?.fields).toMatchObject({ x: { types: ['integer', 'string'] } });
  });

  it('has no example when there was no success, and is there when there was one of each', () => {
    expect(record({ outcome: 'refused 88/9' })[0]).not.toHaveProperty('example');
    expect(record({ responseBody: '{}' }, { outcome: 'refused 88/9' })).toHaveLength(1);
  });

  it.each([
    [['{"a":"12"}', '{"a":"1"}'], '{"a":"<text:1>"}'],
    [['{"a":""}', '{"a":"longer"}'], '{"a":""}'],
    [['{"a":"longer"}', '{"a":""}'], '{"a":""}'],
    [['{"list":[{"x":1},{"x":2}]}', '{"list":[{"x":1,"y":2}]}'], '{"list":[{"x":1,"y":2}]}'],
  ])('shows of %j the one with the most fields, and of those the shortest', (bodies, want) => {
    const [recording] = record(...bodies.map((responseBody) => ({ responseBody })));

    expect(JSON.stringify(recording?.example)).toBe(want);
  });

  it('gains a field that only the newer has seen', () => {
    const fields = { x: { types: ['string'], recorded: '2026-11-22' } };

    expect(merged(aRecording(), aRecording({ fields })).fields).toEqual(fields);
  });

  it('never mixes with that of another endpoint', () => {
    expect(() => merged(aRecording(), aRecording({ endpoint: 'report/list' }))).toThrow(
      `A recording of report/list by the tenant cannot go over one of ${id} by the tenant.`,
    );
  });
});
