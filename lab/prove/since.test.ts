import { aFault, someClaims } from './testing';
import { basesOf, concernsHonest, manyText, touchedBy } from './since';
import { registries } from '../../runner/generate/registries';

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
    { file: 'fixtures/requests.ts', touched: all },
    { file: 'schemas/load.ts', touched: all },
    { file: 'schemas/index.ts', touched: [] },
    { file: 'schemas/types.ts', touched: [] },
    { file: 'schemas/citations.json', touched: [] },
    ...Object.keys(registries()).map((file) => ({ file, touched: [] })),
  ])('by $file', ({ file, touched }) => {
    expect(touchedBy([file], faults, cases).faults.map(({ endpoint }) => endpoint)).toEqual(touched);
  });

  it('says of each file what it touches, and which everything shares', () => {
    const files = ['README.md', 'lab/faults/report.ts', 'client/client.ts'];
    const { reasons, shared } = touchedBy(files, faults, cases);

    expect(shared).toEqual(['client/client.ts']);
    expect(reasons).toEqual([
      'lab/faults/report.ts: the faults that it lists',
      'client/client.ts: all, for everything shares it',
    ]);
  });

  it.each([
    { file: 'schemas/report/list.json', changed: ['report/list: wrong'] },
    { file: 'client/client.ts', changed: faults.map(({ id }) => id) },
    { file: 'docs/guides/case.md', changed: [] },
    { file: 'emulator/routes.ts', changed: [] },
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

  it.each([
    { count: 300, shared: ['client/client.ts'], said: [] },
    { count: 301, shared: [], said: [] },
    { count: 301, shared: ['a.ts', 'b.ts'], said: [expect.stringContaining('changed: a.ts, b.ts. `--only')] },
    { count: 301, shared: ['1', '2', '3', '4', '5'], said: [expect.stringContaining('1, 2, 3, 2 more.')] },
  ])('says before $count faults why they are many: $shared', ({ count, shared, said }) => {
    expect(manyText(count, shared)).toEqual(said);
  });
});
