import { listAnnouncementIds } from '../../schemas';
import type { ListAnnouncementIdsRequest } from '../../schemas/types';
import { anIdQuery, startsAlone } from '../../fixtures/blackboard/listids.cases';
import { acceptedRows } from '../../fixtures/generated-limits';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectRefusedToUser } from '../support/blackboard/ordinary';
import { wholeAnswer } from '../support/generated';
import { expectLastMonth, expectNextPage, expectStartAlone } from '../support/blackboard/id-lists';
import { bodyOf } from '../support/permitted';
import { api, operator, user } from '../support/tenant';

const complete = anIdQuery(operator);
const whole = wholeAnswer(listAnnouncementIds, acceptedRows(listAnnouncementIds, complete));

describe('blackboard/listids', () => {
  it('R2 and R3: an ordinary employee is refused, with success false and no result', async () => {
    const reply = await api.send(listAnnouncementIds, anIdQuery(user));

    await expectRefusedToUser(reply);
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

  contractCases(listAnnouncementIds, {
    complete,
    plain: whole,
    rules: { 'too long a window': 'R6', 'too small': 'R10 and R11' },
  });

  limitCases(listAnnouncementIds, { complete, rule: 'R10' });

  it('is unknown under another name', async () => {
    const misspelt = { ...listAnnouncementIds, path: '/topapi/blackboard/list_ids' };

    const reply = await api.send(misspelt, anIdQuery(operator));

    expect(reply).toBeRefused('22');
    covers('gateway/G19');
  });
});
