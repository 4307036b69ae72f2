import { violations } from './validate';

const answer = {
  type: 'object',
  additionalProperties: false,
  required: ['errcode'],
  usual: ['title', 'rows'],
  properties: {
    errcode: { type: 'integer', const: 0, source: 'observed' },
    title: {
      type: 'string',
      source: 'documented',
      maxLength: 3,
      facets: { maxLength: { source: 'inferred' } },
    },
    level: { type: 'integer', enum: [0, 20], source: 'documented' },
    rows: { type: 'array', source: 'documented', items: { type: 'string', source: 'documented' } },
  },
};

const missing = (path: string, keyword: string, source: string): object => ({
  path,
  keyword,
  source,
  message: 'is missing',
});

describe('A violation', () => {
  it.each([
    { when: 'all is there', value: { errcode: 0, title: 'x', rows: [] }, want: [] },
    {
      when: 'what is usual is missing, each by its name',
      value: { errcode: 0 },
      want: [missing('/title', 'usual', 'inferred'), missing('/rows', 'usual', 'inferred')],
    },
    {
      when: 'what is usual is null, which is missing and not of another type',
      value: { errcode: 0, title: 'x', rows: null },
      want: [missing('/rows', 'usual', 'inferred')],
    },
    {
      when: 'what may be missing is null, once for all that its schema says of it',
      value: { errcode: 0, title: 'x', rows: [], level: null },
      want: [missing('/level', 'usual', 'inferred')],
    },
    {
      when: 'what is required is missing',
      value: { title: 'x', rows: [] },
      want: [missing('/errcode', 'required', 'documented')],
    },
    {
      when: 'a type is wrong',
      value: { errcode: 0, title: 7, rows: [] },
      want: [{ path: '/title', keyword: 'type', message: 'must be string', source: 'documented' }],
    },
    {
      when: 'a keyword has a source of its own',
      value: { errcode: 0, title: 'long', rows: [] },
      want: [expect.objectContaining({ path: '/title', keyword: 'maxLength', source: 'inferred' })],
    },
    {
      when: 'a value is not the one that was observed',
      value: { errcode: 1, title: 'x', rows: [] },
      want: [{ path: '/errcode', keyword: 'const', message: 'must be 0', source: 'observed' }],
    },
    {
      when: 'an element is null',
      value: { errcode: 0, title: 'x', rows: [null] },
      want: [expect.objectContaining({ path: '/rows/0', keyword: 'type' })],
    },
    {
      when: 'a field is not documented',
      value: { errcode: 0, title: 'x', rows: [], more: 1 },
      want: [
        expect.objectContaining({ path: '/more', keyword: 'additionalProperties', source: 'documented' }),
      ],
    },
  ])('says what is wrong, and whose promise it was, when $when', ({ value, want }) => {
    expect(violations(answer, value)).toEqual(want);
  });

  it('is null in a request', () => {
    const request = { type: 'object', properties: { title: { type: 'string', source: 'documented' } } };

    expect(violations(request, { title: null })).toHaveLength(1);
  });

  it('is null in the place of what is required', () => {
    expect(violations(answer, { errcode: null, title: 'x', rows: [] })).not.toEqual([]);
  });
});
