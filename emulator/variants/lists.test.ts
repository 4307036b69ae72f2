import { createAnnouncement, listAnnouncementIds, listReports } from '../../schemas/index';
import { useVariant } from '../testing/use-variant';

const operation_userid = 'manager4220';
const nextCursor = (text: string): string => /"next_cursor":(\d{19})\D/.exec(text)?.[1] ?? 'none';
const query_request = { operation_userid, page: 1, page_size: 30 };
const create_request = {
  operation_userid,
  title: '标题',
  content: '内容',
  blackboard_receiver: { userid_list: [operation_userid] },
};

describe('The variant lagging', () => {
  const visitor = useVariant('lagging');

  it('lists an announcement a second after it was made', async () => {
    const newest = async () => (await visitor().must(listAnnouncementIds, { query_request })).result?.[0];
    const before = await newest();
    await visitor().must(createAnnouncement, { create_request });
    const atOnce = await newest();
    await new Promise((resolve) => setTimeout(resolve, 1100));

    expect(atOnce).toBe(before);
    expect(await newest()).not.toBe(before);
  });
});

describe('The variant crowded', () => {
  const visitor = useVariant('crowded');

  it('has others write, and never touches what a guest made', async () => {
    const { tenant } = visitor().emulator;
    await visitor().must(createAnnouncement, { create_request });
    const before = tenant.announcements.map(({ id }) => id);

    await Promise.all(
      Array.from({ length: 300 }, () => visitor().must(listAnnouncementIds, { query_request })),
    );

    expect(tenant.announcements.map(({ id }) => id)).not.toEqual(before);
    expect(tenant.announcements).toContainEqual(expect.objectContaining({ title: '标题', content: '内容' }));
  });
});

describe('The variant long-cursors', () => {
  const visitor = useVariant('long-cursors');
  const window = { start_time: Date.now() - 86_400_000 * 170, end_time: Date.now(), size: 3 };

  it('gives cursors of 19 digits that lead to the next page when no digit is lost', async () => {
    const { text, body } = await visitor().send(listReports, { ...window, cursor: 0 });
    const digits = nextCursor(text);
    const next = await visitor().must(listReports, { ...window, cursor: digits as unknown as number });

    expect(String(Number(digits))).not.toBe(digits);
    expect(next.result.data_list).toHaveLength(3);
    expect(body).not.toMatchObject({
      result: { data_list: [{ report_id: next.result.data_list[0]?.report_id }] },
    });
  });
});
