import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import { nodeRuns, root } from '../../config/root';
import { counted, har, useFolder } from '../judge/testing/recorded';

const { file, folder: path } = useFolder();

function judge(...parameters: string[]) {
  const env = { ...environment(), SUITE_LANG: 'en', REPORTS_DIR: path };
  return spawnSync(process.execPath, nodeRuns('runner/commands/judge.ts', parameters), {
    cwd: root,
    env,
    encoding: 'utf8',
  });
}

describe('npm run judge', () => {
  it('exits with 1 over a broken contract, tells programs what it is, and writes the start page', () => {
    const answer = { errcode: 0, count: 'three', request_id: 'r1' };
    const { status, stdout, stderr } = judge('--json', file('a.har', har(counted({ answer }))));

    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'failed',
      report: join(path, 'judge/index.html'),
      endpoints: [{ endpoint: 'report/getunreadcount', broken: [{ what: '/count must be integer' }] }],
    });
  }, 60_000);

  it('exits with 0 where nothing is broken', () => {
    const { status, stdout } = judge(file('a.har', har(counted())));

    expect(status).toBe(0);
    expect(stdout).toMatch(/^Nothing is broken: 1 call of 1 endpoint, 1 answer judged; nothing was sent\n/);
  }, 60_000);

  it('exits with 2 where no answer is in the file, and says of each why', () => {
    const { status, stdout } = judge(file('a.har', har(counted({ content: {} }))));

    expect(status).toBe(2);
    expect(stdout).toMatch(/^Nothing could be judged: 1 call of 1 endpoint, 0 answers judged; /);
    expect(stdout).toContain('report/getunreadcount: its body is not in the recording (1; at a.har entry 1)');
  }, 60_000);

  it.each([
    { given: 'no-such-file.har', says: /^There is no file no-such-file\.har\.\n$/ },
    { given: 'docs/guides', says: /^docs\/guides holds no recordings\.\n$/ },
    { given: 'package.json', says: /^package\.json is JSON, but no recording that this command knows\. / },
  ])('exits with 2 and one line over $given', ({ given, says }) => {
    const { status, stdout, stderr } = judge(given);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});
