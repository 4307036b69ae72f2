/** `npm run size`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import { git } from '../git';
import { commandLine } from '../../runner/cli/command-line';
import { flag } from '../../runner/cli/options';
import { words } from '../../runner/cli/words';

const { values } = commandLine({
  command: 'npm run size',
  says: {
    en: 'Counts files and lines of TypeScript by room, without the self-tests and the self-tests alone.',
    zh: '按目录统计 TypeScript 的文件数和行数，自测代码单独列出。',
  },
  options: { json: flag(words.json) },
  statuses: { 0: { en: 'counted', zh: '完成' } },
});

interface Size {
  files: number;
  lines: number;
}

const sizes = new Map<string, Record<'code' | 'tests', Size>>();

for (const file of git('ls-files', '--', '*.ts', '*.tsx', '*.mjs')) {
  const text = readFileSync(join(root, file), 'utf8');
  if (text.startsWith('// Generated')) continue;
  const room = file.includes('/') ? file.split('/').slice(0, rooms(file)).join('/') : '(top)';
  const size = sizes.get(room) ?? { code: { files: 0, lines: 0 }, tests: { files: 0, lines: 0 } };
  sizes.set(room, size);
  const kind = size[/\.test\.ts$|\/testing\//.test(file) ? 'tests' : 'code'];
  kind.files += 1;
  kind.lines += text.split('\n').length - 1;
}

const rows = [...sizes].sort(([a], [b]) => a.localeCompare(b));
if (values.json) process.stdout.write(`${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
else process.stdout.write(table());

// The large rooms by what stands in them.
function rooms(file: string): number {
  return /^(runner|lab|emulator|reporting|client|specs)\/[^/]+\//.test(file) ? 2 : 1;
}

function table(): string {
  const line = (room: string, { code, tests }: Record<'code' | 'tests', Size>): string =>
    [room.padEnd(24), code.files, code.lines, tests.files, tests.lines]
      .map((cell) => (typeof cell === 'number' ? String(cell).padStart(8) : cell))
      .join('');
  const sum = (kind: 'code' | 'tests'): Size => ({
    files: rows.reduce((all, [, size]) => all + size[kind].files, 0),
    lines: rows.reduce((all, [, size]) => all + size[kind].lines, 0),
  });
  return [
    `${'room'.padEnd(24)}   files   lines   tests   lines`,
    ...rows.map(([room, size]) => line(room, size)),
    line('all', { code: sum('code'), tests: sum('tests') }),
    '',
  ].join('\n');
}
