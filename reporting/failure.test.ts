import { classify, firstLines } from './failure';
import { aResult, anExchange } from './fixtures/sample';

const failed = (message: string, more: object = {}) =>
  aResult({ status: 'failed', messages: [message], ...more });

describe('classify', () => {
  it.each([
    {
      when: 'a contract is broken',
      outcome: 'broken: /result must be boolean',
      text: 'broke its contract',
      want: 'product',
    },
    { when: 'a value is wrong', outcome: 'ok', text: 'expect(received).toBe(expected)', want: 'product' },
    { when: 'there was no answer', outcome: 'no answer: timed out', text: 'got no answer', want: 'network' },
    {
      when: 'a call was throttled',
      outcome: 'refused 88/90018',
      text: 'was refused: 88/90018',
      want: 'quota',
    },
    { when: 'the month is used up', outcome: 'refused 90020', text: 'was refused: 90020', want: 'quota' },
    {
      when: 'the v1.0 gateway throttles',
      outcome: 'refused Forbidden.AccessDenied.QpsLimitForApi',
      text: 'was refused: Forbidden.AccessDenied.QpsLimitForApi',
      want: 'quota',
    },
    {
      when: 'a permission is missing',
      outcome: 'refused 88/60011',
      text: 'was refused: 88/60011',
      want: 'tenant',
    },
    {
      when: 'the v1.0 gateway misses a permission',
      outcome: 'refused Forbidden.AccessDenied.AccessTokenPermissionDenied',
      text: 'was refused: Forbidden.AccessDenied.AccessTokenPermissionDenied',
      want: 'tenant',
    },
    {
      when: 'a refusal was expected and came',
      outcome: 'refused 88/60011',
      text: 'nothing else may change',
      want: 'product',
    },
    {
      when: 'a refusal was expected and did not come',
      outcome: 'ok',
      text: 'Expected: 88/60011',
      want: 'product',
    },
  ])('blames the $want when $when', ({ outcome, text, want }) => {
    expect(classify(failed(text), [anExchange(), anExchange({ outcome })])).toBe(want);
  });

  it.each([
    { text: 'connect ECONNREFUSED 127.0.0.1:7001', want: 'network' },
    { text: 'the app has no permission at all: 60011', want: 'tenant' },
    { text: 'crashed: Jest was ended by SIGKILL while this case ran.', want: 'suite' },
    { text: 'x is not a function', want: 'product' },
  ])('blames the $want for a case without calls that says: $text', ({ text, want }) => {
    expect(classify(failed(text), [])).toBe(want);
  });

  it.each([{ added: true }, { blocked: true }])(
    'blames the suite for what is no failure of a case: %j',
    (more) => {
      expect(classify(failed('thrown at load', more), [])).toBe('suite');
    },
  );
});

describe('firstLines', () => {
  it('leaves the list of calls and the stack out', () => {
    const message =
      'Error: it broke\n\n  reply: HTTP 200\n\nCalls of this case:\n  1 POST /x\n    at spec.ts:1:2';
    expect(firstLines(failed(message))).toBe('it broke\n  reply: HTTP 200');
  });

  it('shortens what is long', () => {
    expect(firstLines(failed(`${'x'.repeat(400)}\n2\n3`), 2)).toBe(`${'x'.repeat(300)}…\n2`);
  });
});
