import type { Finding } from '../client/exchange';
import { folded } from './findings';

const unknown = (path: string): Finding => ({
  kind: 'undocumented field',
  endpoint: 'hrm/queryonjob',
  message: `${path} is not documented`,
});
const items = (name: string): Finding[] =>
  Array.from({ length: 12 }, (_, index) => unknown(`/result/data_list/${index}/${name}`));

describe('Findings', () => {
  it('are folded over the items of a list: three unknown fields are three', () => {
    const found = folded([[...items('a'), ...items('b'), unknown('/result/c')], items('a')]);

    expect(found.map(({ message, cases }) => [message, cases])).toEqual([
      ['/result/data_list/*/a is not documented', 2],
      ['/result/data_list/*/b is not documented', 1],
      ['/result/c is not documented', 1],
    ]);
  });

  it('are folded over lists in lists, and at the end of a pointer', () => {
    const found = folded([[unknown('/a/0/b/3/c'), unknown('/a/1/b/0/c'), unknown('/a/7'), unknown('/a/8')]]);

    expect(found.map(({ message }) => message)).toEqual([
      '/a/*/b/*/c is not documented',
      '/a/* is not documented',
    ]);
  });

  it.each([
    'inferred: 2/3 of 20; this tenant: 1/3 of 20',
    'answered 400 and not 401',
    'a name such as /x2/y1z is kept',
    'broken: https://oapi.dingtalk.com/topapi/v2/10 said so',
  ])('keep every other figure: %s', (message) => {
    const finding = { ...unknown(''), kind: 'contradiction settled', message } as const;

    expect(folded([[finding]])).toEqual([{ ...finding, cases: 1 }]);
  });

  it('are told apart by kind, endpoint and message, whatever the kind', () => {
    const one = { ...unknown('/x'), kind: 'inferred' } as unknown as Finding;
    const found = folded([[one], [one, unknown('/x')], [{ ...one, endpoint: 'report/list' }], [one]]);

    expect(found.map(({ cases }) => cases)).toEqual([3, 1, 1]);
  });
});
