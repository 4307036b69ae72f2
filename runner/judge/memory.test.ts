import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../config/root';
import { counted, useFolder } from './testing/recorded';

const { path } = useFolder();

const programOf = (file: string): string => `
const { judgeFiles } = require('./runner/judge/judge-traffic');
const { Redactor } = require('./client/redaction/redact');
const asked = { hosts: [], strict: false, perSecond: 20, redactor: new Redactor() };
judgeFiles([${JSON.stringify(file)}], asked).then(({ judgement: { calls, foreign } }) => {
  process.stdout.write(JSON.stringify({ calls, foreign: foreign.calls }));
});
`;

/** A HAR of so many pages of 250 kB of another site, each followed by a call of DingTalk. */
async function largeHar(pages: number): Promise<string> {
  const file = join(path(), 'large.har');
  const out = createWriteStream(file);
  const page = counted({ host: 'https://www.example.com', answer: '新闻'.repeat(42_000) });
  const both = `${JSON.stringify(page)},${JSON.stringify(counted())}`;
  out.write(`{"log":{"version":"1.2","entries":[${both}`);
  for (let index = 1; index < pages; index += 1) if (!out.write(`,${both}`)) await once(out, 'drain');
  out.end(']}}');
  await once(out, 'finish');
  return file;
}

describe('A judgement', () => {
  it('takes less memory than the file that it reads is large', async () => {
    const file = await largeHar(240);
    const program = ['--max-old-space-size=48', '--require', 'tsx/cjs', '-e', programOf(file)];
    const { stdout, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' });

    expect({ stdout, stderr }).toEqual({ stdout: '{"calls":240,"foreign":240}', stderr: '' });
  });
});
