import { listTemplatesByUser } from '../../schemas';
import { beyond } from '../../fixtures/report/template-listbyuserid.cases';
import type { ListTemplatesByUserResponse } from '../../schemas/types';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import {
  expectAllWithoutUser,
  expectPartition,
  expectWellFormed,
  templatesOfUser,
} from '../support/report/templates';
import { bodyOf } from '../support/permitted';
import { api, user } from '../support/tenant';
import { otherWaysOf } from '../../fixtures/ways-of-asking';
import {
  expectRefused,
  expectSameAnswer,
  expectWithin,
  plainAnswer,
  refusedRowsOf,
} from '../support/generated';

const onePage = plainAnswer(listTemplatesByUser, { userid: user, offset: 0, size: 1 });
const resultOfOne = async (): Promise<ListTemplatesByUserResponse['result']> =>
  bodyOf(listTemplatesByUser, (await onePage()).reply).result;

describe('report/template-listbyuserid', () => {
  it('R2: shows each template once, up to a page without next_cursor', async () => {
    covers('report/template-listbyuserid/R8', 'report/template-listbyuserid#result.next_cursor');
    covers('report/template-listbyuserid?offset', 'report/template-listbyuserid?size');

    await expectPartition();
  });

  it('R5: writes codes as 32 hex characters that begin with a time, and addresses that hold them', async () => {
    covers('report/template-listbyuserid#result.template_list[].url');
    covers('report/template-listbyuserid#result.template_list[].icon_url');

    expectWellFormed(await templatesOfUser());
  });

  it('R6: shows the templates of everybody where no user is named', async () => {
    covers('report/template-listbyuserid?userid');

    await expectAllWithoutUser();
  });

  it('R7: takes a page of 1', async () => {
    covers('report/template-listbyuserid?size');

    const { template_list: list } = await resultOfOne();

    expect(list.length).toBeLessThanOrEqual(1);
  });

  it('R7: takes a page of 100', async () => {
    covers('report/template-listbyuserid?size=max');

    expect(await templatesOfUser()).toEqual(expect.any(Array));
  });

  it('R7: never honours a page of 101', async () => {
    covers('report/template-listbyuserid?size=>max');

    const reply = await api.send(listTemplatesByUser, beyond);

    expectWithin(reply, 100);
  });

  it('says nothing of has_more', async () => {
    expectWithout(listTemplatesByUser.id, await resultOfOne(), ['has_more']);
  });

  it.each(refusedRowsOf(listTemplatesByUser))('refuses a request in which $when', async (row) => {
    await expectRefused(listTemplatesByUser, row);
  });

  it.each(otherWaysOf(listTemplatesByUser))(
    'gives the same answer when it is asked in $way',
    async ({ as }) => {
      await expectSameAnswer(listTemplatesByUser, onePage, as);
    },
  );
});
