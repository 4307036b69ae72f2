import { getToken, listCategories, listTemplatesByUser } from '../../schemas/index';
import { useVariant } from '../testing/use-variant';

describe('The variant empty', () => {
  const visitor = useVariant('empty');

  it('has no categories and one template', async () => {
    const { result } = await visitor().must(listTemplatesByUser, {});

    expect(result.template_list).toHaveLength(1);
    expect(await visitor().must(listCategories, { operation_userid: 'manager4220' })).toMatchObject({
      result: [],
    });
  });
});

describe('The variant managing-user', () => {
  const visitor = useVariant('managing-user');

  it('lists the categories for the user, and not for just anybody', async () => {
    const [user, other] = ['014722583940217741', 'user123'];

    expect(await visitor().send(listCategories, { operation_userid: user })).toMatchObject({
      body: { errcode: 0 },
    });
    expect(await visitor().send(listCategories, { operation_userid: other })).not.toMatchObject({
      body: { errcode: 0 },
    });
  });
});

describe.each([
  { variant: 'skewed-ahead', seconds: 7 },
  { variant: 'skewed-behind', seconds: -7 },
])('The variant $variant', ({ variant, seconds }) => {
  const visitor = useVariant(variant);

  it('dates its answers by its own clock', async () => {
    const { headers } = await visitor().send(getToken, {});

    const skew = Date.parse(String(headers.get('date'))) - Date.now();
    expect(Math.abs(skew - seconds * 1000)).toBeLessThan(1500);
  });
});
