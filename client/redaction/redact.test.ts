import { randomBytes } from 'node:crypto';
import { Redactor } from './redact';

// Characters that change in a URL, in a form, in base64, in JSON, in HTML and in a shell.
const canary = 'GT-lsu/ta+DA=s"T\\s &密';
const token = '0f9e8d7c6b5a49382716f5e4d3c2b1a0';

const json = (value: unknown): string => JSON.stringify(value).slice(1, -1);
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const percent = (text: string): string => Buffer.from(text).toString('hex').replace(/../g, '%$&');
const unicode = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('<', '&lt;');
const lowered = (text: string): string => text.replace(/%../g, (code) => code.toLowerCase());
const formField = (text: string): string => new URLSearchParams({ s: text }).toString().slice(2);

const formsOf = (secret: string): { as: string; form: string; secret: string }[] =>
  [
    { as: 'it is', form: secret },
    { as: 'a part of a URL', form: encodeURIComponent(secret) },
    { as: 'a part of a URL in lower case', form: lowered(encodeURIComponent(secret)) },
    { as: 'a part of a URL inside a URL', form: encodeURIComponent(encodeURIComponent(secret)) },
    { as: 'encodeURI writes it', form: encodeURI(secret) },
    { as: 'percent codes throughout', form: percent(secret) },
    { as: 'percent codes throughout in upper case', form: percent(secret).toUpperCase() },
    { as: 'a form field', form: formField(secret) },
    { as: 'a form field in lower case', form: lowered(formField(secret)) },
    { as: 'JSON', form: json(secret) },
    { as: 'JSON with escaped slashes', form: json(secret).replaceAll('/', '\\/') },
    { as: 'JSON in ASCII', form: json(secret).replace('密', '\\u5bc6') },
    { as: 'JSON in ASCII in upper case', form: json(secret).replace('密', '\\u5BC6') },
    { as: 'unicode escapes throughout', form: unicode(secret) },
    { as: 'hexadecimal digits', form: Buffer.from(secret).toString('hex') },
    { as: 'byte escapes of a shell', form: percent(secret).replaceAll('%', '\\x') },
    { as: 'JSON in JSON', form: json(json(secret)) },
    { as: 'JSON in JSON in JSON', form: json(json(json(secret))) },
    { as: 'JSON in JSON in ASCII', form: json(json(secret).replace('密', '\\u5bc6')) },
    { as: 'JSON in a URL', form: encodeURIComponent(json(secret)) },
    { as: 'JSON in a form', form: formField(json(secret)) },
    { as: 'HTML', form: html(secret) },
    { as: 'HTML in HTML', form: html(html(secret)) },
    { as: 'JSON in HTML', form: html(json(secret)) },
    { as: 'HTML in JSON', form: json(html(secret)) },
    {
      as: 'HTML with numbers',
      form: secret.replace('&', '&#38;').replace('"', '&#x22;').replace('密', '&#x5BC6;'),
    },
    { as: 'base64', form: base64(secret) },
    { as: 'base64 without padding', form: base64(secret).replace(/=+$/, '') },
    { as: 'base64url', form: Buffer.from(secret).toString('base64url') },
    { as: 'base64 in a URL', form: encodeURIComponent(base64(secret)) },
    { as: 'JSON in base64', form: base64(json(secret)) },
  ].map((row) => ({ ...row, secret }));
// Without four letters in a row, and with: such a one is looked for by them first.
const forms = [canary, 'k\\密"&/lsutaDA=s+ 7e9c'].flatMap(formsOf);

describe('A secret', () => {
  it.each(forms)('is found, and named, where it stands as $as: $secret', ({ form, secret }) => {
    const text = `before [${form}] after [${form}]`;

    expect(aRedactor(secret).findIn(text)).toBe(true);
    expect(aRedactor(secret).redact(text)).toBe(
      'before [<DINGTALK_APP_SECRET>] after [<DINGTALK_APP_SECRET>]',
    );
  });

  it.each([
    { where: 'a URL', text: `https://oapi.dingtalk.com/x?a=1&s=${encodeURIComponent(canary)}&b=2#c` },
    { where: 'a header line', text: `x-secret: ${canary}\r\nhost: oapi.dingtalk.com` },
    { where: 'a curl command', text: `curl -sS -X POST 'https://x/y' --data-raw '{"s":"${json(canary)}"}'` },
    { where: 'a curl command in JSON', text: JSON.stringify({ curl: `-d '{"s":"${json(canary)}"}'` }) },
    { where: 'a message', text: `Expected: "${json(canary)}"\nReceived: "x"` },
  ])('is named in $where', ({ text }) => {
    const redacted = aRedactor().redact(text);

    expect(redacted).toContain('<DINGTALK_APP_SECRET>');
    expect(redacted).not.toMatch(/GT-lsu|lsu|DA|密/);
  });

  it.each(['', 'k', 'ke', 'key'])('is named in the base64 of %j:secret', (user) => {
    const text = base64(`${user}:${canary}`);

    const redacted = aRedactor().redact(`Authorization: Basic ${text} end`);

    expect(redacted).toMatch(/^Authorization: Basic [\w+/]{0,6}<DINGTALK_APP_SECRET> end$/);
  });

  it.each(['', 'k', 'ke', 'key'])('is named amid the base64 of a page, after %j', (before) => {
    const text = base64(`${before}${canary} and so on`);

    const left = Buffer.from(aRedactor().redact(text).replace(/<.*>/, '')).toString();

    expect(aRedactor().findIn(text)).toBe(true);
    expect(Buffer.from(left, 'base64').toString()).not.toMatch(/GT|lsu|DA|T\\s|密/);
  });

  it.each([
    '"begins and ends in quotes"',
    '\\begins in a backslash',
    'line one\nline two\ttab',
    "it's a 'secret'",
    '密😀钥匙密😀',
    '</script><b>bold',
    '^$.*+?()[]{}|/',
    '$& $1 $$ <$name>',
  ])('of any kind leaves valid JSON behind: %j', (secret) => {
    const redactor = new Redactor();
    redactor.register(secret, 'S');
    const value = (inside: string): object => ({
      path: '\\',
      text: `\\${inside}"`,
      nested: JSON.stringify({ deep: inside }),
      list: [inside],
    });

    const redacted: unknown = JSON.parse(redactor.redact(JSON.stringify(value(secret))));

    expect(redacted).toMatchObject({ path: '\\', nested: '{"deep":"<S>"}', list: ['<S>'] });
    expect(redactor.findIn(JSON.stringify(redacted))).toBe(false);
  });

  it('that holds another one is named whole', () => {
    const redactor = new Redactor();
    redactor.register(token, 'INNER');
    redactor.register(`${token}-and-more`, 'OUTER');

    expect(redactor.redact(`${token}-and-more, ${token}`)).toBe('<OUTER>, <INNER>');
  });

  it('that looks like a part of a mask breaks none', () => {
    const redactor = aRedactor();
    redactor.register('APP_SECRET', 'ODD');

    expect(redactor.redact(`${canary} APP_SECRET`)).toBe('<DINGTALK_APP_SECRET> <ODD>');
  });

  it('keeps the name that it got first', () => {
    const redactor = aRedactor();
    redactor.register(canary, 'OTHER');

    expect(redactor.redact(canary)).toBe('<DINGTALK_APP_SECRET>');
  });

  it.each(['', 'short'])('has 6 characters at least: %j is none', (text) => {
    const redactor = new Redactor();
    redactor.register(text, 'S');

    expect(redactor.redact('a short text')).toBe('a short text');
    expect(redactor.findIn('a short text')).toBe(false);
  });

  it.each(['half a pair \ud83d', 'x'.repeat(1_000_000)])('may be odd', (odd) => {
    const redactor = new Redactor();
    redactor.register(odd, 'S');

    expect(redactor.redact(`[${odd}]`)).toMatch(/^\[<S>/);
  });
});

describe('A token that nobody registered', () => {
  it.each([
    { text: '/gettoken?appkey=k&appsecret=s3cr+t%2F', left: '/gettoken?appkey=k&appsecret=<redacted>' },
    { text: '/x?access_token=abc&size=20', left: '/x?access_token=<redacted>&size=20' },
    { text: 'next=%2Fx%3Faccess_token%3Dabc', left: 'next=%2Fx%3Faccess_token%3D<redacted>' },
    { text: 'DINGTALK_APP_SECRET=abc', left: 'DINGTALK_APP_SECRET=<redacted>' },
    { text: '{"access_token":"abc","a":1}', left: '{"access_token":"<redacted>","a":1}' },
    { text: '{ "accessToken" : "abc" }', left: '{ "accessToken" : "<redacted>" }' },
    { text: "{ appSecret: 'abc', a: 1 }", left: "{ appSecret: '<redacted>', a: 1 }" },
    { text: '{"clientSecret":"a\\"b\\\\c"}', left: '{"clientSecret":"<redacted>"}' },
    {
      text: '"{\\"access_token\\":\\"abc\\",\\"a\\":1}"',
      left: '"{\\"access_token\\":\\"<redacted>\\",\\"a\\":1}"',
    },
    {
      text: '\\\\\\"appSecret\\\\\\":\\\\\\"a\\\\\\"',
      left: '\\\\\\"appSecret\\\\\\":\\\\\\"<redacted>\\\\\\"',
    },
    { text: '&quot;appSecret&quot;:&quot;abc&quot;,', left: '&quot;appSecret&quot;:&quot;<redacted>&quot;,' },
    { text: '"access_token":"cut sho', left: '"access_token":"<redacted>' },
    { text: 'x-acs-dingtalk-access-token: abc', left: 'x-acs-dingtalk-access-token: <redacted>' },
    {
      text: "-H 'x-acs-dingtalk-access-token: abc' \\",
      left: "-H 'x-acs-dingtalk-access-token: <redacted>' \\",
    },
    { text: '"x-acs-dingtalk-access-token":"abc"', left: '"x-acs-dingtalk-access-token":"<redacted>"' },
    {
      text: '\\"x-acs-dingtalk-access-token\\": \\"abc\\"',
      left: '\\"x-acs-dingtalk-access-token\\": \\"<redacted>\\"',
    },
  ])('is masked in $text', ({ text, left }) => {
    expect(aRedactor().redact(text)).toBe(left);
  });
});

describe('What is no secret', () => {
  it.each([
    '"expires_in":7200',
    '{"errcode":0,"expires_in":7200,"expireIn":7200}',
    'access_token is blank',
    'ding talk error[subcode=40000,submsg=access_token is blank]',
    '不合法的access_token',
    '缺少参数 access_token',
    '{"code":"AuthenticationFailed.MissingParameter","message":"缺少参数：x-acs-dingtalk-access-token"}',
    'access_token=&size=20',
    '{"access_token":""}',
    'The access token: it is fetched once.',
    'DINGTALK_APP_SECRET is missing: the Client Secret of the internal app',
    "curl 'https://x?access_token='\"$DINGTALK_ACCESS_TOKEN\"''",
    'GT-lsu',
  ])('stays readable: %s', (text) => {
    expect(aRedactor().redact(text)).toBe(text);
  });
});

describe('Redacting twice', () => {
  it.each([
    ...forms.map(({ form }) => form),
    `https://x/y?access_token=${token}&a=1`,
    'https://x/y?access_token=unknown&a=1',
    `{"access_token":"${token}"}`,
    '{"access_token":"unknown"}',
    `--data-raw '{"appSecret":"'"$DINGTALK_APP_SECRET"'"}'`,
    JSON.stringify({ curl: `--data-raw '{"appSecret":"'"$DINGTALK_APP_SECRET"'"}'` }),
    'x-acs-dingtalk-access-token: unknown',
    `-H 'x-acs-dingtalk-access-token: '"$DINGTALK_ACCESS_TOKEN"''`,
    `curl 'https://x?access_token='"$DINGTALK_ACCESS_TOKEN"'&a=1'`,
  ])('changes nothing: %s', (text) => {
    const redactor = aRedactor();
    const once = redactor.redact(text);

    expect(redactor.redact(once)).toBe(once);
    expect(redactor.redact(html(once))).toBe(html(once));
    expect(redactor.redact(json(once))).toBe(json(once));
  });
});

describe('Speed', () => {
  it.each([
    {
      what: 'reports',
      text: `{"title":"公告 &amp; \\"x\\"","body":"${randomBytes(600).toString('base64')}"}\n`,
    },
    { what: 'backslashes', text: '\\' },
    { what: 'quotes', text: '"' },
    { what: 'percent codes', text: '%25' },
    { what: 'entities', text: '&amp;#0000' },
    { what: 'keys', text: 'access_token":"' },
    { what: 'keys and spaces', text: `access_token${' '.repeat(20_000)}` },
    { what: 'open values', text: 'access_token\\":\\"a\\\\' },
    { what: 'one open value', text: 'a' },
  ])('is at least 1 MB/s: $what', ({ text }) => {
    const redactor = aRedactor();
    const page = `"access_token":"${text.repeat(Math.ceil(2_000_000 / text.length))}`;
    // Time of the processor: others may be at work on this machine.
    const before = process.cpuUsage();

    redactor.redact(page);

    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  });
});

// Helpers

function aRedactor(secret = canary): Redactor {
  const redactor = new Redactor();
  redactor.register(secret, 'DINGTALK_APP_SECRET');
  redactor.register(token, 'DINGTALK_ACCESS_TOKEN');
  return redactor;
}
