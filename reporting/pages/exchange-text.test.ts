import { exchangeText } from './exchange-text';
import { anExchange } from '../testing/sample';

const text = (fields: object = {}, index = 0): string => exchangeText(anExchange(fields), index, 2);

describe('A call as text', () => {
  it('is what was sent, what came back and how to repeat it', () => {
    expect(text({}, 1).split('\n')).toEqual([
      '──── call 2 of 2: ok ────',
      `POST ${anExchange().url}`,
      'HTTP 200 · 12 ms · counted by the quota',
      'request:',
      '  {',
      '    "create_request": {',
      '      "title": "入职须知"',
      '    }',
      '  }',
      'reply:',
      '  {',
      '    "errcode": 0,',
      '    "result": true',
      '  }',
      'repeat:',
      '  curl -sS -X POST ...',
      `docs: ${anExchange().docs}`,
    ]);
  });

  it('says that it was not the first try, had no answer and does not count', () => {
    expect(text({ status: undefined, attempt: 2, counted: false })).toContain(
      '\nno answer · 12 ms · try 2 · not counted\n',
    );
  });

  it.each([{ requestBody: undefined }, { requestBody: '' }])('leaves out an empty body', (fields) => {
    expect(text(fields)).toContain('counted by the quota\nreply:\n');
  });

  it.each([
    { what: 'no JSON', responseBody: '<html>' },
    { what: 'a large number in a member', responseBody: '{"a":1234567890123456789}' },
    { what: 'a large number in a list', responseBody: '[ -1234567890123456]' },
    { what: 'a large number behind another', responseBody: '[1,1234567890123456]' },
  ])('shows $what as it came', ({ responseBody }) => {
    expect(text({ responseBody })).toContain(`reply:\n  ${responseBody}\n`);
  });

  it('cuts a body of more than 4000 characters', () => {
    expect(text({ responseBody: 'x'.repeat(4000) })).toContain(`  ${'x'.repeat(4000)}\n`);
    expect(text({ responseBody: 'x'.repeat(4001) })).toContain(`  ${'x'.repeat(4000)}… (4001 characters)\n`);
  });
});
