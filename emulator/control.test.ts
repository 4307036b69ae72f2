import { getUnreadCount, listAnnouncementIds, listComments, listReportSummaries } from '../schemas/index';
import { day, toGmt8 } from './clock';
import { useEmulator } from './testing/use-emulator';

const visitor = useEmulator();

function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  return visitor().raw('POST', `/_emulator/${path}`, { body: JSON.stringify(body), headers });
}

describe('The control of an embedded tenant', () => {
  it('tells how it is', async () => {
    const answer = await visitor().raw('GET', '/_emulator/health');

    expect(answer).toMatchObject({ status: 200, body: { people: 60 } });
  });

  it('moves the clock', async () => {
    const before = visitor().emulator.tenant.clock.now();

    const answer = await post('clock', { advanceSeconds: 3600 });

    expect(visitor().emulator.tenant.clock.now()).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(answer.body.now).toBeGreaterThanOrEqual(before + 3_600_000);
  });

  it('plants an announcement of the past', async () => {
    const now = visitor().emulator.tenant.clock.now();
    const planted = await post('seed', { announcements: [{ title: '旧公告', ageSeconds: 50 * 24 * 3600 }] });

    const times = { start_time: toGmt8(now - 51 * day), end_time: toGmt8(now - 49 * day) };
    const query_request = { operation_userid: 'manager4220', page: 1, page_size: 30, ...times };
    const { result } = await visitor().must(listAnnouncementIds, { query_request });

    expect(planted.status).toBe(200);
    expect(result).toEqual(expect.arrayContaining(planted.body.announcements as string[]));
  });

  it('plants a report and what people did about it', async () => {
    const { people, templateName, tenant } = visitor().emulator;
    const unread = async () => (await visitor().must(getUnreadCount, { userid: people.user })).count;
    const before = await unread();
    const report = { userid: people.operator, templateName, receivers: [people.user] };
    const planted = await post('seed', { reports: [report] });
    const [reportId = ''] = planted.body.reports as string[];
    const act = { reportId, userid: people.user };

    await post('seed', { readers: [act], likers: [act], comments: [{ ...act, content: '辛苦了' }] });

    const { result } = await visitor().must(listComments, { report_id: reportId });
    expect(result.comments).toMatchObject([{ userid: people.user, content: '辛苦了' }]);
    expect(await unread()).toBe(before);
    expect(tenant.reports.at(-1)?.likers).toContain(people.user);
  });

  it('resets time, tokens and content, and keeps the apps', async () => {
    const { tenant, app, unprivilegedApp } = visitor().emulator;
    const token = await visitor().fetchToken();
    await post('clock', { advanceSeconds: 3600 });

    await post('reset', {});

    const window = { start_time: Date.now() - day, end_time: Date.now() + 1, cursor: 0, size: 1 };
    expect(tenant.tokens.appKeyOf(token)).toBeUndefined();
    expect([...tenant.apps.keys()]).toEqual([app.appKey, unprivilegedApp.appKey]);
    expect((await visitor().must(listReportSummaries, window)).result.data_list).toHaveLength(1);
  });

  it('says what is wrong with a body', async () => {
    const answer = await post('clock', { advanceSeconds: 'soon' });

    expect(answer.body.error).toContain('/advanceSeconds must be number');
  });

  it.each([
    { path: 'clock', body: {} },
    { path: 'clock', body: { advanceSeconds: 'soon' } },
    { path: 'seed', body: { announcement: [] } },
    { path: 'seed', body: { comments: [{ reportId: 'none', userid: 'user123' }] } },
  ])('refuses $body for $path', async ({ path, body }) => {
    expect(await post(path, body)).toMatchObject({ status: 400 });
  });
});
