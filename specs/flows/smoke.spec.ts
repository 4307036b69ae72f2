import {
  createReport,
  getReportStatistics,
  listAnnouncementIds,
  listCategories,
  listDismissedEmployees,
  listOnJobEmployees,
  listPreEntryEmployees,
  listTemplatesByUser,
  updateAnnouncement,
} from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { aReport } from '../../fixtures/report/report';
import { beijingTime } from '../../fixtures/time';
import { heard, recognized, translated } from '../support/ai/recognition';
import { publish, withdraw } from '../support/blackboard/announcements';
import { lately, page } from '../support/checkin/checkins';
import { completeRequest } from '../support/generated';
import { textsOf } from '../support/blackboard/generations';
import { mustIfPermitted } from '../support/permitted';
import { expectShown, readOnce } from '../support/blackboard/readings';
import { commentsOf, peopleOf, receiversOf, relation } from '../support/report/people';
import { covers } from '../support/coverage';
import { expectAmong, reports, summaries, theTemplate } from '../support/report/reports';
import { madeSince } from '../support/report/report-drafts';
import { shared } from '../support/shared';
import { api, aTag, operator, receivers, user } from '../support/tenant';
import { unreadOf } from '../support/report/unread';

const reads: readonly { what: string; covers: string; read: () => Promise<unknown> }[] = [
  {
    what: 'a translation',
    covers: 'ai/translate/R1',
    read: () => translated({ query: '这是一个测试', source_language: 'zh', target_language: 'en' }),
  },
  {
    what: 'what a picture says',
    covers: 'ai/ocr/R2',
    read: () => recognized(),
  },
  { what: 'what a recording says', covers: 'ai/asr#result', read: () => heard() },
  { what: 'a check-in', covers: 'checkin/record-get?userid_list', read: () => page(lately([user]), 0, 1) },
  { what: 'how many reports are unread', covers: 'report/getunreadcount#count', read: () => unreadOf(user) },
  {
    what: 'the statistics of a report',
    covers: 'report/statistics?report_id',
    read: async () => mustIfPermitted(getReportStatistics, { report_id: (await aNewReport()).id }),
  },
  ...[
    { endpoint: listOnJobEmployees, size: 'size' },
    { endpoint: listPreEntryEmployees, size: 'size' },
    { endpoint: listDismissedEmployees, size: 'maxResults' },
  ].map(({ endpoint, size }: { endpoint: Endpoint; size: string }) => ({
    what: `what ${endpoint.id} lists`,
    covers: `${endpoint.id}?${size}`,
    read: () => mustIfPermitted(endpoint, completeRequest(endpoint)),
  })),
];

const aNewReport = shared('a new report', async () => {
  const template = await theTemplate();
  const draft = aReport({ author: user, template, to: [operator] }, [`冒烟测试 ${aTag()}`]);
  const query = madeSince(Date.now());
  const { result: id } = await api.must(createReport, { create_report_param: draft });
  return { id, query };
});

describe('smoke: both chains, as lean as they can be', () => {
  it('keeps, changes and deletes an announcement', async () => {
    const tag = aTag();
    const id = await publish(anAnnouncement({ operator, receivers: receivers(['user']), tag }));
    const change = aChange({ operator, id, tag });
    await api.must(updateAnnouncement, { update_request: change });
    expectShown(await readOnce(id), change);
    await withdraw(id);
    expect(await textsOf(id)).toBeUndefined();
    covers('blackboard/get-blackboard/R2', 'blackboard/update?update_request.title');
  });

  it('keeps a report', async () => {
    covers('report/create/R18', 'report/create/R13');
    const { id, query } = await aNewReport();

    await expectAmong(() => reports(query), id, 'report/list');
    await expectAmong(() => summaries(query), id, 'report/simplelist');
    expect(await receiversOf(id)).toContain(operator);
    expect([await peopleOf(id, relation.commenters), await commentsOf(id)]).toEqual([[], []]);
  });

  it('lists what there is', async () => {
    covers('blackboard/listids?query_request.page_size', 'report/template-listbyuserid?userid');
    const window = { start_time: beijingTime(Date.now() - 86_400_000), page: 1, page_size: 1 };
    const { result: ids = [] } = await api.must(listAnnouncementIds, {
      query_request: { ...window, operation_userid: operator },
    });
    await api.must(listCategories, { operation_userid: operator });
    // Where the template is not there, that is one failure and not two.
    const { name } = await theTemplate();
    const { result: templates } = await api.must(listTemplatesByUser, { userid: user, offset: 0, size: 100 });

    expect(ids.length).toBeLessThanOrEqual(1);
    expect(templates.template_list.map((template) => template.name)).toContain(name);
  });

  it.each(reads)('reads $what', async ({ covers: id, read: look }) => {
    covers(id);

    expect(await look()).toBeDefined();
  });
});
