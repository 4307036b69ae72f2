import { plannedCases } from './costs';
import { casesNamed, isNamed, misnamed } from './named';

const all = plannedCases(
  {
    'specs/report/list.spec.ts': { cases: { 'report/list R2: asks for a day': {}, 'report/list pages': {} } },
    'specs/token/get.spec.ts': { cases: { 'token/get R2: gives a token': {} } },
  },
  0,
);
const titles = (named: Parameters<typeof casesNamed>[1]): string[] =>
  casesNamed(all, named).map(({ title }) => title);

describe('casesNamed', () => {
  it.each([
    { named: { paths: ['specs/report'] }, want: ['report/list R2: asks for a day', 'report/list pages'] },
    { named: { paths: ['./specs/token/get.spec.ts'] }, want: ['token/get R2: gives a token'] },
    { named: { paths: ['LIST'], titles: 'r2:' }, want: ['report/list R2: asks for a day'] },
    { named: { paths: [], titles: 'pages$' }, want: ['report/list pages'] },
    { named: { paths: ['nowhere'] }, want: [] },
    { named: { paths: [], titles: '(' }, want: [] },
  ])('takes for $named those that Jest would', ({ named, want }) => {
    expect(titles(named)).toEqual(want);
  });

  it('takes all where nothing is named', () => {
    expect(titles({ paths: [] })).toHaveLength(3);
    expect(isNamed({ paths: [] })).toBe(false);
  });
});

describe('A name', () => {
  it.each([
    { named: { paths: ['specs/nope.spec.ts'] }, problem: /^No spec file matches 'specs\/nope\.spec\.ts'/ },
    { named: { paths: [], titles: 'no such title at all' }, problem: /^No case has a title/ },
  ])('that stands for nothing is told: $named', ({ named, problem }) => {
    expect(misnamed(all, named)?.en).toMatch(problem);
  });

  it.each([
    { paths: ['get.spec'], titles: 'no such title at all' },
    { paths: [], titles: 'r2:' },
    // Of a case that was never measured.
    { paths: [], titles: 'with an author' },
    { paths: [] },
  ])('that Jest may know is left to Jest: %j', (named) => {
    expect(misnamed(all, named)).toBeUndefined();
  });
});
