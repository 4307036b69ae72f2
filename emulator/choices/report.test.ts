import { createReport, listReports, listReportSummaries } from '../../schemas/index';
import { aReport } from '../good-requests';
import { useEmulator } from '../testing/use-emulator';
import type { Chosen } from '.';

const user = '014722583940217741';
const day = 86_400_000;
const now = Date.now();
const window = { start_time: now - 170 * day, end_time: now };
const useChoices = (choices: Chosen) => useEmulator({ choices });

describe('Reports, the newest first and by offset', () => {
  const visitor = useChoices({
    'report/order': 'newest',
    'report/cursor': 'offset',
    'report/last-cursor': 'zero',
  });

  it('come page by page to the end', async () => {
    const first = await visitor().must(listReports, { ...window, cursor: 0, size: 20 });
    const last = await visitor().must(listReports, { ...window, cursor: 410, size: 20 });
    const times = first.result.data_list.map(({ create_time: at }) => at);

    expect(first.result).toMatchObject({ next_cursor: 20, has_more: true });
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(last.result).toMatchObject({ next_cursor: 0, has_more: false });
  });
});

describe('Reports, the newest first and by row', () => {
  const visitor = useChoices({ 'report/order': 'newest', 'report/summaries-order': 'reversed' });

  it('come page by page, each once', async () => {
    const page = async (cursor: number) =>
      (await visitor().must(listReports, { ...window, cursor, size: 20 })).result;
    const first = await page(0);
    const second = await page(Number(first.next_cursor));
    const seen = [...first.data_list, ...second.data_list].map(({ report_id: id }) => id);
    const summaries = await visitor().must(listReportSummaries, { ...window, cursor: 0, size: 1 });

    expect(new Set(seen).size).toBe(40);
    expect(seen).not.toContain(summaries.result.data_list[0]?.report_id);
  });
});

describe('A report', () => {
  const visitor = useChoices({
    'report/markup': 'escaped',
    'report/author-receives': 'yes',
    'report/receiver-twice': 'twice',
    'report/field-left-out': 'hidden',
  });

  it('is kept as the choices say', async () => {
    const { contents, ...report } = aReport(visitor().emulator);
    const create_report_param = {
      ...report,
      to_userids: ['user123', 'user123'],
      contents: contents.slice(0, 1).map((one) => ({ ...one, content: 'a < b & c' })),
    };
    await visitor().must(createReport, { create_report_param });
    const kept = visitor().emulator.tenant.reports.at(-1);
    const { result } = await visitor().must(listReports, {
      ...window,
      end_time: now + day,
      userid: user,
      cursor: Number(kept?.row) - 1,
      size: 5,
    });

    expect(kept?.receivers).toEqual(['user123', 'user123', user]);
    expect(result.data_list[0]?.contents).toMatchObject([{ value: 'a &lt; b &amp; c' }]);
  });
});
