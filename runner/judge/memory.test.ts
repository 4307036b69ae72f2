import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../config/root';
import { counted, useFolder } from './testing/recorded';

const { folder: path } = useFolder();

const programOf = (file: string): string => `
const { judgeFiles } = require('./runner/judge/judge-traffic');
const { Redactor } = require('./client/redaction/redact');
const asked = { hosts: [], strict: false, perSecond: 20, redactor: new Redactor() };
judgeFiles([${JSON.stringify(file)}], asked).then(({ judgement: { calls, foreign } }) => {
  process.stdout.write(JSON.stringify({ calls, foreign: foreign.calls }));
});
`;

/** A HAR of these entries, so many times. */
async function largeHar(entries: readonly object[], times: number): Promise<string> {
  const file = join(path, 'large.har');
  const out = createWriteStream(file);
  const text = entries.map((each) => JSON.stringify(each)).join(',');
  out.write(`{"log":{"version":"1.2","entries":[${text}`);
  for (let index = 1; index < times; index += 1) if (!out.write(`,${text}`)) await once(out, 'drain');
  out.end(']}}');
  await once(out, 'finish');
  return file;
}

const foreignPage = counted({ host: 'https://www.example.com', answer: '新闻'.repeat(42_000) });

describe('A judgement', () => {
  it.each([
    {
      of: 'large answers of another site',
      entries: [foreignPage, counted()],
      times: 240,
      foreign: 240,
      mb: 48,
    },
    { of: 'calls of DingTalk alone', entries: [counted()], times: 30_000, foreign: 0, mb: 56 },
  ])(
    'takes no more memory the larger a file is: $of',
    async ({ entries, times, foreign, mb }) => {
      const file = await largeHar(entries, times);
      const program = [`--max-old-space-size=${mb}`, '--require', 'tsx/cjs', '-e', programOf(file)];
      const { stdout, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' });

      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({ calls: times, foreign });
    },
    60_000,
  );
});
