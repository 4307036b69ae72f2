import { saveReportContent } from '../../schemas';
import { draftRows } from '../../fixtures/report/savecontent.cases';
import { covers } from '../support/coverage';
import { aSavedDraft, expectFreshId, expectNotReported } from '../support/drafts';
import { api } from '../support/tenant';

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
    const { draft } = await aSavedDraft(text);

    const reply = await api.send(saveReportContent, { create_report_param: draft });

    expect(reply).not.toBeRefused();
  });
});
