import type { Text } from '../../config/language';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../config/config';
import { tenantName } from '../../config/tenant-name';
import { cachedLimit, cacheLimit } from '../doctor/capability-cache';
import { aSummary } from '../../reporting/testing/sample';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { addVerdict } from '../../reporting/verdicts';
import { select } from './select-cases';

const all = temporaryFolder();
const aFolder = (): string => mkdtempSync(join(all, 'reports-'));

const live = (env: Record<string, string>): ReturnType<typeof readConfig> =>
  readConfig({
    DINGTALK_TARGET: 'live',
    DINGTALK_APP_KEY: 'ding0123456789abcdef',
    DINGTALK_APP_SECRET: 'GT-lsu_taDAsTs0123456789',
    DINGTALK_OPERATOR_USERID: 'manager01',
    DINGTALK_USERID: 'user123',
    DINGTALK_TEMPLATE_NAME: '日报',
    SUITE_PROFILE: 'smoke',
    SUITE_MONTHLY_QUOTA: '5000',
    REPORTS_DIR: aFolder(),
    ...env,
  });

describe('the month of a live run', () => {
  it('is told before the run, with what earlier runs have made in it', () => {
    const config = live({ SUITE_MONTHLY_USED: '1000' });
    const calls = { total: 30, counted: 20, perEndpoint: {} };
    const startedAt = new Date().toISOString();
    addVerdict(config.reportsDir, tenantName(config), aSummary({ calls, startedAt }));
    const said: string[] = [];

    select(config, { paths: [] }, ({ en }) => said.push(en));

    expect(said.join('\n')).toMatch(/others have made 1000 .* this suite 20, so 3980 are left\./);
  });

  it('has to have as many calls left as the run is going to make', () => {
    const config = live({ SUITE_MONTHLY_USED: '4999' });

    expect(() => select(config, { paths: [] }, () => undefined)).toThrow(
      /would make \d+ counted calls, and 1 are left of this month/,
    );
  });

  it('is what the tenant has printed itself, where nothing else is set', () => {
    const config = live({ SUITE_MONTHLY_QUOTA: '' });
    const now = new Date().toISOString();
    const place = { reportsDir: config.reportsDir, tenant: tenantName(config), appKey: '', settings: '' };
    cacheLimit(place, 777, now);
    const said: string[] = [];

    select(config, { paths: [] }, ({ en }) => said.push(en));

    expect(said.join('\n')).toContain('Of the 777 counted calls');
    expect(cachedLimit(place, '2099-01-01T00:00:00Z')).toBeUndefined();
  });

  it("is nobody else's business on the embedded tenant", () => {
    const config = readConfig({ SUITE_MONTHLY_QUOTA: '5000', SUITE_MONTHLY_USED: '5000' });

    expect(select(config, { paths: [] }, () => undefined)).not.toHaveProperty('file');
  });
});

describe('What is asked for by name', () => {
  const said: string[] = [];
  const say = ({ en }: Text): number => said.push(en);

  it('is run whatever the night would leave out', () => {
    const config = live({ SUITE_PROFILE: 'nightly', SUITE_BUDGET: '500' });

    const { file, specs } = select(config, { paths: ['specs/flows/report.spec.ts'] }, say);

    expect({ file, specs }).toEqual({ file: undefined, specs: ['specs/flows/report.spec.ts'] });
    expect(said.join('\n')).toMatch(/^asked for by name: (\d+) of \d+ cases/);
  });

  it('is refused with the reason where the budget does not reach', () => {
    const config = live({ SUITE_PROFILE: 'nightly', SUITE_BUDGET: '3' });

    expect(() => select(config, { paths: ['specs/flows/report.spec.ts'] }, say)).toThrow(
      /^The \d+ cases that you have named would make \d+ counted calls, and the budget is 3\./,
    );
  });

  it('is looked for in the files whose known titles match, and in all where none does', () => {
    const config = readConfig({ REPORTS_DIR: aFolder() });
    const specsOf = (titles: string) => select(config, { paths: [], titles }, say).specs;

    expect(specsOf('with an author')).toEqual(['specs/flows/announcement.spec.ts']);
    expect(specsOf('a title that nobody knows')).toEqual([]);
  });

  it('leaves a night as it is where nothing is named', () => {
    const { file, specs } = select(live({}), { paths: [] }, say);

    expect({ file: file !== undefined, specs }).toEqual({ file: true, specs: ['specs/flows/smoke.spec.ts'] });
  });
});
