import { saveReportContent } from '../../schemas';
import { richText } from '../../fixtures/report/savecontent.cases';
import { wrongDrafts, wrongReport } from '../../fixtures/report/create.cases';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import { aSavedDraft, expectFreshId, expectId, expectNotReported } from '../support/report/drafts';
import { expectRefused } from '../support/generated';
import { shared } from '../support/shared';
import { api } from '../support/tenant';
import { isOneWayOfAsking } from '../support/variation';

const twice = shared('a draft that is saved twice', async () => {
  const since = Date.now();
  const { draft, tag } = await aSavedDraft(richText);
  const { result: first } = await api.must(saveReportContent, { create_report_param: draft });
  const { result: second } = await api.must(saveReportContent, { create_report_param: draft });
  return { since, tag, first, second };
});

describe('report/savecontent', () => {
  it('R2: creates no report', async () => {
    covers('report/savecontent?create_report_param');

    const { first: id, tag, since } = await twice();

    await expectNotReported({ id, tag, since });
  });

  it('R5: gives each draft an id of its own that begins with its time', async () => {
    covers('report/savecontent#result');

    const { first, second } = await twice();

    expectFreshId(first);
    expectFreshId(second);
    expect(second).not.toBe(first);
  });

  it('R6: takes Markdown, quotes and angle brackets in contents that follow the template', async () => {
    covers('report/savecontent?create_report_param.contents[].type=1');
    covers('report/savecontent?create_report_param.contents[].content_type=markdown');

    expect(await twice()).toHaveProperty('first');
  });

  it.each(wrongDrafts)('refuses a request in which $when', async ({ when }) => {
    const { draft } = await aSavedDraft('不完整');

    await expectRefused(saveReportContent, wrongReport(when, draft, saveReportContent));
  });

  it.each(otherWaysOf(saveReportContent))('saves as well when it is asked in $way', async ({ as }) => {
    isOneWayOfAsking();
    covers('gateway/G13', 'gateway/G14');
    const { draft } = await aSavedDraft('另一种写法');

    const { result } = await api.must(saveReportContent, { create_report_param: draft }, { as });

    expectId(result);
  });
});
