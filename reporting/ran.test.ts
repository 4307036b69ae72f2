import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ranText } from './ran';
import { anExchange } from './testing/sample';
import { temporaryFolder } from './testing/temporary-folder';

describe('ranText', () => {
  const reportsDir = temporaryFolder();
  const raw = join(reportsDir, 'raw');

  function left(...cases: readonly object[]): void {
    mkdirSync(raw, { recursive: true });
    writeFileSync(join(raw, 'results.json'), JSON.stringify({ files: [{ file: 'a.spec.ts', cases }] }));
    const line = { kind: 'case', file: 'a.spec.ts', title: 'one', exchanges: [anExchange()], findings: [] };
    writeFileSync(join(raw, 'cases-1.ndjson'), `${JSON.stringify(line)}\n`);
  }

  const one = { title: 'one', status: 'passed', durationMs: 340, messages: [] };
  const other = { title: 'other', status: 'skipped', reason: 'not selected', durationMs: 0, messages: [] };

  it('names the few cases that were selected, and their report', () => {
    left(one, other);

    expect(ranText(reportsDir, false, 'en')).toBe(
      `\n  passed    one  (a.spec.ts, 340 ms)\n  report    ${join(reportsDir, 'html', 'index.html')}\n`,
    );
  });

  it('speaks the language of the user', () => {
    left(one, other);

    expect(ranText(reportsDir, false, 'zh')).toMatch(/^\n {2}通过 {6}one {2}\(.*\n {2}报告 {6}\S+\n$/);
  });

  it('shows their calls where these are asked for', () => {
    left(one);

    const { method, url, status, outcome, durationMs } = anExchange();
    const call = `${method.padEnd(4)} ${new URL(url).pathname}  ${status}  ${outcome}  ${durationMs} ms`;
    expect(ranText(reportsDir, true, 'en').split('\n')[2]).toBe(`            ${call}`);
  });

  it.each([
    { when: 'nothing was left out', cases: [one] },
    { when: 'nothing ran', cases: [other] },
    {
      when: 'many ran',
      cases: [...Array.from({ length: 11 }, (_, n) => ({ ...one, title: `n${n}` })), other],
    },
  ])('is silent where $when', ({ cases }) => {
    left(...cases);

    expect(ranText(reportsDir, false, 'en')).toBe('');
  });
});
