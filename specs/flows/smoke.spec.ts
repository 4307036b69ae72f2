import {
  createReport,
  getBlackboard,
  listAnnouncementIds,
  listCategories,
  listTemplatesByUser,
  listTopTen,
  updateAnnouncement,
} from '../../schemas';
import { aChange, anAnnouncement } from '../../fixtures/blackboard/announcement';
import { aReport } from '../../fixtures/report/report';
import { beijingTime } from '../../fixtures/time';
import { publish, withdraw } from '../support/announcements';
import { commentsOf, peopleOf, receiversOf, relation } from '../support/report-people';
import { covers } from '../support/coverage';
import { expectAmong, reports, summaries, theTemplate } from '../support/reports';
import { api, aTag, operator, receivers, templateName, user } from '../support/tenant';

describe('smoke: both chains, as lean as they can be', () => {
  it('keeps, changes and deletes an announcement', async () => {
    const tag = aTag();
    const id = await publish(anAnnouncement({ operator, receivers: receivers(['user']), tag }));
    const change = aChange({ operator, id, tag });
    await api.must(updateAnnouncement, { update_request: change });
    const mine = { blackboardId: id, operationUserId: operator };
    expect(await api.must(getBlackboard, mine)).toMatchObject({
      id,
      title: change.title,
      content: change.content,
    });
    await withdraw(id);
    expect(await api.send(getBlackboard, mine)).toBeRefused();
    covers('blackboard/get-blackboard/R2', 'blackboard/update?update_request.title');
  });

  it('keeps a report', async () => {
    const template = await theTemplate();
    const draft = aReport({ author: user, template, to: [operator] }, [`冒烟测试 ${aTag()}`]);
    const since = Date.now();
    const { result: id } = await api.must(createReport, { create_report_param: draft });
    const query = {
      userid: user,
      template_name: templateName,
      start_time: since - 120_000,
      end_time: since + 120_000,
    };
    await expectAmong(() => reports(query), id, 'report/list');
    await expectAmong(() => summaries(query), id, 'report/simplelist');
    expect(await receiversOf(id)).toContain(operator);
    expect([await peopleOf(id, relation.commenters), await commentsOf(id)]).toEqual([[], []]);
  });

  it('lists what there is', async () => {
    const window = { start_time: beijingTime(Date.now() - 86_400_000), page: 1, page_size: 1 };
    const { result: ids = [] } = await api.must(listAnnouncementIds, {
      query_request: { ...window, operation_userid: operator },
    });
    const { blackboard_list: top = [] } = await api.must(listTopTen, { userid: user });
    const { result: templates } = await api.must(listTemplatesByUser, { userid: user, offset: 0, size: 100 });
    await api.must(listCategories, { operation_userid: operator });

    expect([ids.length <= 1, top.length <= 10]).toEqual([true, true]);
    expect(templates.template_list.map(({ name }) => name)).toContain(templateName);
  });
});
