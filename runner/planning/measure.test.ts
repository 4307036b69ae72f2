import { costOf, countedIn, plannedCases, type Call } from './costs';
import { measured } from './measure';
import { storiesFile, storyCost } from './story-cost';

const call = (endpoint: string, counted: boolean, shared?: string): Call => ({
  endpoint,
  counted,
  ...(shared === undefined ? {} : { shared }),
});
const line = (title: string, ...exchanges: Call[]) =>
  ({ kind: 'case', file: 'a.spec.ts', title, exchanges }) as const;
const lines = [
  { kind: 'start', file: 'a.spec.ts', title: 'never ended' } as const,
  { ...line('of the run', call('token/get', false)), file: '' },
  {
    ...line('b', call('report/list', true, 'template'), call('report/list', true), call('token/get', false)),
    uses: ['template'],
  },
  {
    ...line('a', call('report/list', false)),
    uses: ['template'],
    variation: { group: 'refused', traits: ['null'] },
  },
];

describe('measured', () => {
  it('books what cases share for their file, under its name', () => {
    expect(measured(lines)).toEqual({
      'a.spec.ts': {
        shared: { template: { counted: { 'report/list': 1 } } },
        cases: {
          a: { free: { 'report/list': 1 }, uses: ['template'], group: 'refused', traits: ['null'] },
          b: { counted: { 'report/list': 1 }, free: { 'token/get': 1 }, uses: ['template'] },
        },
      },
    });
  });

  it('leaves out what there is none of', () => {
    expect(measured([line('a')])).toStrictEqual({ 'a.spec.ts': { cases: { a: {} } } });
  });

  it('keeps files, cases and what they share in alphabetical order, so that it changes only where the suite does', () => {
    const shared = [call('report/list', true, 'window'), call('report/list', true, 'template')];
    const mixed = [line('b'), { ...line('a', ...shared), uses: ['window', 'template'] }, line('c')];
    const costs = measured([{ ...line('d'), file: 'b.spec.ts' }, ...mixed]);

    expect(JSON.stringify(costs)).toMatch(/"b.spec.ts":{"cases":{"d":{}}}}$/);
    expect(JSON.stringify(costs['a.spec.ts'])).toMatch(
      /"template":.*"window":.*"a":.*"uses":\["template","window"\].*"b":{},"c":{}}}$/,
    );
  });

  it('takes random stories for the dearest there may be', () => {
    const costs = measured([{ ...line('plays'), file: storiesFile }]);

    expect(costs[storiesFile]?.cases).toEqual({ plays: { counted: storyCost } });
  });

  it('is what costs are planned from: what is shared is paid once', () => {
    const cases = plannedCases(measured(lines), 0);

    expect(cases.map((each) => countedIn(costOf([each])))).toEqual([1, 2]);
    expect(costOf(cases)).toEqual({
      counted: { 'report/list': 2 },
      free: { 'report/list': 1, 'token/get': 1 },
    });
  });
});
