import { listAnnouncementIds } from '../../schemas';
import type { ListAnnouncementIdsRequest } from '../../schemas/types';
import { anIdQuery, rowsOf, startsAlone } from '../../fixtures/blackboard/listids.cases';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import {
  expectAnswered,
  expectNoResult,
  expectNotHonoured,
  expectRefused,
  expectSameAnswer,
  wholeAnswer,
} from '../support/generated';
import { expectLastMonth, expectNextPage, expectStartAlone } from '../support/blackboard/id-lists';
import { bodyOf } from '../support/permitted';
import { api, operator, user } from '../support/tenant';

const rows = rowsOf(operator);
const whole = wholeAnswer(listAnnouncementIds, rows.accepted);

describe('blackboard/listids', () => {
  it('R2 and R3: an ordinary employee is refused, with success false and no result', async () => {
    const reply = await api.send(listAnnouncementIds, anIdQuery(user));

    expectNoResult(reply);
  });

  it('R4: without times it lists the last month', async () => {
    await expectLastMonth();
  });

  it.each(startsAlone)('R5: start_time alone, $days days back, is allowed: $allowed', async (row) => {
    await expectStartAlone(row.days, row.allowed);

    covers('blackboard/listids?query_request.start_time', 'blackboard/listids?query_request.end_time');
    covers('blackboard/listids?query_request.page_size=min');
  });

  it('R11: pages are counted from 1, and the second goes on where the first ends', async () => {
    const { request, reply } = await whole();
    const { result: ids = [] } = bodyOf(listAnnouncementIds, reply);

    await expectNextPage(request as ListAnnouncementIdsRequest, ids);

    covers('blackboard/listids?query_request.page', 'blackboard/listids?query_request.page_size');
  });

  it.each(rows.refused)('refuses a query in which $when', async (row) => {
    await expectRefused(listAnnouncementIds, row);
  });

  it.each(rows.tooLong)('R6: refuses a query in which $when', async (row) => {
    await expectRefused(listAnnouncementIds, row);
  });

  it.each(rows.tooSmall)('R10 and R11: refuses a query in which $when', async (row) => {
    await expectRefused(listAnnouncementIds, row);
  });

  it.each(rows.over)('R10: shows no more than it may where $when', async (row) => {
    await expectNotHonoured(listAnnouncementIds, row);
  });

  it.each(rows.accepted)('answers a query in which $when', async (row) => {
    await expectAnswered(listAnnouncementIds, row);
  });

  it.each(otherWaysOf(listAnnouncementIds))(
    'gives the same answer when it is asked in $way',
    async ({ as }) => {
      await expectSameAnswer(listAnnouncementIds, whole, as);
    },
  );

  it('is unknown under another name', async () => {
    const misspelt = { ...listAnnouncementIds, path: '/topapi/blackboard/list_ids' };

    const reply = await api.send(misspelt, anIdQuery(operator));

    expect(reply).toBeRefused('22');
    covers('gateway/G19');
  });
});
