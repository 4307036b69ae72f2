import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Redactor } from '../client/redaction/redact';
import { aResult } from './testing/sample';
import { aRun } from './testing/run-jest';
import { temporaryFolder } from './testing/temporary-folder';
import { combine, merge } from './merge';
import type { FileResult, Results } from './records/results';
import type { Exit, RunInfo } from './records/run';

const root = temporaryFolder();
const well: Exit = { code: 0, signal: null };
const aFile = (file: string, title = 'a case'): FileResult => ({
  file,
  startedAt: 10,
  endedAt: 20,
  cases: [aResult({ title, name: title })],
});
const printed = { total: 4, passed: 2, failed: 1, skipped: 1 };

interface Given {
  readonly run?: Partial<RunInfo>;
  readonly exit?: Exit;
  readonly results?: Partial<Results>;
  readonly others?: Readonly<Record<string, string>>;
}

// Left out of the JSON.
const withoutTotals = { printed: undefined, workers: undefined } as object;

let count = 0;
const place = (name: string): string => join(root, String(count), name);

/** Lets a shard have left its records in the folder of that name. */
function shard(name: string, { run, exit = well, results, others = {} }: Given = {}): string {
  const whole = {
    startedAt: 100,
    endedAt: 200,
    workers: 2,
    printed,
    files: [aFile(`${name}.ts`)],
    ...results,
  };
  const files = {
    'raw/run.json': JSON.stringify({ run: aRun({ startedAt: 50, ...run }), exit, isStarted: true }),
    'raw/results.json': JSON.stringify(whole),
    'raw/cases-7.ndjson': `{"kind":"start","file":"${name}.ts","title":"a case","at":1}\n`,
    ...others,
  };
  for (const [file, text] of Object.entries(files)) write(join(place(name), file), text);
  return place(name);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Combines them, and reads what is there then. */
function combined(...shards: readonly string[]) {
  const { run, exit } = combine(shards, place('all'));
  const read = (file: string): string => readFileSync(join(place('all'), 'raw', file), 'utf8');
  const results = JSON.parse(read('results.json')) as Results;
  return { run, exit, results, lines: read('cases-merged.ndjson') };
}

describe('combine', () => {
  beforeEach(() => {
    count += 1;
  });

  describe('The results of shards', () => {
    it('are those of one run, from the first beginning to the last end', () => {
      const two = shard('b', { results: { startedAt: 90, endedAt: 300, workers: 1 } });

      expect(combined(shard('a'), two, shard('c')).results).toEqual({
        startedAt: 90,
        endedAt: 300,
        workers: 5,
        printed: { total: 12, passed: 6, failed: 3, skipped: 3 },
        files: [aFile('a.ts'), aFile('b.ts'), aFile('c.ts')],
      });
    });

    it('have no totals of Jest where one shard has none, and count a worker where nobody says', () => {
      const dead = shard('b', { results: withoutTotals });

      expect(combined(shard('a'), dead).results).not.toHaveProperty('printed');
      expect(combined(shard('a'), dead).results.workers).toBe(3);
    });

    it('tell what happened to each shard as a whole in a place of its own, at the end', () => {
      const whole = (name: string) =>
        shard(name, { results: { files: [aFile('the run', 'the run could start')] } });

      const { files } = combined(whole('a'), shard('b'), whole('c')).results;

      expect(files.map(({ file }) => file)).toEqual(['b.ts', 'the run']);
      expect(files[1]?.cases.map(({ title, name }) => [title, name])).toEqual([
        ['shard 1 could start', 'shard 1 could start'],
        ['shard 3 could start', 'shard 3 could start'],
      ]);
    });
  });

  describe('The records of shards', () => {
    it('are all of their cases, line by line, and nothing else', () => {
      const noise = {
        'raw/cases-8.ndjson.old': '{"file":"old"}\n',
        'raw/old-cases-8.ndjson': '{"file":"old"}\n',
        'raw/files.ndjson': '{"event":"run"}\n',
        'raw/cases-88.ndjson': '{"file":"c.ts"}\n',
      };
      const { lines } = combined(shard('a', { others: noise }), shard('b'));

      expect(lines).toBe(
        [
          '{"kind":"start","file":"a.ts","title":"a case","at":1}',
          '{"file":"c.ts"}',
          '{"kind":"start","file":"b.ts","title":"a case","at":1}',
          '',
        ].join('\n'),
      );
    });

    it("are Allure's, without what it says of a shard", () => {
      const others = {
        'allure-results/1-result.json': '{}',
        'allure-results/environment.properties': 'run = 1',
      };

      combined(shard('a', { others }), shard('b'));

      expect(readdirSync(join(place('all'), 'allure-results'))).toEqual(['1-result.json']);
    });

    it('take the place of earlier reports, and leave the history', () => {
      for (const name of ['index.html', 'junit.xml', 'history/runs.jsonl', 'own/notes.txt']) {
        write(join(place('all'), name), 'before');
      }

      combined(shard('a'));

      expect(readdirSync(place('all')).sort()).toEqual(['history', 'own', 'raw']);
      expect(existsSync(join(place('all'), 'history', 'runs.jsonl'))).toBe(true);
    });
  });

  describe('The run that shards were', () => {
    it('has the ids of all, the first beginning, and what is the same in each', () => {
      const [one, two] = [
        shard('a', { run: { id: 'one', tenant: 'ding1', profile: 'nightly', startedAt: 70 } }),
        shard('b', { run: { id: 'two', tenant: 'ding1', startedAt: 60, stories: 20 } }),
      ];

      expect(combined(one, two).run).toEqual({
        ...aRun({ id: 'one+two', tenant: 'ding1', profile: 'nightly', startedAt: 60, stories: 20 }),
        missing: [],
        left: [],
      });
    });

    it('is strict if one is, says why one was stopped, and lists what any has left', () => {
      const [one, two] = [
        shard('a', { run: { left: ['an announcement'] } }),
        shard('b', { run: { strict: true, stopped: 'Ctrl-C', left: ['another'] } }),
      ];

      expect(combined(one, two).run).toMatchObject({
        strict: true,
        stopped: 'Ctrl-C',
        left: ['an announcement', 'another'],
      });
      expect(combined(one).run).not.toHaveProperty('stopped');
      expect(combined(one).run).not.toHaveProperty('tenant');
    });

    it('knows what the first shard was granted that asked', () => {
      const capabilities = { granted: ['report/list'] } as unknown as NonNullable<RunInfo['capabilities']>;
      const [one, two] = [shard('a'), shard('b', { run: { capabilities } })];

      expect(combined(one, two).run.capabilities).toEqual(capabilities);
      expect(combined(one).run).not.toHaveProperty('capabilities');
    });

    it.each([
      { exits: [well, well], want: well },
      { exits: [well, { code: 1, signal: null }], want: { code: 1, signal: null } },
      { exits: [{ code: null, signal: 'SIGKILL' }, well], want: { code: null, signal: 'SIGKILL' } },
      { exits: [{ code: 0, signal: 'SIGTERM' }, well], want: { code: 0, signal: 'SIGTERM' } },
    ])('ended as the first that did not end well: $want', ({ exits, want }) => {
      expect(combined(...exits.map((exit, index) => shard(String(index), { exit }))).exit).toEqual(want);
    });
  });

  describe('A shard that is not there', () => {
    it.each([
      { when: 'all are there', indexes: [1, 2], missing: [] },
      { when: 'one is not', indexes: [1], missing: [expect.stringMatching(/^shard 2 of 2 is missing/)] },
    ])('is named, unless $when', ({ indexes, missing }) => {
      const shards = indexes.map((index) => shard(`s${index}`, { run: { shard: { index, count: 2 } } }));

      expect(combine(shards, place('merged')).run.missing).toEqual(missing);
    });
  });

  describe('Shards are refused', () => {
    it.each([
      { when: 'one holds no run', folders: ['a', 'none'], want: /none holds no finished run/ },
      { when: 'one has not come to its end', folders: ['a', 'begun'], want: /begun holds no finished run/ },
      { when: 'there is none', folders: [], want: /Name the folders/ },
      { when: 'one is named twice', folders: ['a', 'a'], want: /a\.ts was run in .*a and in .*a: / },
      {
        when: 'one is where the result goes',
        folders: ['a', 'all'],
        want: /all is where the merged reports go/,
      },
      {
        when: 'one is of another target',
        folders: ['a', 'live'],
        want: /live is of another target than .*a\./,
      },
    ])('when $when', ({ folders, want }) => {
      for (const name of ['a', 'all']) shard(name);
      shard('live', { run: { target: 'live' } });
      write(join(place('begun'), 'raw', 'files.ndjson'), '');

      expect(() => combine(folders.map(place), place('all'))).toThrow(want);
      expect(existsSync(join(place('all'), 'raw', 'run.json'))).toBe(true);
    });
  });

  it('is what merging begins with', async () => {
    await expect(merge([], place('all'), new Redactor())).rejects.toThrow('Name the folders');
  });
});
