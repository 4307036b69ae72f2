import { listReports } from '../../schemas';
import { aReportQuery, filterRows } from '../../fixtures/report/list.cases';
import { nearNames } from '../../fixtures/near-misses';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { aDraft, written } from '../support/report/report-drafts';
import {
  expectFilter,
  expectModificationFilter,
  expectNothingBeyond,
  expectSameByPages,
  idsOf,
} from '../support/report/lists';
import { sampleOf } from '../support/report/windows';
import { expectFilled, reportPages, reports } from '../support/report/reports';
import { shared } from '../support/shared';
import { api, aTag, operator, templateName, user } from '../support/tenant';

const modified = { modified_start_time: 1_000_000_000_000, modified_end_time: Date.now() + 60_000 };
const complete = aReportQuery({ userid: user, template_name: templateName, ...modified });

const longReport = shared('a report of 1000 characters to the operator', async () => {
  const draft = await aDraft(`### ${aTag()} 🚀\n\n> `.padEnd(1000, '长'), [operator]);
  return { draft, report: await written(draft) };
});

describe('report/list', () => {
  it('R2: it lists reports by author, not by receiver', async () => {
    const { report_id: id, create_time: at } = (await longReport()).report;

    const ofReceiver = await reports({ userid: operator, start_time: at - 60_000, end_time: at + 60_000 });

    expect(ofReceiver.map(({ report_id }) => report_id)).not.toContain(id);
    covers('report/list?userid');
  });

  it.each(filterRows(user, templateName))('R3: it lists the reports $when', async ({ filter }) => {
    await expectFilter(reports, filter);

    covers(...Object.keys(filter).map((name) => `report/list?${name}`));
  });

  it('R4: a key that nobody knows is ignored', async () => {
    const { query, whole } = await sampleOf(reports);

    const withKey = { ...query, cursor: 0, size: 20, api_suite: 1 };
    const { result } = await api.must(listReports, withKey);

    expect(idsOf(whole)).toEqual(expect.arrayContaining(idsOf(result.data_list)));
    expect(result.data_list).toHaveLength(Math.min(20, whole.length));
  });

  it.each(nearNames(templateName))('R5: $what finds no report', async ({ name }) => {
    const found = await reports(aReportQuery({ userid: user, template_name: name }));

    expect(found.map(({ template_name }) => template_name)).not.toContain(templateName);
    covers('report/list?template_name');
  });

  it('R14: a text of 1000 characters is shown whole', async () => {
    const { draft, report } = await longReport();

    expectFilled(report, draft);
    covers('report/list#result.data_list[].contents[].value');
  });

  it('R7: an item has the name of its template, and no id of it', async () => {
    const { report } = await longReport();

    expect(report).toMatchObject({ template_name: templateName });
    expectWithout(listReports.id, report, ['template_id']);
    covers('report/list#result.data_list[].template_name', 'report/list#result.data_list[].contents[].value');
    covers('report/list#result.data_list[].report_id', 'report/list#result.data_list[].contents[].key');
    covers(
      'report/list#result.data_list[].contents[].sort',
      'report/list#result.data_list[].contents[].type',
    );
  });

  it('R11: the filters by modification let in what was modified between them', async () => {
    await expectModificationFilter();

    covers('report/list?modified_start_time', 'report/list?modified_end_time');
    covers('report/list#result.data_list[].modified_time');
  });

  it('R13: pages of any size, the last one full or of one, hold the same reports', async () => {
    await expectSameByPages(reportPages);
    await expectNothingBeyond(reports);

    covers('report/list?cursor', 'report/list?size', 'report/list#result.size');
    covers('report/list#result.has_more', 'report/list#result.next_cursor');
  });

  contractCases(listReports, { complete, rules: { 'too long a window': 'R10' } });

  limitCases(listReports, { complete, unfiltered: aReportQuery(), rule: 'R12' });
});
