import { costOf, countedIn, plannedCases } from './costs';
import { measured } from './measure';

const call = (
  endpoint: string,
  counted: boolean,
  shared?: string,
): { endpoint: string; counted: boolean; shared?: string } => ({
  endpoint,
  counted,
  ...(shared === undefined ? {} : { shared }),
});
const line = (
  title: string,
  ...exchanges: ReturnType<typeof call>[]
): Parameters<typeof measured>[0][number] => ({
  kind: 'case',
  file: 'a.spec.ts',
  title,
  exchanges,
});
const costs = measured([
  { ...line('b'), kind: 'start' },
  { ...line('of the run'), file: '' },
  {
    ...line('b', call('report/list', true, 'template'), call('report/list', true), call('token/get', false)),
    uses: ['template'],
  },
  {
    ...line('a', call('report/list', false)),
    uses: ['template'],
    variation: { group: 'refused', traits: ['null'] },
  },
]);

describe('measured', () => {
  it('books what cases share for their file, under its name', () => {
    expect(costs).toEqual({
      'a.spec.ts': {
        shared: { template: { counted: { 'report/list': 1 } } },
        cases: {
          a: { free: { 'report/list': 1 }, uses: ['template'], group: 'refused', traits: ['null'] },
          b: { counted: { 'report/list': 1 }, free: { 'token/get': 1 }, uses: ['template'] },
        },
      },
    });
  });

  it('is what costs are planned from: what is shared is paid once', () => {
    const cases = plannedCases(costs, 0);

    expect(cases.map((each) => countedIn(costOf([each])))).toEqual([1, 2]);
    expect(costOf(cases)).toEqual({
      counted: { 'report/list': 2 },
      free: { 'report/list': 1, 'token/get': 1 },
    });
  });
});
