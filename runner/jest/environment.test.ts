import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import { root } from '../../config/root';

interface Step {
  readonly name: string;
  readonly attachments: readonly { readonly source: string }[];
}
interface AllureResult {
  readonly name: string;
  readonly status: string;
  readonly steps: readonly Step[];
  readonly statusDetails: { readonly message?: string };
}
interface CaseLine {
  readonly kind: string;
  readonly name: string;
  readonly skipped?: string;
  readonly blockedBy?: string;
  readonly exchanges: readonly { readonly requestBody?: string }[];
}
interface JestJson {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly numPendingTests: number;
}

/** Runs the fixture file with six cases at once, with the suite's own configuration. */
function run(): {
  jest: JestJson;
  allure: AllureResult[];
  cases: CaseLine[];
  attachment: (source: string) => string;
} {
  const reports = mkdtempSync(join(tmpdir(), 'suite-environment-'));
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const output = join(reports, 'jest.json');
  const parameters = [
    jest,
    '--testMatch',
    '**/runner/jest/cases/*.case.ts',
    '--json',
    `--outputFile=${output}`,
  ];
  spawnSync(process.execPath, [...parameters, '--reporters=default'], {
    cwd: root,
    env: {
      ...environment(),
      DINGTALK_TARGET: 'emulator',
      REPORTS_DIR: reports,
      SUITE_CONCURRENCY: '6',
      SUITE_RUN: undefined,
    },
    timeout: 60_000,
  });
  const read = (folder: string, pattern: RegExp): string[] =>
    readdirSync(join(reports, folder))
      .filter((name) => pattern.test(name))
      .map((name) => readFileSync(join(reports, folder, name), 'utf8'));
  return {
    jest: JSON.parse(readFileSync(output, 'utf8')) as JestJson,
    allure: read('allure-results', /-result\.json$/).map((text) => JSON.parse(text) as AllureResult),
    cases: read('raw', /^cases-.*ndjson$/)
      .flatMap((text) => text.trim().split('\n'))
      .map((line) => JSON.parse(line) as CaseLine)
      .filter(({ kind }) => kind === 'case'),
    attachment: (source) => readFileSync(join(reports, 'allure-results', source), 'utf8'),
  };
}

const markersIn = (text: string): string[] => [...new Set(text.match(/marker-\w+(-[abc])?/g))];
const pauses = [90, 70, 50, 30, 10, 1];

describe('the test environment with six cases at once', () => {
  const ran = run();
  const allureOf = (name: string): AllureResult | undefined =>
    ran.allure.find((result) => result.name === name);
  const caseOf = (name: string): CaseLine | undefined => ran.cases.find((line) => line.name === name);
  const bodiesOf = (name: string): string[] =>
    (caseOf(name)?.exchanges ?? []).map(({ requestBody }) => requestBody ?? '');
  const attachedTo = (name: string): string[] =>
    (allureOf(name)?.steps ?? [])
      .flatMap(({ attachments }) => attachments)
      .map(({ source }) => ran.attachment(source));
  const messageOf = (name: string): string => allureOf(name)?.statusDetails.message ?? '';

  it('counts every case as Jest does', () => {
    const { numFailedTests: failed, numPassedTests: passed, numPendingTests: skipped } = ran.jest;

    expect({ failed, passed, skipped }).toEqual({ failed: 3, passed: 6, skipped: 1 });
  });

  it.each(pauses)(
    'gives each call of the case that pauses %d ms to it, as a step with its exchange',
    (ms) => {
      const attached = attachedTo(`makes its own calls, pausing ${ms} ms`);

      expect(attached.map(markersIn)).toEqual(['a', 'b', 'c'].map((call) => [`marker-${ms}-${call}`]));
    },
  );

  it.each(pauses)('records the calls of the case that pauses %d ms with it', (ms) => {
    const bodies = bodiesOf(`makes its own calls, pausing ${ms} ms`);

    expect(bodies.map(markersIn)).toEqual(['a', 'b', 'c'].map((call) => [`marker-${ms}-${call}`]));
  });

  it('cleans up after a failure, goes on past an error, and says what was left', () => {
    const name = 'cleans up and tells its own calls when it fails';
    const message = messageOf(name);

    expect(message).toContain('Left behind: the first: cannot be removed');
    expect(bodiesOf(name).at(-1)).toContain('marker-cleanup');
    // What removed things is not what failed.
    expect(markersIn(message)).toEqual(['marker-never']);
  });

  it('names the case over whose arrangement another is blocked', () => {
    const [first, second] = ['first', 'second'].map(
      (which) => `needs what nobody can arrange, and is the ${which} to`,
    ) as [string, string];

    expect(messageOf(first)).not.toContain('blocked');
    expect(messageOf(second)).toMatch(
      `blocked: what it needs failed in "concurrent: cases under way at once ${first}"`,
    );
    expect([first, second].map((name) => caseOf(name)?.blockedBy)).toEqual([
      undefined,
      `concurrent: cases under way at once ${first}`,
    ]);
  });

  it('keeps the reason of a skip', () => {
    expect(caseOf('is skipped with its reason')?.skipped).toBe('marker-reason');
  });
});
