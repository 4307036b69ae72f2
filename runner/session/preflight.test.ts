import { told } from '../../config/language';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../../client/exchange';
import { Redactor } from '../../client/redaction/redact';
import { readConfig } from '../../config/config';
import type { Emulator } from '../../emulator/server';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { preflight, type Preflight } from './preflight';
import { answering, bare, showing } from '../testing/answering';
import { environmentOf, useTenant } from '../testing/use-tenant';

const withoutOldTokens = answering(/^token.get/, { errcode: 60011, errmsg: '没有权限' });
const printed = '您的企业本月api调用量已超过限制,调用量:30001次,额度:30000次';
const usedUp = answering(/^report.list/, bare(90_020, printed));
const reportsDir = temporaryFolder();
const announcing = ['create', 'delete', 'get-blackboard', 'listids', 'category-list'].map(
  (name) => `blackboard/${name}`,
);

/** Asks a tenant about some endpoints, as the run of a day does. */
async function ask(emulator: Emulator, ids: readonly string[], env: object = {}) {
  const exchanges: Exchange[] = [];
  const config = readConfig({ ...environmentOf(emulator), REPORTS_DIR: reportsDir, ...env });
  const found = await preflight(config, new Set(ids), new Redactor(), exchanges);
  const { text } = told(found, 'en');
  return { ...found, text, calls: exchanges.map(({ endpoint }) => endpoint), counted: countedIn(exchanges) };
}

const countedIn = (exchanges: readonly Exchange[]): number =>
  exchanges.filter(({ counted }) => counted).length;
const take = ({ tenant }: Emulator, ...scopes: string[]): void => {
  for (const app of tenant.apps.values()) for (const scope of scopes) app.scopes.delete(scope);
};
const statuses = ({ capabilities }: Pick<Preflight, 'capabilities'>): string[] =>
  (capabilities?.endpoints ?? []).map(({ endpoint, status }) => `${endpoint} ${status}`).sort();

const forget = () => {
  rmSync(reportsDir, { recursive: true, force: true });
};

describe('What a live run asks first', () => {
  const tenant = useTenant();
  afterEach(forget);

  it('is one endpoint of each permission, of those that it is about', async () => {
    const { emulator } = await tenant();

    const found = await ask(emulator, [...announcing, 'hrm/queryonjob']);

    expect(found.calls.filter((id) => !id.startsWith('token/'))).toEqual([
      'blackboard/category-list',
      'blackboard/get-blackboard',
      'hrm/queryonjob',
    ]);
    expect(found).toMatchObject({ unavailable: {}, counted: 2 });
    expect(found.capabilities?.endpoints.map(({ status }) => status)).toEqual(Array(6).fill('granted'));
  });

  it('is nothing archived: the first case to call that will see', async () => {
    const { emulator } = await tenant();

    const { calls, unavailable } = await ask(emulator, ['blackboard/get', 'blackboard/get-blackboard']);

    expect(calls.filter((id) => !id.startsWith('token/'))).toEqual(['blackboard/get-blackboard']);
    expect(unavailable).toEqual({});
  });

  it('is not asked again on the same day, and the app key is not written down', async () => {
    const { emulator } = await tenant();
    const first = await ask(emulator, announcing);

    const second = await ask(emulator, announcing);

    expect(second.calls).toEqual([]);
    expect(statuses(second)).toEqual(statuses(first));
    expect(written()).not.toContain(emulator.app.appKey);
  });

  it('is asked only for what a run of the same day was not about', async () => {
    const { emulator } = await tenant();
    await ask(emulator, announcing);

    const { calls } = await ask(emulator, [...announcing, 'report/list']);

    expect(calls.filter((id) => !id.startsWith('token/'))).toEqual(['report/list']);
  });

  it('is nothing on an embedded tenant', async () => {
    const { emulator } = await tenant();

    expect(await ask(emulator, announcing, { DINGTALK_TARGET: 'emulator' })).toEqual({
      unavailable: {},
      text: '',
      calls: [],
      counted: 0,
    });
  });

  it('is no write in a run that only reads', async () => {
    const { emulator } = await tenant();

    const found = await ask(emulator, ['report/create', 'report/list'], { SUITE_READ_ONLY: '1' });

    expect(found.calls).not.toContain('report/create');
    expect(Object.keys(found.unavailable).sort()).toEqual([
      'blackboard/create',
      'blackboard/delete',
      'blackboard/update',
      'report/create',
      'report/savecontent',
    ]);
  });
});

describe('What is no gateway', () => {
  const tenant = useTenant();
  afterEach(forget);
  const page = showing(/./, '<html><head><title>Sign in</title></head></html>');

  it('ends the run with what answered, after one call', async () => {
    const { emulator } = await tenant([page]);
    const exchanges: Exchange[] = [];
    const config = readConfig({ ...environmentOf(emulator), REPORTS_DIR: reportsDir });

    await expect(preflight(config, new Set(announcing), new Redactor(), exchanges)).rejects.toThrow(
      /^gateway api: 127.0.0.1:\d+ answered HTTP 200 with a page "Sign in".*\n.*DINGTALK_API_URL/,
    );
    expect(exchanges).toHaveLength(1);
  });
});

describe('A tenant that refuses', () => {
  const tenant = useTenant();
  afterEach(forget);

  it('closes what it refuses, with codes, scope and where to apply, also when it was asked before', async () => {
    const { emulator } = await tenant();
    take(emulator, 'qyapi_blackboard_manage');
    await ask(emulator, announcing);

    const { unavailable } = await ask(emulator, announcing);

    expect(Object.keys(unavailable).sort()).toEqual(
      ['create', 'delete', 'get-blackboard'].map((name) => `blackboard/${name}`),
    );
    expect(unavailable['blackboard/create']).toBe(
      'the tenant refuses blackboard/create (创建公告): code 88, sub_code 60011, scope qyapi_blackboard_manage; ' +
        `apply for it at https://open-dev.dingtalk.com/appscope/apply?content=${emulator.app.appKey}%23qyapi_blackboard_manage`,
    );
  });

  it('lets nothing be made that could not be found again', async () => {
    const { emulator } = await tenant();
    take(emulator, 'qyapi_blackboard_read');

    const { unavailable } = await ask(emulator, announcing);

    expect(unavailable['blackboard/create']).toMatch(
      /^what is made could not be found and removed again: .*listids/,
    );
  });

  it('the archived token endpoint is served by the other, and says so', async () => {
    const { emulator } = await tenant([withoutOldTokens]);

    const { unavailable, text } = await ask(emulator, ['report/list']);

    expect(unavailable).toEqual({
      'token/get':
        'the tenant refuses token/get (获取企业内部应用的access_token): code 60011; token/access-token does the same and is granted',
    });
    expect(text).toContain('refused token/get: the other token endpoint serves');
  });

  it('everything for its month is used up says how much it has, and that is remembered', async () => {
    const { emulator } = await tenant([usedUp]);

    await expect(ask(emulator, ['report/list'])).rejects.toThrow(/30,000 calls a month.*\n.*监控中心/);
    expect(written()).toContain('"limit":30000');
  });

  it('people who are nobody is told, also when it was asked before', async () => {
    const { emulator } = await tenant();
    const nobody = { DINGTALK_OPERATOR_USERID: 'nobody' };
    const first = await ask(emulator, announcing, nobody);

    const { text, capabilities } = await ask(emulator, announcing, nobody);

    expect(first.text).toMatch(/\[FIX\] operator: nobody is not taken for/);
    expect(text).toMatch(/\[FIX\] operator: nobody is not taken for/);
    expect(capabilities?.problems).toMatchObject([
      { subject: 'nobody', textZh: expect.stringContaining('nobody 不被视为公告管理员') as string },
    ]);
  });

  it('is asked anew when a setting was mended, and what it said before is forgotten', async () => {
    const { emulator } = await tenant();
    await ask(emulator, announcing, { DINGTALK_OPERATOR_USERID: 'nobody' });

    const { text, calls, capabilities } = await ask(emulator, announcing);

    expect(calls).toContain('blackboard/category-list');
    expect(text).not.toContain('[FIX]');
    expect(capabilities).toMatchObject({ problems: [] });
  });

  it('everything is told what to fix, and asked again', async () => {
    const { emulator } = await tenant();
    take(emulator, 'qyapi_hrm_read_user');
    const asking = (): Promise<unknown> => ask(emulator, ['hrm/queryonjob', 'hrm/dismissions']);

    await expect(asking()).rejects.toThrow(/A run cannot start.*marked \[FIX\]/);
    await expect(asking()).rejects.toThrow(/hrm\/queryonjob +refused +code/);
  });
});

function written(): string {
  const folder = join(reportsDir, 'history');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
