import { listCategories } from '../../schemas';
import { builtIn } from '../../fixtures/blackboard/category-list.cases';
import { categories, categoriesAnswer, expectWellFormed } from '../support/blackboard/categories';
import { contractCases } from '../support/contract-cases';
import { covers } from '../support/coverage';
import { expectNames, expectWithout } from '../support/envelopes';
import { bodyOf } from '../support/permitted';
import { api, user } from '../support/tenant';
import { expectRefusedToUser } from '../support/blackboard/ordinary';

describe('blackboard/category-list', () => {
  it('R2 and R3: refuses somebody who is no administrator of announcements, with success false and no result, and its code in errcode', async () => {
    covers('blackboard/category-list?operation_userid', 'blackboard/category-list#success', 'gateway/G7');

    const reply = await api.send(listCategories, { operation_userid: user });

    await expectRefusedToUser(reply);
    expectNames(reply, { has: ['errcode'], lacks: ['sub_code'] });
  });

  it.each(builtIn)('R5: shows the built-in category %s', async (name) => {
    covers('blackboard/category-list#result[].name');

    const names = (await categories()).map((category) => category.name);

    expect(names).toContain(name);
  });

  it('R6: shows all of them at once', async () => {
    await categories();

    const { result, ...envelope } = bodyOf(listCategories, (await categoriesAnswer()).reply);

    expect(result.length).toBeGreaterThan(0);
    expectWithout(listCategories.id, envelope, ['next_cursor', 'has_more', 'total', 'page']);
  });

  it('R8: writes ids as 32 hex characters, each once', async () => {
    covers('blackboard/category-list#result[].id');

    expectWellFormed(await categories());
  });

  contractCases(listCategories, { plain: categoriesAnswer });
});
