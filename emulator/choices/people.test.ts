import {
  getBlackboard,
  getCheckinRecords,
  getReportStatistics,
  getTemplateByName,
  getUnreadCount,
  listDismissedEmployees,
  listOnJobEmployees,
  listPreEntryEmployees,
  listTopTen,
} from '../../schemas/index';
import type { Endpoint } from '../../schemas/endpoint';
import { useEmulator } from '../testing/use-emulator';
import type { Chosen } from '.';

const user = '014722583940217741';
const day = 86_400_000;
const now = Date.now();
const window = { start_time: now - 170 * day, end_time: now };
const useChoices = (choices: Chosen) => useEmulator({ choices });

describe('What nobody knows', () => {
  const visitor = useChoices({
    'report/unknown-name': 'blank',
    'report/unread-of-nobody': 'none',
    'report/unread-of-stranger': 'none',
    'report/code-of-id': '400001',
    'blackboard/v1-code-of-id': 'notFound',
    'blackboard/top-ten-of-stranger': 'empty',
  });

  it.each<[of: string, endpoint: Endpoint, request: object, wanted: object]>([
    ['a template name', getTemplateByName, { userid: user, template_name: '无' }, { result: { id: '' } }],
    ['unread reports of nobody', getUnreadCount, {}, { count: 0 }],
    ['unread reports of a stranger', getUnreadCount, { userid: 'stranger' }, { count: 0 }],
    ['a report', getReportStatistics, { report_id: 'none' }, { errcode: 400001 }],
    [
      'an announcement on v1.0',
      getBlackboard,
      { blackboardId: 'none', operationUserId: user },
      { code: 'blackboard.notFound' },
    ],
    ['the top ten of a stranger', listTopTen, { userid: 'stranger' }, { blackboard_list: [] }],
  ])('is answered as chosen: %s', async (_, endpoint, request, wanted) => {
    expect((await visitor().send(endpoint, request)).body).toMatchObject(wanted);
  });
});

describe('Employees', () => {
  const visitor = useChoices({
    'hrm/short-pages': 'yes',
    'hrm/cursor': 'long',
    'hrm/last-token': 'left-out',
    'hrm/came-back': 'both',
  });

  it('come in short pages, with a long cursor where no offset was observed', async () => {
    const onJob = await visitor().must(listOnJobEmployees, { status_list: '2,3,5,-1', offset: 0, size: 10 });
    const { text } = await visitor().send(listPreEntryEmployees, { offset: 0, size: 10 });

    expect(onJob.result).toMatchObject({ next_cursor: 10 });
    expect(onJob.result.data_list).toHaveLength(8);
    expect(text).toMatch(/"next_cursor":1234567890123000011/);
  });

  it('who left have no token after the last page, and may have come back', async () => {
    const { tenant } = visitor().emulator;
    const { body } = await visitor().send(listDismissedEmployees, { nextToken: 100, maxResults: 50 });

    expect(body).not.toHaveProperty('nextToken');
    expect(tenant.onJob.map(({ userid }) => userid)).toContain(tenant.dismissed.at(-1));
  });
});

describe('Check-ins', () => {
  const visitor = useChoices({
    'checkin/order': 'newest',
    'checkin/last-cursor': 'null',
    'checkin/long-window': 'cut',
  });

  it('come newest first, from a window that was cut, to a null', async () => {
    const asked = { userid_list: user, ...window, size: 100 };
    const first = await visitor().must(getCheckinRecords, { ...asked, cursor: 0 });
    const last = await visitor().must(getCheckinRecords, { ...asked, cursor: 100 });
    const times = (first.result.page_list as { checkin_time: number }[]).map(({ checkin_time: at }) => at);

    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(now - 10 * day);
    expect(last.result).toMatchObject({ next_cursor: null });
  });
});
