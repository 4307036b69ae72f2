import { createReport } from '../../schemas';
import { aReport } from '../../fixtures/report/report';
import { covers } from '../support/coverage';
import { expectAmong, reports } from '../support/report/reports';
import { expectSameDefaults } from '../support/report/template-defaults';
import { expectFetched, fetched, templateByCode } from '../support/report/templates';
import { api, aTag, templateName, user } from '../support/tenant';

describe('report: the templates of a user', () => {
  it('finds every template that the user sees by its name, under its code', async () => {
    covers('report/template-listbyuserid/R4', 'report/template-getbyname/R2', 'report/template-getbyname/R7');
    covers('report/template-getbyname/R8', 'report/template-listbyuserid#result.template_list[].report_code');
    covers('report/template-listbyuserid#result.template_list[].name');
    covers('report/template-getbyname#result.id', 'report/template-getbyname#result.name');

    for (const one of await fetched()) expectFetched(one);
  });

  it('shows to two people the same default receivers and groups of a template', async () => {
    await expectSameDefaults(await fetched());
  });

  it('takes the code and the fields of a template for a report on it', async () => {
    covers('report/template-listbyuserid/R4', 'report/template-getbyname/R8');
    covers('report/template-getbyname/R9');
    const template = await templateByCode();
    const since = Date.now();

    const draft = aReport({ author: user, template, to: [] }, [`模板测试 ${aTag()}`]);
    const { result: id } = await api.must(createReport, { create_report_param: draft });

    const query = { userid: user, start_time: since - 120_000, end_time: since + 120_000 };
    const listed = await expectAmong(() => reports(query), id, 'report/list');
    expect(listed.template_name).toBe(templateName);
  });
});
