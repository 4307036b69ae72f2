import { getCheckinRecords } from '../../schemas/index';
import { day } from '../clock';
import { useEmulator } from '../testing/use-emulator';

const now = Date.UTC(2026, 6, 1);
const visitor = useEmulator({ now: () => now });
const walker = '014722583940217741';
const days = (count: number) => ({ start_time: now - count * day, end_time: now, cursor: 0, size: 100 });

describe('getCheckinRecords', () => {
  it('pages through the records of one employee', async () => {
    const page = async (cursor: number) =>
      (await visitor().must(getCheckinRecords, { ...days(10), userid_list: walker, cursor, size: 90 }))
        .result;

    const [first, last] = [await page(0), await page(90)];

    expect(first).toMatchObject({ next_cursor: 90 });
    expect(last).not.toHaveProperty('next_cursor');
    expect([first.page_list, last.page_list].map((list) => list?.length)).toEqual([90, 40]);
  });

  it('includes both ends of the time', async () => {
    const at = Number(visitor().emulator.tenant.checkins.find(({ userid }) => userid === walker)?.at);
    const found = async (start_time: number, end_time: number) => {
      const request = { userid_list: walker, start_time, end_time, cursor: 0, size: 100 };
      return (await visitor().must(getCheckinRecords, request)).result.page_list?.length;
    };

    expect([await found(at, at), await found(at + 1, at + 1), await found(at - 1, at - 1)]).toEqual([
      1, 0, 0,
    ]);
  });

  it('shows a record as it was made', async () => {
    const whole = visitor().emulator.tenant.checkins.find(({ userid, images, visitUser }) =>
      [userid === walker, images, visitUser].every(Boolean),
    );
    const times = { start_time: Number(whole?.at), end_time: Number(whole?.at), cursor: 0, size: 1 };

    const { result } = await visitor().must(getCheckinRecords, { userid_list: walker, ...times });

    expect(result.page_list).toMatchObject([
      {
        checkin_time: whole?.at,
        image_list: whole?.images,
        visit_user: whole?.visitUser,
        place: whole?.place,
      },
    ]);
  });

  it('finds everybody who is named, also behind a blank', async () => {
    const request = { userid_list: `nobody, ${walker}`, ...days(1) };

    const { result } = await visitor().must(getCheckinRecords, request);

    expect(result.page_list?.[0]).toMatchObject({ userid: walker });
  });

  it('answers with an empty list for somebody without records', async () => {
    const { result } = await visitor().must(getCheckinRecords, { ...days(1), userid_list: 'nobody' });

    expect(result).toEqual({ page_list: [] });
  });

  it.each([
    { when: 'one employee and 10 days', given: { userid_list: walker, ...days(10) }, errcode: 0 },
    { when: 'one employee and more', given: { userid_list: walker, ...days(10.01) }, errcode: 41041 },
    { when: 'two employees and a day', given: { userid_list: `${walker}, 080517`, ...days(1) }, errcode: 0 },
    {
      when: 'two employees and more',
      given: { userid_list: `${walker},080517`, ...days(1.01) },
      errcode: 41041,
    },
    {
      when: 'ten employees',
      given: { userid_list: Array(10).fill('1').join(','), ...days(1) },
      errcode: 0,
    },
    {
      when: 'eleven employees',
      given: { userid_list: Array(11).fill('1').join(','), ...days(1) },
      errcode: 41,
    },
    { when: 'a page of 101', given: { userid_list: walker, ...days(1), size: 101 }, errcode: 41 },
    { when: 'an end before the start', given: { userid_list: walker, ...days(-1) }, errcode: 400002 },
  ])('answers $when with $errcode', async ({ given, errcode }) => {
    const answer = await visitor().send(getCheckinRecords, given);

    expect(answer.body).toMatchObject({ errcode });
  });
});
