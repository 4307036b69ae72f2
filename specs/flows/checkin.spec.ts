import { asTexts, checkins, expectInside, recent, sharedDay } from '../support/checkin/checkins';
import { covers } from '../support/coverage';
import { expectSameMembers } from '../support/paging';
import { user } from '../support/tenant';

describe('checkin: the visits of two people', () => {
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
});
