import { causeOf, refusalIn } from './trouble';

const json = (body: object): string => JSON.stringify(body);
const html = '<html><body>502 Bad Gateway</body></html>';

describe('The cause of a failed call', () => {
  it.each([
    { cause: 'lost', outcome: 'no answer: the connection was reset' },
    { cause: 'lost', outcome: "broken: the content type is 'text/html'", status: 502, responseBody: html },
    { cause: 'lost', outcome: 'broken: the body is empty', status: 500, responseBody: '' },
    { cause: 'lost', outcome: 'broken: the body is JSON, but not an object', status: 500, responseBody: '1' },
    { cause: 'throttled', outcome: 'refused 88/90017', status: 200 },
    { cause: 'busy', outcome: 'refused 15/isp.-1', status: 200 },
    { cause: 'busy', outcome: 'refused whatever', status: 503 },
    {
      cause: 'busy',
      outcome: 'broken: HTTP status 503',
      status: 503,
      responseBody: json({ code: 'new.error', message: 'x' }),
    },
    {
      cause: 'busy',
      outcome: 'broken: HTTP status 500',
      status: 500,
      responseBody: json({ errcode: 15, sub_code: 'isp.-1' }),
    },
    {
      cause: 'throttled',
      outcome: 'broken: /requestid is missing',
      status: 403,
      responseBody: json({ code: 'Forbidden.AccessDenied.QpsLimitForApi' }),
    },
  ])('is $cause where it ended with $status $outcome', ({ cause, ...ended }) => {
    expect(causeOf(ended)).toBe(cause);
  });

  it.each([
    { outcome: 'ok', status: 200 },
    { outcome: 'refused 400002', status: 200 },
    { outcome: 'refused badRequest', status: 400 },
    { outcome: 'broken: HTTP status 500', status: 500, responseBody: json({ errcode: 0, result: true }) },
    { outcome: 'broken: HTTP status 500', status: 500, responseBody: json({ errcode: 400002, errmsg: 'x' }) },
    { outcome: 'broken: HTTP status 500', status: 500, responseBody: json({ expireIn: 7200 }) },
    { outcome: "broken: the content type is 'text/html'", status: 200, responseBody: html },
    {
      outcome: 'broken: /errmsg is missing',
      status: 200,
      responseBody: json({ errcode: 88, sub_code: '40014' }),
    },
    { outcome: 'broken: /code is missing', status: 400, responseBody: json({ message: 'x' }) },
  ])('is none where it ended with $status $outcome', (ended) => {
    expect(causeOf(ended)).toBeUndefined();
  });
});

describe('A refusal without the rest of its envelope', () => {
  it.each([
    { text: json({ errcode: 88, sub_code: '60020' }), code: '88/60020' },
    { text: json({ code: 'corpNotOpenHrm' }), code: 'corpNotOpenHrm' },
    { text: json({ errcode: 50_002 }), code: '50002' },
  ])('is known by its code: $text', ({ text, code }) => {
    expect(refusalIn(text)).toEqual({ code, body: JSON.parse(text) as object });
  });

  it.each([undefined, html, json({ errcode: 0 }), json({ errcode: 400_002 }), json({ code: 'badRequest' })])(
    'is not seen in %s',
    (text) => {
      expect(refusalIn(text)).toBeUndefined();
    },
  );
});
