import { listOnJobEmployees } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { seenIn, settledBySchema } from './seen';
import { anExchange } from '../testing/sample';

const text = { type: 'string' };
const kind = { type: 'string', enum: ['k1', 'k2'] };
const request = {
  properties: {
    kind,
    kinds: { type: 'array', items: kind },
    names: { type: 'array', items: { type: 'string', maxLength: 3 } },
    inner: { type: 'object', properties: { kind, name: text } },
    list: { type: 'array', items: { type: 'object', properties: { kind } } },
    from: text,
    to: text,
  },
  pairs: { between: ['from', 'to'], supported: [['a', 'b']] },
};
const response = {
  properties: {
    errcode: { const: 0 },
    request_id: { type: 'string' },
    result: { type: 'object', properties: { name: text } },
    list: { type: 'array', items: { type: 'object', properties: { id: text } } },
  },
};
const endpoint = { ...listOnJobEmployees, id: 'x', request, response } as unknown as Endpoint;

/** What a call with these bodies, or other properties, shows, without the id of its endpoint. */
const seen = (fields: object, of = endpoint): string[] => {
  const plain = { requestHeaders: {}, requestBody: '{}', outcome: 'broken' };
  return seenIn(of, anExchange({ ...plain, ...fields })).map((id) => id.slice(of.id.length));
};
const answer = ' answers application/json';

describe('What a call has sent', () => {
  it.each([
    { sent: {}, want: [] },
    { sent: { kind: 'k1', unknown: 1 }, want: ['?kind', '?kind=k1'] },
    { sent: { kind: 'other' }, want: ['?kind'] },
    { sent: { kinds: ['k1', 'k2'] }, want: ['?kinds', '?kinds=k1', '?kinds=k2'] },
    { sent: { kinds: 'k1' }, want: ['?kinds'] },
    { sent: { names: ['abc', 'abcd'] }, want: ['?names', '?names=max', '?names=>max'] },
    { sent: { names: 'abcd' }, want: ['?names'] },
    { sent: { inner: { kind: 'k2' } }, want: ['?inner', '?inner.kind', '?inner.kind=k2'] },
    { sent: { inner: null }, want: ['?inner'] },
    { sent: { inner: 'kind' }, want: ['?inner'] },
    { sent: { inner: ['kind'] }, want: ['?inner'] },
    { sent: { list: [{ kind: 'k1' }] }, want: ['?list', '?list[].kind', '?list[].kind=k1'] },
    { sent: { from: 'a', to: 'b' }, want: ['?from/to=a/b', '?from', '?to'] },
    { sent: { from: 'a', to: 'c' }, want: ['?from', '?to'] },
  ])('in $sent is $want', ({ sent, want }) => {
    expect(seen({ requestBody: JSON.stringify(sent) })).toEqual(['', ...want, answer]);
  });

  it('is read from a form, whose objects and lists are JSON', () => {
    const fields = { kind: 'k1', inner: '{"kind":"k2"}', list: '[{"kind":"k1"}]', from: '{"x":1}' };
    const requestHeaders = { 'content-type': ' Application/X-WWW-form-urlencoded ; charset=UTF-8; x=y' };

    expect(seen({ requestHeaders, requestBody: new URLSearchParams(fields).toString() })).toEqual([
      ...['', '?kind', '?kind=k1', '?inner', '?inner.kind', '?inner.kind=k2'],
      ...['?list', '?list[].kind', '?list[].kind=k1', '?from'],
      answer,
    ]);
    expect(seen({ requestHeaders, requestBody: 'from={"from":1}&inner={' })).toEqual([
      ...['', '?inner', '?from'],
      answer,
    ]);
  });

  it('is read from the address of a GET', () => {
    const get = { ...endpoint, method: 'GET' } as Endpoint;

    expect(seen({ url: 'https://x.example.com/a?kind=k2', requestBody: undefined }, get)).toEqual([
      ...['', '?kind', '?kind=k2'],
      answer,
    ]);
  });

  it.each([{ requestBody: '{"kind":' }, { requestBody: undefined }, { requestBody: 'null' }])(
    'is nothing when it cannot be read: $requestBody',
    (fields) => {
      expect(seen(fields)).toEqual(['', answer]);
    },
  );

  it.each([
    { what: 'a body that was taken', fields: { outcome: 'ok' }, want: [' takes '] },
    {
      what: 'its media type',
      fields: { outcome: 'ok', requestHeaders: { 'content-type': 'application/json;a=b' } },
      want: [' takes application/json'],
    },
    { what: 'nothing of a body that was refused', fields: { outcome: 'refused 40' }, want: [] },
    { what: 'nothing of a call without one', fields: { outcome: 'ok', requestBody: undefined }, want: [] },
  ])('shows $what', ({ fields, want }) => {
    expect(seen(fields).filter((id) => id.startsWith(' takes'))).toEqual(want);
  });
});

describe('What a call has got', () => {
  it.each([
    { what: 'no answer', fields: { status: undefined }, want: [] },
    { what: 'a broken one', fields: {}, want: [answer] },
    { what: 'one that speaks of a refusal', fields: { outcome: 'broken: refused x' }, want: [answer] },
    {
      what: 'one of another type',
      fields: { responseHeaders: { 'content-type': 'TEXT/html; charset=x' } },
      want: [' answers text/html'],
    },
    { what: 'one of no type', fields: { responseHeaders: undefined }, want: [' answers '] },
    {
      what: 'a refusal',
      fields: { outcome: 'refused 88/40014' },
      want: [answer, ' refused', '!88/40014'],
    },
  ])('from $what is $want', ({ fields, want }) => {
    expect(seen(fields)).toEqual(['', ...want]);
  });

  it.each([
    { body: { errcode: 0, other: 1 }, want: ['#errcode'] },
    { body: { result: { name: 'a' } }, want: ['#result', '#result.name'] },
    { body: { result: null }, want: ['#result'] },
    { body: { result: [{ name: 'a' }] }, want: ['#result'] },
    { body: { list: [{ id: 1 }, { id: 2 }, {}] }, want: ['#list', '#list[].id', '#list[].id'] },
    { body: { list: { id: 1 } }, want: ['#list'] },
  ])('from a success is each field that it had: $body', ({ body, want }) => {
    const fields = { outcome: 'ok', requestBody: undefined, responseBody: JSON.stringify(body) };

    expect(seen(fields)).toEqual(['', answer, ' accepted', ...want]);
  });
});

describe('What the schema settles', () => {
  it('are its constants, and request_id', () => {
    expect(settledBySchema(endpoint)).toEqual(['x#errcode', 'x#request_id']);
  });
});
