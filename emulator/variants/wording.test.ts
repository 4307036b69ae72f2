import { listCategories, listOnJobEmployees, listTopTen } from '../../schemas/index';
import { useVariant } from '../testing/use-variant';

const operation_userid = 'manager4220';

describe('The variant talkative', () => {
  const visitor = useVariant('talkative');

  it('adds fields at every level', async () => {
    const { body } = await visitor().send(listCategories, { operation_userid });

    expect(body).toHaveProperty('extInfo');
    expect(body).toHaveProperty('result.0.extInfo');
  });
});

describe('The variant terse', () => {
  const visitor = useVariant('terse');

  it('leaves errmsg and optional fields out of a success', async () => {
    const { body } = await visitor().send(listTopTen, { userid: operation_userid });

    expect(Object.keys(body).sort()).toEqual(['blackboard_list', 'errcode', 'request_id']);
    expect(body).not.toHaveProperty('blackboard_list.0.id');
  });

  it('keeps the cursor of a page that is not the last', async () => {
    const { body } = await visitor().send(listOnJobEmployees, { status_list: '2,3', offset: 0, size: 5 });

    expect(body).toHaveProperty('result.next_cursor', 5);
  });

  it('keeps the codes of a refusal, and words it otherwise', async () => {
    const { body } = await visitor().raw('POST', listTopTen.path);

    expect(body).toMatchObject({ errcode: 88, sub_code: '40000' });
    expect(body.errmsg).toBe('ding talk error[subcode=40000,submsg=请求未能完成]');
  });
});

describe('The variant shuffled', () => {
  const visitor = useVariant('shuffled');

  it('reverses keys, and brings the same list in another order', async () => {
    const ask = () => visitor().send(listOnJobEmployees, { status_list: '2,3,5,-1', offset: 0, size: 50 });

    const [first, second] = [await ask(), await ask()];

    expect(Object.keys(first.body).at(-1)).toBe('errcode');
    expect(second.body.result).not.toEqual(first.body.result);
  });
});
