import { createReport } from '../../schemas';
import { badDrafts, wrongReport, wrongs } from '../../fixtures/report/create.cases';
import { aReport, inAnotherOrder } from '../../fixtures/report/report';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import { covers } from '../support/coverage';
import { fact, inferred } from '../support/evidence';
import { expectRefused } from '../support/generated';
import { aDraft, aTemplateBeyondText, mayNotBeReported, written } from '../support/report/report-drafts';
import { expectFilled } from '../support/report/reports';
import { shared } from '../support/shared';
import { api, aTag, user } from '../support/tenant';
import { isOneWayOfAsking } from '../support/variation';

// The number of its place stands before each content, with a space.
const tooLong = '工作进展顺利。'.repeat(150).slice(0, 999);

const longReport = shared('a report of 1001 characters in another order', async () => {
  // Observed: an empty list of groups is taken, and tells nobody.
  const draft = { ...inAnotherOrder(await aDraft(tooLong)), to_cids: [] };
  const contents = draft.contents.map((one) => ({ ...one, content: one.content.slice(0, 1000) }));
  return { kept: { ...draft, contents }, report: await written(draft) };
});

describe('report/create', () => {
  it('R2: a template with fields beyond text is refused', async () => {
    const template = await aTemplateBeyondText();
    const draft = aReport(
      { author: user, template, to: [] },
      template.fields.map(() => '1'),
    );

    const reply = await api.send(createReport, { create_report_param: draft });

    // What becomes of such a template the page does not say.
    fact(inferred(createReport.id, 'a template with fields beyond text is refused'), () => {
      expect(reply).toBeRefused();
    });
    covers('report/create?create_report_param.template_id');
  });

  it("R11, R17 and R18: a content of 1001 characters is cut to 1000, and the report is its author's", async () => {
    const { report } = await longReport();

    expect(report).toMatchObject({ creator_id: user });
    expect(report.contents.map(({ value = '' }) => value.length)).toEqual(report.contents.map(() => 1000));
    covers(
      'report/list/R14',
      'report/create?create_report_param.contents[].content=>max',
      'report/create#result',
    );
  });

  it('R3 and R4: contents in another order fill the fields that they name', async () => {
    const { kept, report } = await longReport();

    expectFilled(report, kept);
    covers('report/create?create_report_param.to_cids', 'report/create?create_report_param.contents');
  });

  it('R10: the id is 32 hex characters that begin with its time', async () => {
    const { report_id: id, create_time: created } = (await longReport()).report;

    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(Math.abs(Number.parseInt(id.slice(0, 11), 16) - created)).toBeLessThan(60_000);
  });

  it.each(badDrafts)('refuses a report $when, and creates none', async ({ spoil, ...row }) => {
    const text = aTag();
    mayNotBeReported(text);
    const request = { create_report_param: spoil(await aDraft(text)) };

    const when = `the report is one ${row.when}`;
    await expectRefused(createReport, { ...row, when, request, wrong: 'not listed' });
  });

  it.each(wrongs)('refuses a request in which $when, and creates nothing', async ({ when }) => {
    const text = aTag();
    mayNotBeReported(text);

    await expectRefused(createReport, wrongReport(when, await aDraft(text)));
  });

  it.each(otherWaysOf(createReport))('creates the same report when it is asked in $way', async ({ as }) => {
    isOneWayOfAsking();
    covers('gateway/G13', 'gateway/G14');
    const draft = await aDraft(aTag());

    const report = await written(draft, as);

    expectFilled(report, draft);
  });
});
