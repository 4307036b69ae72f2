import { classify, firstLines } from './failure';
import { aResult, anExchange } from './testing/sample';

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
      when: 'an app gets no token',
      outcome: 'refused invalidClientIdOrSecret',
      text: 'its credentials were refused: invalidClientIdOrSecret',
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

describe('classify, where it is recorded what a case threw', () => {
  const call = (outcome: string, status?: number): object => ({
    name: 'CallFailure',
    call: { outcome, ...(status === undefined ? {} : { status }) },
  });
  const html = "broken: the content type is 'text/html' and not application/json";

  it.each([
    { when: 'a name is misspelt', threw: { name: 'ReferenceError' }, want: 'suite' },
    { when: 'a case reads a field of nothing', threw: { name: 'TypeError' }, want: 'suite' },
    { when: 'a guard stopped it', threw: { name: 'GuardViolation' }, want: 'suite' },
    { when: 'it asserted something of itself', threw: { name: 'AssertionError' }, want: 'suite' },
    { when: 'throttling outlasted patience', threw: call('refused 88/90018'), want: 'quota' },
    { when: 'all apps together were too fast', threw: call('refused 90002'), want: 'quota' },
    { when: 'the month is used up', threw: call('refused 88/90020'), want: 'quota' },
    {
      when: 'v1.0 was too fast',
      threw: call('refused Forbidden.AccessDenied.QpsLimitForApi'),
      want: 'quota',
    },
    {
      when: 'no answer came in time',
      threw: call('no answer: no answer within 10000 ms'),
      want: 'network',
    },
    {
      when: 'the connection was reset',
      threw: call('no answer: the connection was closed'),
      want: 'network',
    },
    { when: 'the gateway was down', threw: call(html, 502), want: 'network' },
    { when: 'it was down in another way', threw: call(html, 500), want: 'network' },
    { when: 'an error tells of HTML', threw: call(`broken: ${html}`, 502), want: 'product' },
    { when: 'the service stayed busy', threw: call('refused -1'), want: 'network' },
    { when: 'a permission is missing', threw: call('refused 88/60011'), want: 'tenant' },
    { when: 'it says so without 88', threw: call('refused 60011'), want: 'tenant' },
    { when: 'the address is not let in', threw: call('refused 88/60020'), want: 'tenant' },
    { when: 'HR is not opened', threw: call('refused corpNotOpenHrm'), want: 'tenant' },
    { when: 'HTML came with 200', threw: call(html, 200), want: 'product' },
    { when: 'a field is missing', threw: call('broken: /result is missing', 200), want: 'product' },
    { when: 'the service refused what is right', threw: call('refused 400001'), want: 'product' },
    { when: 'a value is wrong', threw: { name: 'JestAssertionError' }, want: 'product' },
  ])('blames the $want when $when', ({ threw, want }) => {
    const text = JSON.stringify(threw);

    expect(classify(failed(text), [anExchange()], threw as never)).toBe(want);
  });

  it.each([
    { where: 'something else went wrong', text: 'expect(received)', others: [anExchange()], want: 'product' },
    { where: 'nothing else went wrong', text: 'could not clean up', others: [], want: 'network' },
  ])('blames the $want when what was made could not be removed and $where', ({ text, others, want }) => {
    const removal = anExchange({ outcome: 'no answer: timed out', cleaning: true });

    expect(classify(failed(text), [...others, removal], { name: 'Error' })).toBe(want);
  });

  it.each([
    { ill: ['周报'], text: 'was refused: 400001', outcome: 'refused 400001', want: 'tenant' },
    { ill: ['周报'], text: 'Expected value: "周报"', outcome: 'ok', want: 'tenant' },
    { ill: [], text: 'was refused: 400001', outcome: 'refused 400001', want: 'product' },
    { ill: ['周报'], text: 'Expected: 1', outcome: 'refused 400001', want: 'product' },
    { ill: ['user-1', '周报'], text: 'Expected value: "周报"', outcome: 'ok', want: 'tenant' },
    { ill: ['周报'], text: 'Received: undefined', outcome: 'ok', want: 'product' },
    { ill: ['周报'], text: 'it was ok before', outcome: 'ok', want: 'product' },
    { ill: ['周报'], text: 'Expected: 1\nCalls of this case:\n周报 400001', outcome: 'ok', want: 'product' },
  ])(
    'blames the $want where $ill were found wanting and a case says $text',
    ({ ill, text, outcome, want }) => {
      expect(classify(failed(text), [anExchange({ outcome })], { name: 'Error' }, { ill })).toBe(want);
    },
  );
});

describe('classify, of what no call was to blame for', () => {
  const late = 'The case took too long; what it had made was removed.';
  const died = 'The process that ran this file died. It is not run again: it would create everything twice.';

  it.each([
    { when: 'a case ends its process', text: died, calls: [], want: 'suite' },
    { when: 'a case waits and asks nothing', text: late, calls: [], want: 'suite' },
    { when: 'Jest gives such a case up', text: 'Exceeded timeout of 5000 ms', calls: [], want: 'suite' },
    { when: 'a case waits for what does not come', text: late, calls: [anExchange()], want: 'product' },
  ])('blames the $want when $when', ({ text, calls, want }) => {
    expect(classify(failed(text), calls, { name: 'Error' })).toBe(want);
  });

  it.each([
    { text: 'The configuration has 1 problem(s):\n  - DINGTALK_APP_SECRET is missing', want: 'tenant' },
    { text: 'The doctor says that a run cannot start.\n[FIX] invalidClientIdOrSecret', want: 'tenant' },
    { text: 'The run would make 130 counted calls. Raise SUITE_BUDGET.', want: 'quota' },
    { text: 'Jest ended with exit code 1 before it began with a spec file', want: 'suite' },
  ])('blames the $want when a run could not start: $text', ({ text, want }) => {
    expect(classify(failed(text, { added: true, title: 'the run could start' }), [])).toBe(want);
  });
});

describe('classify, of an error of the server', () => {
  const call = { outcome: 'refused internalError', status: 500 };
  const exchange = anExchange({ ...call, responseBody: '{"code":"internalError"}' });
  const classOf = (broken: readonly string[]): string =>
    classify(
      failed('was refused: internalError'),
      [exchange],
      { name: 'CallFailure', call },
      {
        broken: new Set(broken),
      },
    );

  it('blames the product where its endpoint never answered, and the others did', () => {
    expect(classOf(['blackboard/create'])).toBe('product');
  });

  it('blames the network where it passes', () => {
    expect(classOf([])).toBe('network');
    expect(classOf(['report/list'])).toBe('network');
  });
});

describe('classify, of a case with several messages', () => {
  it('looks for people in the story, and not in the calls after it', () => {
    const messages = ['Expected: 1', 'Calls of this case:\n周报'];

    expect(classify({ ...failed(''), messages }, [], { name: 'Error' }, { ill: ['周报'] })).toBe('product');
  });

  it('takes a busy service for the reason where the message names its code only', () => {
    const call = { outcome: 'refused serviceBusy' };

    expect(classify(failed('broke off: serviceBusy'), [], { name: 'CallFailure', call })).toBe('network');
  });
});

describe('classify, of what passes and did not', () => {
  const quota = [
    '88/90001',
    '88/90003',
    '88/90004',
    '88/90017',
    'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi',
  ];
  const network = ['88/-1', '15/isp.-1', 'unknownError', 'systemError', 'system.error', 'service.timeout'];
  const tenant = ['50002', '88/50004', 'Forbidden.AccessDenied.IpNotInWhiteList'];
  const rows = Object.entries({ quota, network, tenant });

  it.each(rows)('blames the %s for its codes, and only where a case failed over them', (want, codes) => {
    const thrown = (code: string): object => ({
      name: 'Error',
      call: { outcome: `refused ${code}`, status: 200 },
    });
    const classes = (text: (code: string) => string): string[] =>
      codes.map((code) => classify(failed(text(code)), [], thrown(code) as never));

    expect(classes((code) => `was refused: ${code}`)).toEqual(codes.map(() => want));
    expect(classes(() => 'Expected: 1')).toEqual(codes.map(() => 'product'));
  });

  it.each([
    { when: 'around a success', responseBody: '{"errcode":0,"result":true}', want: 'product' },
    { when: 'around a refusal of what was asked', responseBody: '{"errcode":400002}', want: 'product' },
    { when: 'around a busy service', responseBody: '{"errcode":15,"sub_code":"isp.-1"}', want: 'network' },
    { when: 'around a page', responseBody: '<html></html>', want: 'network' },
  ])('blames the $want for an error status $when', ({ responseBody, want }) => {
    const call = { outcome: 'broken: HTTP status 500: this gateway answers 200, refusals too', status: 500 };
    const exchange = anExchange({ ...call, responseBody });

    expect(classify(failed('broke its contract'), [exchange], { name: 'CallFailure', call })).toBe(want);
    expect(classify(failed('broke its contract'), [], { name: 'CallFailure', call })).toBe('product');
  });
});

describe('firstLines', () => {
  it('are none where nothing was said', () => {
    expect(firstLines(aResult({ status: 'failed', messages: [] }))).toBe('');
  });

  it('leaves the list of calls and the stack out', () => {
    const message =
      'Error: it broke\n\n  reply: HTTP 200\n\nCalls of this case:\n  1 POST /x\n    at spec.ts:1:2';
    expect(firstLines(failed(message))).toBe('it broke\n  reply: HTTP 200');
  });

  it('shortens what is long', () => {
    expect(firstLines(failed(`${'x'.repeat(400)}\n2\n3`), 2)).toBe(`${'x'.repeat(300)}…\n2`);
  });
});
