import { listReportSummaries } from '../../schemas';
import { aReportQuery, filterRows, listRowsOf } from '../../fixtures/report/list.cases';
import { nearNames } from '../../fixtures/near-misses';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import { eventually } from '../support/eventually';
import {
  expectAnswered,
  expectNotHonoured,
  expectRefused,
  expectSameAnswer,
  expectWindowRefused,
} from '../support/generated';
import { aDraft, written } from '../support/report-drafts';
import { expectAuthorNamed } from '../support/names';
import { mustIfPermitted } from '../support/permitted';
import { expectEdges, expectFilter, expectSameSaid, idsOf } from '../support/report-lists';
import { essentials, expectAmong, reports, summaries } from '../support/reports';
import { aTag, templateName, user } from '../support/tenant';

const rows = listRowsOf(listReportSummaries, { userid: user, template_name: templateName });
const ofUser = { userid: user, template_name: templateName };

describe('report/simplelist', () => {
  it('R2: it lists what report/list lists, without contents and modification', async () => {
    const report = await written(await aDraft(aTag()));
    const query = { ...aReportQuery(ofUser), end_time: Date.now() + 120_000 };

    const summary = await expectAmong(() => summaries(query), report.report_id, 'report/simplelist');

    expect(essentials(summary)).toEqual(essentials(report));
    expect(summary).not.toHaveProperty('contents');
    expect(summary).not.toHaveProperty('modified_time');
    await expectAuthorNamed([summary, report]);
    covers(...['list', 'simplelist'].map((list) => `report/${list}#result.data_list[].dept_name`));
  });

  it.each(filterRows(user, templateName))('R3: it lists the reports $when', async ({ filter }) => {
    await expectFilter(summaries, filter);

    covers(...Object.keys(filter).map((name) => `report/simplelist?${name}`));
  });

  it.each(nearNames(templateName))('R3: $what finds no report, as in report/list', async ({ name }) => {
    const found = await summaries(aReportQuery({ userid: user, template_name: name }));

    expect(found.map(({ template_name }) => template_name)).not.toContain(templateName);
    covers('report/simplelist?template_name');
  });

  it('R7: page by page it lists the reports that report/list lists', async () => {
    await eventually('both lists to hold the same reports', async () => {
      const query = aReportQuery(ofUser);
      expect(idsOf(await summaries(query))).toEqual(idsOf(await reports(query)));
    });

    covers('report/simplelist?cursor', 'report/simplelist#result.data_list[].report_id');
    covers('report/simplelist#result.has_more', 'report/simplelist#result.next_cursor');
  });

  it('R2: it says of every report, whoever wrote it, what report/list says of it', async () => {
    await expectSameSaid(aReportQuery({ size: 20 }));

    covers(...['list', 'simplelist'].map((list) => `report/${list}#result.data_list[].creator_name`));
  });

  it.each([1, 3, 20])('answers with the size %i that was asked for', async (size) => {
    const { result } = await mustIfPermitted(listReportSummaries, aReportQuery({ ...ofUser, size }));

    expect(result).toMatchObject({ size });
    covers('report/simplelist#result.size');
  });

  it('R7: a last page may be exactly full, and may hold a single report', async () => {
    await expectEdges(summaries, aReportQuery(ofUser));

    covers('report/simplelist#result.has_more');
  });

  it.each(rows.refused)('refuses a query in which $when', async (row) => {
    await expectRefused(listReportSummaries, row);
  });

  it.each(rows.tooLong)('R5: refuses a query in which $when', async (row) => {
    await expectWindowRefused(listReportSummaries, row);
  });

  it.each(rows.over)('R6: shows no more than it may where $when', async (row) => {
    await expectNotHonoured(listReportSummaries, row);
  });

  it.each(rows.accepted)('answers a query in which $when', async (row) => {
    await expectAnswered(listReportSummaries, row);
  });

  it.each(otherWaysOf(listReportSummaries))(
    'gives the same answer when it is asked in $way',
    async ({ as }) => {
      await expectSameAnswer(listReportSummaries, aReportQuery(ofUser), as);
    },
  );
});
