import { Redactor } from './redact';

const redactor = () => new Redactor([{ text: 'a-secret-of-the-app', name: 'APP_SECRET' }]);

describe('A value without secrets', () => {
  it.each([
    { what: 'a text', value: 'x a-secret-of-the-app y', want: 'x <APP_SECRET> y' },
    { what: 'a list', value: ['a-secret-of-the-app', 1], want: ['<APP_SECRET>', 1] },
    { what: 'an object', value: { a: { b: 'a-secret-of-the-app' } }, want: { a: { b: '<APP_SECRET>' } } },
    { what: 'the name of a member', value: { 'a-secret-of-the-app': 1 }, want: { '<APP_SECRET>': 1 } },
    { what: 'a painted text', value: 'a-secret-\u001b[31mof-the-app', want: '<APP_SECRET>' },
    {
      what: 'a token by its name',
      value: { access_token: 'unknown-to-us' },
      want: { access_token: '<redacted>' },
    },
    {
      what: 'a known one by its name',
      value: { appSecret: 'a-secret-of-the-app' },
      want: { appSecret: '<APP_SECRET>' },
    },
    {
      what: 'a part of one',
      value: { appSecret: 'a-secret-of-the-app!' },
      want: { appSecret: '<redacted>' },
    },
  ])('hides $what', ({ value, want }) => {
    expect(redactor().redactValue<unknown>(value)).toEqual(want);
  });

  it.each([
    { what: 'null', value: { a: null } },
    { what: 'a number', value: { a: 7, access_token: 7 } },
    { what: 'an empty token', value: { access_token: '' } },
    { what: 'other names', value: { title: '通知', access: 'x', token_type: 'bearer' } },
  ])('keeps $what', ({ value }) => {
    expect(redactor().redactValue(value)).toEqual(value);
  });
});

describe('A known secret', () => {
  it('is learnt once', () => {
    const known = redactor();

    expect(known.register('a-secret-of-the-app', 'OTHER')).toBe(false);
    expect(known.register('another-secret', 'OTHER')).toBe(true);
    expect(known.secrets.map(({ name }) => name).sort()).toEqual(['APP_SECRET', 'OTHER']);
  });
});
