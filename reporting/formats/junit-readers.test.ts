import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'test-results-parser';
import { failureClasses } from '../failure';
import { aCase } from '../testing/sample';
import { temporaryFolder } from '../testing/temporary-folder';
import { generate } from './allure';
import { writeJunit } from './junit';

const cases = [
  aCase({ name: 'passes' }),
  ...failureClasses.map((failureClass) =>
    aCase({
      name: failureClass,
      status: 'failed',
      failureClass,
      messages: [`no ${failureClass} 公告\n2`],
    }),
  ),
  aCase({ name: 'says nothing', status: 'failed', messages: [''] }),
  aCase({ name: 'waits', status: 'skipped', reason: 'no permission' }),
  aCase({ name: 'known', status: 'failed', messages: ['no'], knownIssue: { reason: 'ticket 7' } }),
];
const failed = [...failureClasses.map((each) => [each, `no ${each} 公告`]), ['says nothing', '']];

describe('Readers of JUnit reports', () => {
  const folder = temporaryFolder();
  beforeAll(async () => {
    const file = { file: aCase().file, startedAt: 1, endedAt: 2, cases };
    await writeJunit(folder, { startedAt: 1, endedAt: 2, files: [file] }, cases);
  });

  it('read what test-results-parser reads', () => {
    const {
      passed,
      failed: failures,
      skipped,
      suites,
    } = parse({
      type: 'junit',
      files: [join(folder, 'junit.xml')],
    });
    const told = suites.flatMap((suite) => suite.cases.filter(({ status }) => status === 'FAIL'));

    expect({ passed, failures, skipped }).toEqual({ passed: 1, failures: 6, skipped: 2 });
    expect(told.map(({ name, failure }) => [name, failure.split('\n')[0]])).toEqual(failed);
  });

  it('read what Allure reads', async () => {
    const { statistic, results } = await readByAllure(folder);
    const told = results.map(({ name, status, error }) => [name, `${status}: ${String(error?.message)}`]);

    expect(statistic).toMatchObject({ total: 9, passed: 1, failed: 6, skipped: 2 });
    // It takes no entity of XML for what it stands for, so the texts here have none.
    expect(Object.fromEntries(told)).toMatchObject({
      ...Object.fromEntries(failed.map(([name = '', message]) => [name, `failed: ${String(message)}`])),
      known: 'skipped: known issue: ticket 7',
    });
  });
});

interface Read {
  readonly statistic: unknown;
  readonly results: readonly {
    readonly name: string;
    readonly status: string;
    readonly error?: { readonly message?: string };
  }[];
}

async function readByAllure(folder: string): Promise<Read> {
  const output = join(folder, 'report');
  await generate(folder, folder, { name: 'of JUnit', output, plugins: { awesome: { options: {} } } });
  const names = readdirSync(join(folder, 'report'), { recursive: true }).map(String);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'report', name), 'utf8'));
  const results = names.filter((name) => /data.test-results.[^/\\]*\.json$/.test(name)).map(read);
  return {
    statistic: read(names.find((name) => name.endsWith('statistic.json')) ?? ''),
    results: results as Read['results'],
  };
}
