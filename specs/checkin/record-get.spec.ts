import { getCheckinRecords } from '../../schemas';
import type { GetCheckinRecordsResponse } from '../../schemas/types';
import {
  beyondOneRows,
  beyondSeveralRows,
  oneRow,
  severalRow,
} from '../../fixtures/checkin/record-get.cases';
import {
  aFew,
  both,
  checkins,
  expectInside,
  expectNeverAnswered,
  expectPartition,
  expectWellFormed,
  expectWindowsRight,
  firstPage,
  lately,
  quietWindow,
  recent,
  sharedDay,
} from '../support/checkin/checkins';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { asTexts, expectSameMembers } from '../support/paging';
import { bodyOf, sendIfPermitted } from '../support/permitted';
import { operator, user } from '../support/tenant';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import {
  expectRefused,
  expectRefusedOrIgnored,
  expectSameAnswer,
  expectWithin,
  refusedRowsOf,
} from '../support/generated';

const asking = { cursor: 0, size: 100 };

const bodyOfOne = async (): Promise<GetCheckinRecordsResponse> =>
  bodyOf(getCheckinRecords, (await firstPage()).reply);

describe('checkin/record-get', () => {
  it('R1: shows each record once, up to a page whose next_cursor is null or missing', async () => {
    covers('checkin/record-get/R11', 'checkin/record-get#result.next_cursor');
    covers('checkin/record-get?cursor', 'checkin/record-get?size');
    const { query, records } = aFew(await recent(user), 5);

    await expectPartition(query, records);
  });

  it('shows a record in a window around it, and in none before or after it', async () => {
    covers('checkin/record-get?start_time', 'checkin/record-get?end_time');
    covers('checkin/record-get#result.page_list[].checkin_time');
    const { records } = await recent(user);

    await expectWindowsRight(records[0]);
  });

  it('shows for both in one day what it shows for each alone', async () => {
    covers('checkin/record-get/R9', 'checkin/record-get?userid_list', 'gateway/G18');
    covers('checkin/record-get#result.page_list[].userid', 'checkin/record-get#result.page_list[].place');
    covers('checkin/record-get#result.page_list[].detail_place');
    covers(
      'checkin/record-get#result.page_list[].remark',
      'checkin/record-get#result.page_list[].visit_user',
    );
    const { query, records } = await sharedDay();

    const ofBoth = await checkins(query);

    expectInside(ofBoth, query);
    expectSameMembers('the records of both', asTexts(ofBoth), asTexts(records));
  });

  it('shows of one user up to ten days, only theirs and only of these days', async () => {
    covers('checkin/record-get/R8', 'checkin/record-get#result.page_list[].checkin_time');

    const { query, records } = await recent(user);

    expectInside(records, query);
    const middle = query.from + (query.to - query.from) / 2;
    const [earlier, later] = [
      { ...query, to: middle },
      { ...query, from: middle + 1 },
    ];
    const halves = [...(await checkins(earlier)), ...(await checkins(later))];
    expectSameMembers('both halves of the ten days', asTexts(halves), asTexts(records));
  });

  it('R4: adds nothing for somebody who did not check in', async () => {
    const { query, records } = await recent(user);
    const quiet = quietWindow(records, query);

    expect(await checkins(quiet)).toEqual([]);
  });

  it('R6: takes ten users in one string, and shows only theirs', async () => {
    covers('checkin/record-get?userid_list=max', 'checkin/record-get#result.page_list[].userid');
    const query = lately(Array.from({ length: 5 }, () => both).flat(), severalRow.length);

    expectInside(await checkins(query), query);
  });

  it('R7: refuses eleven users', async () => {
    covers('checkin/record-get?userid_list=>max');
    const strangers = Array.from({ length: 9 }, (_, index) => `api-suite-nobody-${index}`);
    const { from: start_time, to: end_time } = lately(both, 3_600_000);

    const reply = await sendIfPermitted(getCheckinRecords, {
      ...asking,
      userid_list: [user, operator, ...strangers].join(','),
      start_time,
      end_time,
    });

    expectRefusedOrIgnored(getCheckinRecords, reply, 'a list of eleven users');
  });

  it(`R8: takes ${oneRow.when}`, async () => {
    covers('checkin/record-get?start_time=max');
    const { query, records } = await recent(user);

    expect(query.to - query.from).toBe(oneRow.length);
    expectInside(records, query);
  });

  it.each(beyondOneRows)('R8: never answers for $when', async (row) => {
    covers('checkin/record-get?start_time=>max');

    await expectNeverAnswered(row);
  });

  it(`R9: takes ${severalRow.when}`, async () => {
    const query = lately(both, severalRow.length);

    expectInside(await checkins(query), query);
  });

  it.each(beyondSeveralRows)('R9: never answers for $when', async (row) => {
    covers('checkin/record-get?start_time=>max');

    await expectNeverAnswered(row);
  });

  it('R10: takes a page of 100', async () => {
    covers('checkin/record-get?size=max');

    const { page_list: records = [] } = (await bodyOfOne()).result;

    expect(records.length).toBeLessThanOrEqual(100);
  });

  it('R10: never honours a page of 101', async () => {
    covers('checkin/record-get?size=>max');
    const { from: start_time, to: end_time } = lately([user]);

    const reply = await sendIfPermitted(getCheckinRecords, {
      userid_list: user,
      start_time,
      end_time,
      cursor: 0,
      size: 101,
    });

    expectWithin(reply, 100);
  });

  it('R12: leaves out the pictures of a record without any, and writes coordinates as texts', async () => {
    covers('checkin/record-get#result.page_list[].image_list');
    covers(
      'checkin/record-get#result.page_list[].longitude',
      'checkin/record-get#result.page_list[].latitude',
    );
    const { records } = await recent(user);

    expectWellFormed(records);
  });

  it('R13: says nothing of success beside its result', async () => {
    expectWithout(getCheckinRecords.id, await bodyOfOne(), ['success']);
  });

  it.each(refusedRowsOf(getCheckinRecords))('refuses a request in which $when', async (row) => {
    await expectRefused(getCheckinRecords, row);
  });

  it.each(otherWaysOf(getCheckinRecords))(
    'gives the same answer when it is asked in $way',
    async ({ as }) => {
      await expectSameAnswer(getCheckinRecords, firstPage, as);
    },
  );
});
