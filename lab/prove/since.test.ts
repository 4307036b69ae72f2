import { aFault, someClaims } from './testing';
import { basesOf, concernsHonest, touchedBy } from './since';

const faults = ['blackboard/update', 'blackboard/get', 'report/list', 'gateway'].map((endpoint) =>
  aFault({ id: `${endpoint}: wrong`, endpoint, file: `lab/faults/${endpoint.replace(/\/.*/, '')}.ts` }),
);
const flow = 'specs/flows/announcement.spec.ts';
const cases = new Map([[`${flow} goes on`, someClaims({ endpoints: ['blackboard/get'] })]]);
const all = faults.map(({ endpoint }) => endpoint);

describe('what a change touches', () => {
  it.each([
    { file: 'specs/blackboard/update.spec.ts', touched: ['blackboard/update'] },
    { file: 'schemas/report/list.json', touched: ['report/list'] },
    { file: 'fixtures/report/list.cases.ts', touched: ['report/list'] },
    { file: 'fixtures/blackboard/announcement.ts', touched: ['blackboard/update', 'blackboard/get'] },
    { file: 'emulator/products/report-activity.ts', touched: ['report/list'] },
    { file: 'specs/support/report/lists.ts', touched: ['report/list'] },
    { file: flow, touched: ['blackboard/get', 'gateway'] },
    { file: 'specs/token/guard.spec.ts', touched: ['gateway'] },
    { file: 'lab/faults/report.ts', touched: ['report/list'] },
    { file: 'lab/faults/index.ts', touched: [] },
    { file: 'lab/faults/fault.ts', touched: all },
    { file: 'specs/support/paging.ts', touched: all },
    { file: 'client/client.ts', touched: all },
    { file: 'client/client.test.ts', touched: [] },
    { file: 'docs/decisions/1.md', touched: [] },
    { file: 'lab/commands/prove.ts', touched: [] },
    { file: 'runner/session/start-run.ts', touched: all },
  ])('by $file', ({ file, touched }) => {
    expect(touchedBy([file], faults, cases).faults.map(({ endpoint }) => endpoint)).toEqual(touched);
  });

  it('says of each file what it touches', () => {
    const { reasons } = touchedBy(['README.md', 'lab/faults/report.ts', 'client/client.ts'], faults, cases);

    expect(reasons).toEqual([
      'lab/faults/report.ts: the faults that it lists',
      'client/client.ts: all, for everything shares it',
    ]);
  });

  it.each([
    { file: 'schemas/report/list.json', changed: ['report/list: wrong'] },
    { file: 'client/client.ts', changed: faults.map(({ id }) => id) },
    { file: 'docs/guides/case.md', changed: [] },
  ])('is what the digest of a result is of: $file', ({ file, changed }) => {
    const files = { 'specs/report/list.spec.ts': 'a', 'emulator/tenant.ts': 'b', [file]: 'c' };
    const [before, after] = [files, { ...files, [file]: 'd' }].map((digests) =>
      basesOf(digests, faults, cases),
    );

    expect(faults.map(({ id }) => id).filter((id) => before?.get(id) !== after?.get(id))).toEqual(changed);
  });

  it('knows that faults and results change nothing about an honest tenant', () => {
    const files = ['lab/faults/report.ts', 'lab/prove/pool.ts', 'specs/report/list.spec.ts'];

    expect(files.filter(concernsHonest)).toEqual(['specs/report/list.spec.ts']);
  });
});
