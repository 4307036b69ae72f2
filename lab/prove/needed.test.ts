import { aFault, aTrial } from './testing';
import { askedAbout, neededFor, withNeeded } from './needed';
import { matrixOf } from './matrix';

const fault = aFault();
const files = ['specs/blackboard/update.spec.ts', 'specs/flows/announcement.spec.ts'];
const flow = 'specs/flows/announcement.spec.ts';
const proved = (by: readonly string[]): Parameters<typeof neededFor>[1]['results'] => ({
  faults: [{ ...fault, noticed: by.length > 0, cases: by.length, files: by, byClaim: true }],
});

describe('The spec files that are asked about a fault', () => {
  it.each([
    { promise: 'report/list!88/40014', paths: ['report'], asked: ['report', 'specs/token/'] },
    { promise: 'report/list!88/40014', paths: [], asked: [] },
    { promise: 'report/list!40', paths: ['report'], asked: ['report'] },
  ])('that breaks $promise, where $paths are named, are $asked', ({ promise, paths, asked }) => {
    expect(askedAbout({ promises: [promise] }, paths)).toEqual(asked);
  });
});

describe('The spec files that it takes to notice a fault', () => {
  it.each([
    { what: 'those that noticed it last', paths: ['update'], results: proved([flow]), needed: [flow] },
    { what: 'none where one of them was run', paths: ['flows'], results: proved([flow]), needed: [] },
    { what: 'none where all were run', paths: [], results: proved([flow]), needed: [] },
    {
      what: 'that of the endpoint where it was never tried',
      paths: ['flows'],
      results: undefined,
      needed: ['specs/blackboard/update.spec.ts'],
    },
  ])('are $what', ({ paths, results, needed }) => {
    expect(neededFor(fault, { paths, files, results })).toEqual(needed);
  });

  it.each([
    { ended: 'passed', needs: [flow] },
    { ended: 'failed', needs: undefined },
  ] as const)('stand in the row of a fault whose case has $ended', ({ ended, needs }) => {
    const { rows } = matrixOf([fault], new Map(), [aTrial(fault.id, { 'a.spec.ts one': ended })]);

    expect(rows.map((row) => withNeeded(row, [flow]).needs)).toEqual([needs]);
  });
});
