import {
  createReport,
  getReportStatistics,
  listReceivers,
  listReports,
  listReportSummaries,
  saveReportContent,
} from '../../schemas/index';
import { day } from '../clock';
import { aReport } from '../good-requests';
import { useEmulator } from '../testing/use-emulator';

let now = Date.UTC(2026, 6, 1, 4, 0, 0, 789);
const visitor = useEmulator({ now: () => now });
const second = () => Math.floor(now / 1000) * 1000;

async function write(given: object = {}): Promise<string> {
  now += 1000;
  const create_report_param = { ...aReport(visitor().emulator), ...given };
  return (await visitor().must(createReport, { create_report_param })).result;
}

async function found(given: object = {}) {
  const window = { start_time: second(), end_time: now, cursor: 0, size: 20 };
  return (await visitor().must(listReports, { ...window, ...given })).result.data_list;
}

describe('createReport', () => {
  // Also after a failure: whatever comes next draws lots as well.
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('stores what the list then shows, on the whole second', async () => {
    const { people, templateName } = visitor().emulator;

    const id = await write();

    expect(id.slice(0, 11)).toBe(now.toString(16).padStart(11, '0'));
    expect(await found()).toEqual([
      {
        report_id: id,
        template_name: templateName,
        creator_id: people.user,
        creator_name: '林小青',
        dept_name: '测试部',
        create_time: second(),
        modified_time: second(),
        contents: [
          { key: '本周完成工作', sort: '0', type: '1', value: '本周完成工作：完成' },
          { key: '本周工作总结', sort: '2', type: '1', value: '本周工作总结：完成' },
          { key: '下周工作计划', sort: '3', type: '1', value: '下周工作计划：完成' },
        ],
      },
    ]);
  });

  it.each([
    { length: 999, kept: 999 },
    { length: 1000, kept: 1000 },
    { length: 1001, kept: 1000 },
  ])('keeps $kept of $length characters', async ({ length, kept }) => {
    const contents = aReport(visitor().emulator).contents.map((one) => ({
      ...one,
      content: '字'.repeat(length),
    }));
    await write({ contents });

    const [report] = await found();

    expect(report?.contents.map(({ value = '' }) => value.length)).toEqual([kept, kept, kept]);
  });

  it('counts a character outside the basic plane as one', async () => {
    const [first] = aReport(visitor().emulator).contents;
    await write({ contents: [{ ...first, content: '𠮷'.repeat(1001) }] });

    const [report] = await found();

    expect(report?.contents[0]?.value).toBe('𠮷'.repeat(1000));
  });

  it('keeps a field that is left out, empty', async () => {
    await write({ contents: aReport(visitor().emulator).contents.slice(0, 1) });

    const [report] = await found();

    expect(report?.contents.map(({ value }) => value)).toEqual(['本周完成工作：完成', '', '']);
  });

  it('names all departments of the author', async () => {
    await write({ userid: '080517' });

    expect(await found()).toMatchObject([{ creator_name: '邓超', dept_name: '开放平台,测试部' }]);
  });

  it('numbers reports by leaps, also the first', async () => {
    const { tenant } = visitor().emulator;
    const rowOfLast = () => Number(tenant.reports.at(-1)?.row);
    const rowOfNext = async () => {
      await write();
      return rowOfLast();
    };
    const last = rowOfLast();
    const chance = jest.spyOn(Math, 'random');

    chance.mockReturnValue(0);
    const least = await rowOfNext();
    chance.mockReturnValue(0.9999);
    const most = await rowOfNext();
    const kept = tenant.reports.splice(0);
    const first = await rowOfNext();
    tenant.reports.unshift(...kept);
    chance.mockRestore();

    expect([least - last, most - least]).toEqual([1, 5000]);
    expect(first).toBeGreaterThan(6_902_000_000);
  });

  it('reaches the people named and the members of a default group, each once', async () => {
    const { tenant, people } = visitor().emulator;
    const [{ conversationId, members } = { conversationId: '', members: [] }] = tenant.groups.values();
    const { template_id, contents } = aReport(visitor().emulator, '月报');
    const to = { to_userids: [people.operator, ...members.slice(0, 1)], to_cids: [conversationId] };

    const report_id = await write({ template_id, contents, ...to });

    const { result } = await visitor().must(listReceivers, { report_id });
    expect([...result.userid_list].sort()).toEqual([...new Set([people.operator, ...members])].sort());
  });

  it('reaches nobody when nobody is named, also where the template has somebody by default', async () => {
    const { template_id, contents } = aReport(visitor().emulator, '月报');

    const report_id = await write({ template_id, contents });

    const { result } = await visitor().must(listReceivers, { report_id });
    expect(result).toEqual({ userid_list: [], has_more: false });
  });

  it('is read, liked and commented by nobody at first', async () => {
    const { result } = await visitor().must(getReportStatistics, { report_id: await write() });

    expect(result).toEqual({ read_num: 0, comment_num: 0, comment_user_num: 0, like_num: 0 });
  });

  const content = { sort: 0, type: 1, content_type: 'markdown', content: '完成', key: '本周完成工作' };
  it.each<{ when: string; given: object; errcode?: number }>([
    { when: 'nobody has that userid', given: { userid: 'nobody' }, errcode: 33012 },
    { when: 'the template is unknown', given: { template_id: '0'.repeat(32) } },
    { when: 'a key is no field of it', given: { contents: [{ ...content, key: '今日完成工作' }] } },
    { when: 'a sort is counted instead of read', given: { contents: [{ ...content, sort: 1 }] } },
    { when: 'a field comes twice', given: { contents: [content, content] } },
    { when: 'there is no field', given: { contents: [] } },
    { when: 'a field is a bare text', given: { contents: ['完成'] } },
    { when: 'a field is null', given: { contents: [null] } },
    { when: 'a field is no text', given: { contents: [{ ...content, type: 2 }] } },
    { when: 'the format is another', given: { contents: [{ ...content, content_type: 'html' }] } },
    { when: 'a receiver is unknown', given: { to_userids: ['nobody'] } },
    { when: 'a group is not one of its default', given: { to_cids: ['cid123'] } },
    { when: 'the groups are a bare text', given: { to_cids: 'cid123' } },
    { when: 'the source is absent', given: { dd_from: undefined } },
  ])('refuses when $when, and stores nothing', async ({ given, errcode = 400002 }) => {
    const before = visitor().emulator.tenant.reports.length;
    const create_report_param = { ...aReport(visitor().emulator), ...given };

    const answer = await visitor().send(createReport, { create_report_param });

    expect(answer.body).toMatchObject({ errcode });
    expect(answer.body).not.toHaveProperty('result');
    expect(visitor().emulator.tenant.reports).toHaveLength(before);
  });

  it.each([
    { template: '拜访记录', why: 'has fields that are no text' },
    { template: '业绩日报', why: 'is not for this employee' },
  ])('refuses the template $template, which $why', async ({ template }) => {
    const create_report_param = aReport(visitor().emulator, template);

    const answer = await visitor().send(createReport, { create_report_param });

    expect(answer.body).toMatchObject({ errcode: 400002 });
  });
});

describe('saveReportContent', () => {
  it('creates no report', async () => {
    const before = visitor().emulator.tenant.reports.length;
    const create_report_param = aReport(visitor().emulator);

    const { result } = await visitor().must(saveReportContent, { create_report_param });

    expect(result).toMatch(/^[0-9a-f]{32}$/);
    expect(visitor().emulator.tenant.reports).toHaveLength(before);
  });
});

describe('listReports', () => {
  const past = () => ({ start_time: now - 170 * day, end_time: now, size: 20 });
  const summaries = async (given: object) =>
    (await visitor().must(listReportSummaries, { ...past(), cursor: 0, ...given })).result;

  it('pages by a cursor that grows and is there at the end', async () => {
    const { reports } = visitor().emulator.tenant;
    const last30 = reports.slice(-30);
    const [{ createdAt: start_time } = { createdAt: 0 }] = last30;

    const first = await summaries({ start_time });
    const last = await summaries({ start_time, cursor: first.next_cursor });

    expect(first).toMatchObject({ size: 20, has_more: true });
    expect(last).toMatchObject({ size: 20, has_more: false, next_cursor: reports.at(-1)?.row });
    expect([...first.data_list, ...last.data_list].map(({ report_id }) => report_id)).toEqual(
      last30.map(({ id }) => id),
    );
  });

  it('answers with an empty page, the same cursor and the size asked for when nothing is there', async () => {
    const page = await summaries({ template_name: '日报 ', cursor: 7, size: 3 });

    expect(page).toEqual({ data_list: [], size: 3, next_cursor: 7, has_more: false });
  });

  it.each([
    { filter: 'an author', given: { userid: 'manager4220' } },
    { filter: 'a template', given: { template_name: '月报' } },
    { filter: 'both', given: { userid: 'manager4220', template_name: '周报' } },
  ])('finds only what $filter sent', async ({ given }) => {
    const { data_list } = await summaries(given);

    const authors = { userid: 'creator_id', template_name: 'template_name' };
    const wanted = Object.entries(given).map(([name, value]) => [
      authors[name as keyof typeof authors],
      value,
    ]);
    expect(data_list.length).toBeGreaterThan(0);
    expect(data_list).toEqual(
      data_list.map(() => expect.objectContaining(Object.fromEntries(wanted) as object) as object),
    );
  });

  it('finds a report by the time of its change', async () => {
    const report = visitor().emulator.tenant.reports.findLast((one) => one.modifiedAt > one.createdAt);
    const { createdAt: start_time = 0, modifiedAt = 0, id } = { ...report };
    const when = { start_time, end_time: start_time };

    const hit = await found({ ...when, modified_start_time: modifiedAt, modified_end_time: modifiedAt });
    const later = await found({ ...when, modified_start_time: modifiedAt + 1 });
    const earlier = await found({ ...when, modified_end_time: modifiedAt - 1 });

    expect(hit.map(({ report_id }) => report_id)).toEqual([id]);
    expect([...later, ...earlier]).toEqual([]);
  });

  it('takes a window of exactly 180 days', async () => {
    const answer = await visitor().send(listReports, { ...past(), start_time: now - 180 * day, cursor: 0 });

    expect(answer.body).toMatchObject({ errcode: 0 });
  });

  it('shows the remark of a report that has one', async () => {
    const report = visitor().emulator.tenant.reports.find(({ remark }) => remark !== '');
    const when = { start_time: report?.createdAt, end_time: report?.createdAt };

    expect(await found(when)).toMatchObject([{ report_id: report?.id, remark: report?.remark }]);
  });

  it.each([
    {
      when: 'the window is longer than 180 days',
      given: { start_time: now - 180 * day - 1, end_time: now },
      errcode: 400002,
    },
    { when: 'the end is before the start', given: { start_time: now, end_time: now - 1 }, errcode: 400002 },
    { when: 'the page holds 21', given: { size: 21 }, errcode: 41 },
    { when: 'the page holds none', given: { size: 0 }, errcode: 400002 },
  ])('refuses when $when', async ({ given, errcode }) => {
    const answer = await visitor().send(listReports, { ...past(), cursor: 0, ...given });

    expect(answer.body).toMatchObject({ errcode });
  });
});
