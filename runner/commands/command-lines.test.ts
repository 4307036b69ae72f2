import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../../package.json';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { runCommand as run } from '../testing/run-command';

/** What npm starts, less what only names another script. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file, own = ''] = /^node -r \S+ -r tsx\/cjs (\S+)(.*)$/.exec(script) ?? [];
  return file === undefined ? [] : [{ name, file, own: own.split(' ').filter(Boolean) }];
});

/** Does this for all, two at a time. */
async function inPairs<Item, Made>(
  items: readonly Item[],
  act: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let index = 0; index < items.length; index += 2)
    made.push(...(await Promise.all(items.slice(index, index + 2).map(act))));
  return made;
}

type Command = (typeof commands)[number];

async function asked({ name, file, own }: Command): Promise<object> {
  const { status, out, error } = await run(file, [...own, '--help']);
  const isTold = /^Usage: npm [^]*\n\n\w[^]*\nOptions:\n[^]*--help[^]*\nExit statuses:\n +\d+ /.test(out);
  return { name, status, error, told: isTold || out };
}

async function misused({ name, file, own }: Command): Promise<object> {
  const { status, out, error } = await run(file, [...own, '--no-such-thing']);
  return { name, status, out, told: /^[^\n]*such-thing[^\n]*--help`?\.\n$/.test(error) || error };
}

describe('Every npm script', () => {
  it('says with --help what it does, its options and its exit statuses', async () => {
    const wanted = commands.map(({ name }) => ({ name, status: 0, error: '', told: true }));

    expect(await inPairs(commands, asked)).toEqual(wanted);
  }, 120_000);

  it('refuses an option that it does not know with 2 and one line', async () => {
    const wanted = commands.map(({ name }) => ({ name, status: 2, out: '', told: true }));

    expect(await inPairs(commands, misused)).toEqual(wanted);
  }, 120_000);

  it('is among them', () => {
    expect(Object.keys(scripts).length - commands.length).toBeLessThanOrEqual(1);
  });
});

describe('A command', () => {
  const folder = temporaryFolder();

  it('speaks Chinese where the user does', async () => {
    const { out } = await run('runner/commands/plan.ts', [], {
      env: { SUITE_LANG: '', LC_ALL: '', LANG: 'zh_CN.UTF-8' },
    });

    expect(out).toMatch(/^租户：内置模拟租户/);
  });

  it('that is about a tenant takes the one whose credentials are there', async () => {
    const credentials = {
      DINGTALK_TARGET: '',
      // Without a user nothing is sent.
      DINGTALK_USERID: '',
      DINGTALK_APP_KEY: 'ding0123456789',
      DINGTALK_APP_SECRET: 'wrong',
    };
    const { out, status } = await run('runner/commands/doctor.ts', [], { env: credentials });

    expect(out).toMatch(/^Tenant: live, oapi\.dingtalk\.com, app ding0123…\n/);
    expect(out).toMatch(/DINGTALK_USERID is missing/);
    expect(status).toBe(2);
  });

  it('keeps the costs of cases that the last run left out', async () => {
    mkdirSync(join(folder, 'raw'));
    const line = { kind: 'case', file: 'specs/ai/asr.spec.ts', title: 'a case', exchanges: [] };
    writeFileSync(join(folder, 'raw', 'cases-1.ndjson'), `${JSON.stringify(line)}\n`);

    const { error, status } = await run('runner/commands/plan.ts', ['--measure'], {
      env: { REPORTS_DIR: folder },
    });

    expect(error).toMatch(
      /^The last run left out specs\/ai\/ocr\.spec\.ts and \d+ more: .*Nothing was written\.\n$/,
    );
    expect(status).toBe(2);
  });

  it('ends quietly when nobody reads on', async () => {
    const { error } = await run('runner/commands/plan.ts', ['--week'], { readsOnly: true });

    expect(error).toBe('');
  });

  it.each([
    ['runner/commands/plan.ts', 'counted'],
    ['runner/commands/sweep.ts', 'removed'],
    ['runner/commands/doctor.ts', 'checks'],
  ])('%s tells a program what it tells its user', async (file, key) => {
    const { out } = await run(file, ['--json']);

    expect(JSON.parse(out)).toMatchObject({
      tenant: 'Tenant: embedded',
      [key]: expect.anything() as unknown,
    });
  });
});
