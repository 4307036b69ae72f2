import { createReport } from '../../schemas';
import { reportRows, textsFor } from '../../fixtures/report/lifecycle.cases';
import { coveredBy, coveredByList, coveredByNobody } from '../../fixtures/report/lifecycle.covers';
import { aReport } from '../../fixtures/report/report';
import { covers } from '../support/coverage';
import { aDraft, madeSince } from '../support/report/report-drafts';
import { expectFilters } from '../support/report/filters';
import { expectSameSaid } from '../support/report/lists';
import { expectNoReactions, expectReceivers, mayReceive } from '../support/report/people';
import {
  expectAmong,
  expectInOrder,
  expectFilled,
  reports,
  summaries,
  theTemplate,
} from '../support/report/reports';
import { shared } from '../support/shared';
import { api, aTag, operator, user } from '../support/tenant';

const newReport = shared('a new report', async () => {
  const query = madeSince(Date.now());
  const { result: id } = await api.must(createReport, { create_report_param: await aDraft(aTag()) });
  return { id, query };
});

describe('report: a report from its template to its comments', () => {
  it.each(reportRows)('keeps one $when', async (row) => {
    const template = await theTemplate();
    const people = { user, operator };
    const to = row.to.map((role) => people[role]);
    const texts = textsFor(row, template.fields.length);
    const draft = aReport({ author: user, template, to }, texts);
    const query = madeSince(Date.now());

    const { result: id } = await api.must(createReport, { create_report_param: draft });

    // listed: with every content in its order, for its author, template and window
    const listed = await expectAmong(() => reports(query), id, 'report/list');
    expectFilled(listed, draft);
    expectInOrder(listed);
    expect(listed).toMatchObject({ template_name: template.name, creator_id: user });

    // summed up: the same report without its contents
    const summary = await expectAmong(() => summaries(query), id, 'report/simplelist');
    expectSameSaid({ short: [summary], whole: [listed] });

    // received: by everyone addressed, and by nobody else but the author and the template's default receivers
    await expectReceivers(id, to, mayReceive(template, user));
    covers(...coveredBy({ texts }));
  });

  it.each([
    { list: 'list', read: reports },
    { list: 'simplelist', read: summaries },
  ] as const)('shows one in report/$list to its author, template and window only', async ({ list, read }) => {
    const { id, query } = await newReport();

    await expectFilters(read, id, query);

    covers(...coveredByList(list));
  });

  it('shows no reader, commenter, liker and comment of a new one', async () => {
    const { id } = await newReport();

    await expectNoReactions(id);

    covers(...coveredByNobody);
  });
});
