import { createReport } from '../../schemas';
import { reportRows, textsFor } from '../../fixtures/report/lifecycle.cases';
import { coveredBy, coveredByPaging } from '../../fixtures/report/lifecycle.covers';
import { aReport } from '../../fixtures/report/report';
import { covers } from '../support/coverage';
import { expectFilters } from '../support/report-filters';
import {
  commentedReports,
  expectComments,
  expectReactions,
  expectReceivers,
  expectSamePages,
  mayReceive,
} from '../support/report-people';
import {
  essentials,
  expectAmong,
  expectInOrder,
  filled,
  filledOf,
  reports,
  summaries,
  theTemplate,
} from '../support/reports';
import { api, operator, templateName, user } from '../support/tenant';

describe('report: a report from its template to its comments', () => {
  it.each(reportRows)('keeps one $when', async (row) => {
    const template = await theTemplate();
    const people = { user, operator };
    const to = row.to.map((role) => people[role]);
    const draft = aReport({ author: user, template, to }, textsFor(row, template.fields.length));
    const since = Date.now();

    const { result: id } = await api.must(createReport, { create_report_param: draft });

    // listed: with every content in its order, for its author, template and window, and for no other
    const query = {
      userid: user,
      template_name: templateName,
      start_time: since - 120_000,
      end_time: since + 120_000,
    };
    const listed = await expectAmong(() => reports(query), id, 'report/list');
    expect(filled(listed)).toEqual(filledOf(draft));
    expectInOrder(listed);
    expect(listed).toMatchObject({ template_name: template.name, creator_id: user });
    await expectFilters(reports, id, query, operator);

    // summed up: the same report without its contents
    const summary = await expectAmong(() => summaries(query), id, 'report/simplelist');
    expect(essentials(listed)).toEqual(essentials(summary));
    await expectFilters(summaries, id, query, operator);

    // received: by everyone addressed, and by nobody else but the author and the template's default receivers
    await expectReceivers(id, to, mayReceive(template, user));

    // reacted to: by nobody who has not received it, and with comments only from those who commented
    await expectReactions(id, [...to, ...mayReceive(template, user)]);
    covers(...coveredBy(row));
  });

  it('shows the same people and comments however it is paged', async () => {
    const commented = await commentedReports();

    await Promise.all(commented.map(expectComments));

    await Promise.all(commented.map(({ id }) => expectSamePages(id)));
    covers(...coveredByPaging);
  });
});
