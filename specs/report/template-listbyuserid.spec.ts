import { listTemplatesByUser } from '../../schemas';
import { acceptedRows } from '../../fixtures/generated-limits';
import { contractCases, limitCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { listCases } from '../support/list-cases';
import { expectAllWithoutUser, expectWellFormed, templatesOfUser } from '../support/report/templates';
import { wholeAnswer } from '../support/generated';
import { bodyOf } from '../support/permitted';
import { user } from '../support/tenant';

const complete = { userid: user, offset: 0, size: 1 };
const whole = wholeAnswer(listTemplatesByUser, acceptedRows(listTemplatesByUser, complete));

describe('report/template-listbyuserid', () => {
  listCases(listTemplatesByUser, 'R2 and R8');

  it('R5: writes codes as 32 hex characters that begin with a time, and addresses that hold them', async () => {
    covers('report/template-listbyuserid#result.template_list[].url');
    covers('report/template-listbyuserid#result.template_list[].icon_url');

    expectWellFormed(await templatesOfUser());
  });

  it('R6: shows the templates of everybody where no user is named', async () => {
    covers('report/template-listbyuserid?userid');

    await expectAllWithoutUser();
  });

  it('says nothing of has_more', async () => {
    const { result } = bodyOf(listTemplatesByUser, (await whole()).reply);

    expectWithout(listTemplatesByUser.id, result, ['has_more']);
  });

  limitCases(listTemplatesByUser, { complete, unfiltered: { offset: 0, size: 1 }, rule: 'R7' });

  contractCases(listTemplatesByUser, { plain: whole });
});
