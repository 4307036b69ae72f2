import { getCheckinRecords } from '../../schemas';
import type { GetCheckinRecordsResponse } from '../../schemas/types';
import { beyondOneRows, beyondSeveralRows, severalRow } from '../../fixtures/checkin/record-get.cases';
import {
  both,
  checkins,
  expectInside,
  expectNeverAnswered,
  expectWellFormed,
  firstPage,
  lately,
  quietWindow,
  recent,
  sharedDay,
} from '../support/checkin/checkins';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { listCases } from '../support/list-cases';
import { asTexts, expectSameMembers } from '../support/paging';
import { bodyOf } from '../support/permitted';
import { user } from '../support/tenant';

const bodyOfOne = async (): Promise<GetCheckinRecordsResponse> =>
  bodyOf(getCheckinRecords, (await firstPage()).reply);

describe('checkin/record-get', () => {
  listCases(getCheckinRecords, 'R1 and R11');

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

  limitCases(getCheckinRecords, { rule: { userid_list: 'R7', size: 'R10' } });

  contractCases(getCheckinRecords, { plain: firstPage });
});
