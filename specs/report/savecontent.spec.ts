import { saveReportContent } from '../../schemas';
import { draftRows } from '../../fixtures/report/savecontent.cases';
import { wrongDrafts, wrongReport } from '../../fixtures/report/create.cases';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import { aSavedDraft, expectFreshId, expectNotReported } from '../support/drafts';
import { expectRefused } from '../support/generated';
import { api } from '../support/tenant';
import { isOneWayOfAsking } from '../support/variation';

describe('report/savecontent', () => {
  it('R2: creates no report', async () => {
    covers('report/savecontent?create_report_param');
    const since = Date.now();
    const { draft, tag } = await aSavedDraft('完成了接口测试');

    const { result: id } = await api.must(saveReportContent, { create_report_param: draft });

    await expectNotReported({ id, tag, since });
  });

  it('R5: gives each draft an id of its own that begins with its time', async () => {
    covers('report/savecontent#result');
    const { draft } = await aSavedDraft('整理报告');

    const { result: first } = await api.must(saveReportContent, { create_report_param: draft });
    const { result: second } = await api.must(saveReportContent, { create_report_param: draft });

    expectFreshId(first);
    expectFreshId(second);
    expect(second).not.toBe(first);
  });

  it.each(draftRows)('R6: takes contents that follow the template $when', async ({ text }) => {
    covers('report/savecontent?create_report_param.contents[].type=1');
    covers('report/savecontent?create_report_param.contents[].content_type=markdown');
    const { draft } = await aSavedDraft(text);

    const reply = await api.send(saveReportContent, { create_report_param: draft });

    expect(reply).not.toBeRefused();
  });

  it.each(wrongDrafts)('refuses a request in which $when', async ({ when }) => {
    const { draft } = await aSavedDraft('不完整');

    await expectRefused(saveReportContent, wrongReport(when, draft, saveReportContent));
  });

  it.each(otherWaysOf(saveReportContent))('saves as well when it is asked in $way', async ({ as }) => {
    isOneWayOfAsking();
    const { draft } = await aSavedDraft('另一种写法');

    const { result } = await api.must(saveReportContent, { create_report_param: draft }, { as });

    expectFreshId(result);
  });
});
