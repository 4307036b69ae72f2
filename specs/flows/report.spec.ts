import { createReport } from '../../schemas';
import { reportRows, textsFor } from '../../fixtures/report/lifecycle.cases';
import { coveredBy, coveredByLists, coveredByPaging } from '../../fixtures/report/lifecycle.covers';
import { aReport } from '../../fixtures/report/report';
import { covers } from '../support/coverage';
import { expectFilters } from '../support/report-filters';
import {
  commentedReports,
  expectComments,
  expectReactions,
  expectReceivers,
  expectSamePages,
  expectSameReceivers,
  mayReceive,
} from '../support/report-people';
import { theMostCommented } from '../support/report-samples';
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

    // summed up: the same report without its contents
    const summary = await expectAmong(() => summaries(query), id, 'report/simplelist');
    expect(essentials(listed)).toEqual(essentials(summary));

    // received: by everyone addressed, and by nobody else but the author and the template's default receivers
    await expectReceivers(id, to, mayReceive(template, user));
    covers(...coveredBy(row));
  });

  it('shows one to its author, template and window only, and reactions of those only who received it', async () => {
    const template = await theTemplate();
    const draft = aReport(
      { author: user, template, to: [operator] },
      textsFor(reportRows[0], template.fields.length),
    );
    const since = Date.now();

    const { result: id } = await api.must(createReport, { create_report_param: draft });

    // listed and summed up: for its author, template and window, and for no other
    const query = {
      userid: user,
      template_name: templateName,
      start_time: since - 120_000,
      end_time: since + 120_000,
    };
    await expectAmong(() => reports(query), id, 'report/list');
    await expectFilters(reports, id, query, operator);
    await expectAmong(() => summaries(query), id, 'report/simplelist');
    await expectFilters(summaries, id, query, operator);

    // reacted to: by nobody who has not received it, and with comments only from those who commented
    await expectReactions(id, [operator, ...mayReceive(template, user)]);
    covers(...coveredByLists);
  });

  it('shows the same people and comments however it is paged', async () => {
    const commented = await commentedReports();

    await Promise.all(commented.map(expectComments));

    const id = await theMostCommented();
    await expectSamePages(id);
    await expectSameReceivers(id);
    covers(...coveredByPaging);
  });
});
