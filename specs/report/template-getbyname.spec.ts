import { getTemplateByName } from '../../schemas';
import { nearNames } from '../../fixtures/report/template-getbyname.cases';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { fact, inferred } from '../support/evidence';
import { expectMembers } from '../support/members';
import { templateAnswer, theTemplate } from '../support/report/reports';
import { expectNoTemplate, templateOf } from '../support/report/templates';
import { operator, templateName, user } from '../support/tenant';

// What the run's template has to consist of, as every template that report/create takes.
const text = 1;

describe('report/template-getbyname', () => {
  it.each(nearNames(templateName))('R2: $what finds no such template', async ({ name }) => {
    await expectNoTemplate(name, templateName);

    covers('report/template-getbyname?template_name');
  });

  it('R5: the id is 32 hex characters', async () => {
    const { id } = await theTemplate();

    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('R6: groups are left out where the template has none', async () => {
    const { default_received_convs: groups } = await theTemplate();
    fact(inferred(getTemplateByName.id, 'groups are left out where the template has none'), () => {
      expect(groups).not.toEqual([]);
    });
    covers('report/template-getbyname#result.default_received_convs');
  });

  it.each([
    { who: 'the ordinary user', userid: user, seen: theTemplate },
    { who: 'the operator', userid: operator, seen: () => templateOf(operator) },
  ])('R7: userid is the caller, $who', async ({ userid, seen }) => {
    expectMembers('report/template-getbyname#result', await seen(), { userid, name: templateName });
    covers('report/template-getbyname#result.userid', 'report/template-getbyname#result.name');
    covers('report/template-getbyname?userid');
  });

  it('R9: no two fields have the same sort or the same name, and all are texts', async () => {
    const { fields } = await theTemplate();

    expect(new Set(fields.map(({ sort }) => sort)).size).toBe(fields.length);
    expect(fields.map(({ type }) => type)).toEqual(fields.map(() => text));
    fact(inferred(getTemplateByName.id, 'no two fields have the same name'), () => {
      expect(new Set(fields.map(({ field_name }) => field_name)).size).toBe(fields.length);
    });
    covers(
      'report/template-getbyname#result.fields[].type',
      'report/template-getbyname#result.fields[].sort',
      'report/template-getbyname#result.fields[].field_name',
    );
  });

  contractCases(getTemplateByName, { plain: templateAnswer });
});
