import { attachment, label, parameter } from 'allure-js-commons';
import { getTemplateByName, listOnJobEmployees } from '../../../schemas';
import { api, operator, templateName, user } from '../../../specs/support/tenant';

describe('a careless suite about people', () => {
  it(`has one, ${user}, in its title`, async () => {
    const { result } = await api.must(listOnJobEmployees, { status_list: '2,3', offset: 0, size: 20 });
    const text = JSON.stringify({ result, deep: JSON.stringify(result) });
    console.log(text, result.data_list);
    process.stderr.write(`${operator},${(result.data_list ?? []).join(',')}\n`);
    await parameter('people', text);
    await label('owner', user);
    await attachment('people', text, 'text/plain');

    expect(result.data_list?.length).toBeGreaterThan(1);
  });

  it('shows one in a difference', async () => {
    const { result } = await api.must(getTemplateByName, { userid: user, template_name: templateName });

    expect(result).toEqual({ ...result, user_name: `${result.user_name}-` });
  });

  it('throws one', async () => {
    const { result } = await api.must(listOnJobEmployees, { status_list: '2,3', offset: 0, size: 20 });

    throw new Error(`${result.data_list?.[0]} and ${user}, ?userid=${encodeURIComponent(`,${operator}`)}`);
  });
});
