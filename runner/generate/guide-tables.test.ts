import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import { settings } from '../../config/settings';
import { withTables } from './guide-tables';

const names = settings.flatMap(({ rows }) => rows.flatMap((row) => row.names));

/** With what a process hands to another, which nobody sets by hand. */
const known = [...names, 'SUITE_RUN', 'SUITE_BROKER_KEY', 'SUITE_LOCK_HOLDER'];

/** Every variable that modules of these rooms name as a text of code. */
function readIn(...rooms: readonly string[]): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(join(root, room, file), 'utf8')),
  );
  return files.flatMap((text) => text.match(/(?<=env\.|env, ')(?:DINGTALK|SUITE)_[A-Z_]+\b/g) ?? []);
}

describe('The table of settings', () => {
  it('has every variable that the code reads', () => {
    const read = new Set(readIn('config', 'runner', 'reporting', 'client'));

    expect(read.size).toBeGreaterThan(20);
    expect([...read].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('and .env.example name the same variables', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const explained = Array.from(example.matchAll(/^#? ?([A-Z_]{6,})=/gm), ([, name]) => name);

    expect(new Set(explained)).toEqual(new Set(names));
  });
});

describe('A guide', () => {
  it('has a row for each command, with its options', () => {
    const guide = '<!-- commands -->\n<!-- /commands -->\n<!-- environment -->\n<!-- /environment -->';

    const tables = ['commands', 'environment'] as const;
    expect(withTables(guide, 'zh', tables)).toMatch(/\| `npm run sweep` \| 删除[^|]*\| [^|]*`--dry-run`/);
    expect(withTables(guide, 'en', tables)).toMatch(
      /\| `SUITE_PROFILE` \| [^|]* \| `full`; on a live tenant/,
    );
  });

  it('has a row for each product, with what an app applies for', () => {
    const guide = withTables('<!-- permissions -->\n<!-- /permissions -->', 'en', ['permissions']);

    expect(guide).toContain('| announcements (公告) | `qyapi_blackboard_read`, `qyapi_blackboard_manage` |');
    // One of two that open the same is enough, and what every app has need not be applied for.
    expect(guide).toMatch(/\(日志\) \| `qyapi_report_query`, `qyapi_report_manage` \|/);
    expect(guide).toMatch(/\(签到\) \| `qyapi_checkin_read`; the product has to be open/);
  });

  it('without a place for a table is refused', () => {
    expect(() => withTables('# Commands', 'en', ['commands'])).toThrow('no place for the table of commands');
  });
});
