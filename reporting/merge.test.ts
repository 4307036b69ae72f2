import { join } from 'node:path';
import { Redactor } from '../client/redaction/redact';
import { finish } from './finish';
import { deadly } from './testing/disasters';
import { aRun, runJest } from './testing/run-jest';
import { temporaryFolder } from './testing/temporary-folder';
import { merge } from './merge';

const secrets = new Redactor();

describe('merge', () => {
  const folder = temporaryFolder();

  it('makes one run of the shards, also of one that died and one that could not start', async () => {
    const well = `describe('well', () => { it('passes', () => {}); it.skip('waits', () => {}); });`;
    const first = await runJest(join(folder, '1'), { 'well.case.js': well }, []);
    const second = await runJest(join(folder, '2'), { 'deadly.case.js': deadly('isKilled') }, [
      '--runInBand',
    ]);
    const third = { reportsDir: join(folder, '3', 'reports'), run: aRun({ notStarted: 'no answer' }) };
    await finish({ ...first, secrets });
    await finish({ ...second, secrets });
    await finish({ ...third, exit: { code: null, signal: null }, secrets });
    const shards = [first, second, third].map(({ reportsDir }) => reportsDir);

    const summary = await merge(shards, join(folder, 'merged'), secrets);

    const totals = { total: 5, passed: 2, failed: 2, skipped: 1 };
    expect(summary).toMatchObject({
      verdict: 'failed',
      exitStatus: 1,
      problems: [],
      run: 'a1b2c3+a1b2c3+a1b2c3',
    });
    expect(summary.agree).toEqual({ jest: null, html: totals, allure: totals, junit: totals });
    expect(summary.failures.map(({ title }) => title)).toEqual([
      'deadly ends the process',
      'shard 3 could start',
    ]);
  });

  it.each([
    { when: 'a folder holds no run', shards: ['none'], want: /none holds no finished run/ },
    { when: 'there is no folder', shards: [], want: /Name the folders/ },
    { when: 'one is named twice', shards: ['1/reports', '1/reports'], want: /well\.case\.js was run in/ },
    { when: 'one is where the result goes', shards: ['1/reports', 'merged'], want: /merged reports go/ },
  ])('refuses when $when', async ({ shards, want }) => {
    const folders = shards.map((shard) => join(folder, shard));
    await expect(merge(folders, join(folder, 'merged'), secrets)).rejects.toThrow(want);
  });
});
