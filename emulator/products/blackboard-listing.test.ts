import { listAnnouncementIds, listCategories, listTopTen } from '../../schemas/index';
import { operation_userid, useAnnouncing } from './announcing';
import { day, toGmt8 } from '../clock';
import { plant } from '../seed/plant';

const { visitor, now, wait, announce, ids } = useAnnouncing();

async function topTen(userid: string) {
  const { blackboard_list: list = [] } = await visitor().must(listTopTen, { userid });
  return list.map(({ id }) => id);
}

describe('listTopTen', () => {
  it('holds ten, the pinned ones first, then the newest', async () => {
    const newest = await announce();
    const pinned = visitor().emulator.tenant.announcements.filter((announcement) => announcement.pinned);

    const list = await topTen(operation_userid);

    expect(list).toHaveLength(10);
    expect(list.indexOf(newest)).toBe(pinned.length);
    expect(list[0]).toBe(pinned.at(-1)?.id);
  });
});

describe('The ten', () => {
  it('that are not pinned stand from the newest to the oldest, also those of one moment', async () => {
    const earlier = await announce();
    wait(-1);
    const later = await announce();
    const { tenant } = visitor().emulator;
    plant(tenant, { announcements: [{ title: '旧公告', ageSeconds: 60 }] });
    const { announcements } = tenant;

    const list = await topTen(operation_userid);

    const shown = announcements.filter((one) => list.includes(one.id)).filter((one) => !one.pinned);
    const byTime = shown.map(({ createdAt }) => createdAt).sort((a, b) => b - a);
    const unpinned = list.slice(10 - shown.length);
    expect(unpinned.slice(0, 2)).toEqual([later, earlier]);
    expect(unpinned.map((id) => announcements.find((one) => one.id === id)?.createdAt)).toEqual(byTime);
  });

  it('link to what they show', async () => {
    const id = await announce();

    const { blackboard_list: list } = await visitor().must(listTopTen, { userid: operation_userid });

    expect(list?.find((listed) => listed.id === id)?.url).toMatch(new RegExp(`[?&]bid=${id}$`));
  });
});

describe('listAnnouncementIds', () => {
  it('lists the newest first, whenever they were stored, also those of one moment', async () => {
    const { tenant } = visitor().emulator;
    const [old = ''] = plant(tenant, {
      announcements: [{ title: '旧公告', ageSeconds: 3600 }],
    }).announcements;
    const earlier = await announce();
    wait(-1);
    const later = await announce();

    const listed = await ids();

    expect(listed.slice(0, 2)).toEqual([later, earlier]);
    expect(listed.indexOf(old)).toBe(
      tenant.announcements.filter(({ createdAt }) => createdAt > now() - 3.6e6).length,
    );
  });

  it('includes the very start and leaves out the very end', async () => {
    wait(0.5);
    const id = await announce();
    const whole = toGmt8(now());

    expect(await ids({ start_time: whole })).toContain(id);
    expect(await ids({ start_time: toGmt8(now() - day), end_time: whole })).not.toContain(id);
    wait(-0.5);
  });

  it.each([
    { when: 'exactly 180 days', from: 180 * day, found: 30 },
    { when: 'no time at all', from: 0, found: 0 },
  ])('takes a window of $when', async ({ from, found }) => {
    const query = { start_time: toGmt8(now() - from), end_time: toGmt8(now()) };

    expect(await ids(query)).toHaveLength(found);
  });

  it.each([
    { given: { start_time: '2026-02-30 00:00:00' }, name: 'start_time' },
    { given: { end_time: '2026-02-30 00:00:00' }, name: 'end_time' },
  ])('names $name when it is no date', async ({ given, name }) => {
    const query_request = { operation_userid, page: 1, page_size: 30, ...given };

    const answer = await visitor().send(listAnnouncementIds, { query_request });

    expect(answer.body).toMatchObject({ errcode: 400002, errmsg: expect.stringContaining(name) as string });
  });

  it('pages without a gap and without a repetition', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => ids({ page, page_size: 10 })));

    expect(pages.flat()).toEqual(await ids());
    expect(new Set(pages.flat()).size).toBe(30);
  });

  it('answers a page behind the last with an empty list', async () => {
    expect(await ids({ page: 99 })).toEqual([]);
  });

  it.each([
    { edge: 'the second of its creation as the start', from: 0, to: 1, found: true },
    { edge: 'the second of its creation as the end', from: -1, to: 0, found: false },
    { edge: 'the second after as the start', from: 1, to: 2, found: false },
  ])('with $edge finds it: $found', async ({ from, to, found }) => {
    const id = await announce();
    const query = { start_time: toGmt8(now() + from * 1000), end_time: toGmt8(now() + to * 1000) };

    expect((await ids(query)).includes(id)).toBe(found);
  });

  it('looks back a month unless it is told otherwise', async () => {
    const { tenant } = visitor().emulator;
    const recent = tenant.announcements.filter(({ createdAt }) => createdAt >= now() - 30 * day);
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map((page) => ids({ page })));

    expect(pages.flat()).toHaveLength(recent.length);
  });

  it('finds only the category that is asked for', async () => {
    const { result: categories } = await visitor().must(listCategories, { operation_userid });
    const [one = '', other = ''] = categories.map(({ id }) => id);
    const id = await announce({ category_id: one });

    expect(await ids({ category_id: one })).toContain(id);
    expect(await ids({ category_id: other })).not.toContain(id);
  });

  it.each([
    {
      when: 'the window is longer than 180 days',
      given: { start_time: toGmt8(now() - 181 * day), end_time: toGmt8(now()) },
    },
    { when: 'the start alone lies longer back', given: { start_time: toGmt8(now() - 181 * day) } },
    {
      when: 'the end is before the start',
      given: { start_time: toGmt8(now()), end_time: toGmt8(now() - day) },
    },
    { when: 'a time has no clock', given: { start_time: '2026-07-01' } },
    { when: 'the page holds 31', given: { page_size: 31 } },
    { when: 'the page holds none', given: { page_size: 0 } },
    { when: 'the page is the one before the first', given: { page: 0 } },
  ])('refuses when $when', async ({ given }) => {
    const query_request = { operation_userid, page: 1, page_size: 30, ...given };

    const answer = await visitor().send(listAnnouncementIds, { query_request });

    expect(answer.body).toMatchObject({ errcode: 400002, success: false });
  });
});
