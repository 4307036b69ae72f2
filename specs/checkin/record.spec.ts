import { getDepartmentCheckins } from '../../schemas';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import {
  aPage,
  complete,
  expectDirections,
  expectInside,
  expectNobodyOfNoDepartment,
  expectNoPageOfOne,
  expectPages,
  expectSameOfPerson,
  expectWellFormed,
  expectWindowsRight,
  onceAnswered,
} from '../support/checkin/department-checkins';

describe('checkin/record', () => {
  it('R1: shows a check-in in no window before or after it', async () => {
    covers('checkin/record?start_time', 'checkin/record?end_time');

    await expectWindowsRight();
  });

  it('R1: lists nobody of a department that there is not', async () => {
    covers('checkin/record?department_id');

    await expectNobodyOfNoDepartment();
  });

  it('R2: takes a window of 45 days', async () => {
    covers('checkin/record?start_time=max', 'checkin/record#data[].timestamp');
    const { window, records } = await aPage();

    expectInside(records, window);
  });

  it('R4: shows each check-in once on two pages', async () => {
    covers('checkin/record?offset', 'checkin/record?size');

    await expectPages();
  });

  it('R5: takes no page where offset or size stands alone', async () => {
    await expectNoPageOfOne();
  });

  it('R6: lists in both directions', async () => {
    covers('checkin/record?order=asc', 'checkin/record?order=desc');

    await expectDirections();
  });

  it('R8: shows pictures, avatars and places on the map as what they are', async () => {
    covers('checkin/record#data[].avatar', 'checkin/record#data[].imageList', 'checkin/record#data[].name');
    covers('checkin/record#data[].latitude', 'checkin/record#data[].longitude');

    expectWellFormed((await aPage()).records);
  });

  it('R10: shows of a person what checkin/record-get shows', async () => {
    covers('checkin/record#data[].userId', 'checkin/record#data[].remark');
    covers('checkin/record#data[].place', 'checkin/record#data[].detailPlace');

    await expectSameOfPerson();
  });

  limitCases(getDepartmentCheckins, { complete, id: onceAnswered });

  contractCases(getDepartmentCheckins, { complete });
});
