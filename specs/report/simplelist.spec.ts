import { listReportSummaries } from '../../schemas';
import { aReportQuery, filterRows } from '../../fixtures/report/list.cases';
import { nearNames } from '../../fixtures/near-misses';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { fact, inferred } from '../support/evidence';
import { againstKnown } from '../support/eventually';
import { expectAuthorNamed } from '../support/names';
import {
  expectFilter,
  expectNothingBeyond,
  expectSameByPages,
  expectSameSaid,
  idsOf,
  inBothLists,
} from '../support/report/lists';
import { summaries, summaryPages } from '../support/report/reports';
import { shared } from '../support/shared';
import { templateName, user } from '../support/tenant';

const complete = aReportQuery({ userid: user, template_name: templateName });
const both = shared('a window in both lists', inBothLists);

describe('report/simplelist', () => {
  it('R2: an item has neither contents nor modified_time', async () => {
    const { short } = await both();

    for (const summary of short)
      expectWithout(listReportSummaries.id, summary, ['contents', 'modified_time']);
  });

  it('R2: it says of every report, whoever wrote it, what report/list says of it', async () => {
    expectSameSaid(await both());

    for (const list of ['list', 'simplelist'])
      covers(`report/${list}#result.data_list[].dept_name`, `report/${list}#result.data_list[].creator_name`);
  });

  it('names the author of a report as the template does, as report/list', async () => {
    const { short, whole } = await both();

    await expectAuthorNamed([...short, ...whole].filter(({ creator_id: author }) => author === user));
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

  it('lists the reports that report/list lists', async () => {
    const { read, ...known } = await both();

    await fact(inferred(listReportSummaries.id, 'it lists the reports that report/list lists'), () =>
      againstKnown('both lists to hold the same reports', { known, read }, ({ short, whole }) => {
        expect(idsOf(short)).toEqual(idsOf(whole));
      }),
    );

    covers('report/simplelist#result.data_list[].report_id');
  });

  it('R7: pages of any size, the last one full or of one, hold the same reports', async () => {
    await expectSameByPages(summaryPages);
    await expectNothingBeyond(summaries);

    covers('report/simplelist?cursor', 'report/simplelist?size', 'report/simplelist#result.size');
    covers('report/simplelist#result.has_more', 'report/simplelist#result.next_cursor');
  });

  contractCases(listReportSummaries, { complete, rules: { 'too long a window': 'R5' } });

  limitCases(listReportSummaries, { complete, unfiltered: aReportQuery(), rule: 'R6' });
});
