import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../schemas';
import { flows } from './flows';
import { missing, permissionsOf } from './permissions';
import type { Probe } from './probe';
import { root } from '../../config/root';

const appKey = 'ding0123456789abcdef';

function probed(id: string, outcome: object = { outcome: 'answered', body: {} }): Probe {
  const endpoint = endpoints.find((candidate) => candidate.id === id);
  return { endpoint, ...outcome } as Probe;
}

const refused = (code: string, body: object = {}): object => ({ outcome: 'refused', code, body });
const noScope = refused('88/60011', { sub_code: '60011', sub_msg: '没有调用该接口的权限' });

describe('A permission', () => {
  it.each([
    ['granted', 'the endpoint answers', { outcome: 'answered', body: {} }],
    ['granted', 'the service itself refuses', refused('400001')],
    ['granted', 'the service of the other gateway refuses', refused('badRequest')],
    ['granted', 'a parameter is refused', refused('40')],
    ['refused', 'the gateway names the permission', noScope],
    ['refused', 'it says so without 88', refused('60011')],
    ['refused', 'the other gateway says so', refused('Forbidden.AccessDenied.AccessTokenPermissionDenied')],
    ['refused', 'the product is not opened', refused('corpNotOpenHrm')],
    ['unknown', 'the IP address is refused', refused('88/60020')],
    ['unknown', 'it is throttled', refused('88/90018')],
    ['unknown', 'the token is refused', refused('InvalidAuthentication')],
    ['unknown', 'the service is busy', refused('-1')],
    ['unknown', 'the path is not served', refused('22')],
    ['unknown', 'no answer came', { outcome: 'failed', reason: 'no answer: timed out' }],
    ['unknown', 'it was not asked', { outcome: 'not asked', reason: 'there is no token' }],
  ])('is %s where %s', (status, _, outcome) => {
    expect(permissionsOf([probed('hrm/dismissions', outcome)], appKey)).toMatchObject([{ status }]);
  });

  it('that is refused comes with its code, its scope, where to apply, and what it affects', () => {
    expect(permissionsOf([probed('blackboard/update', noScope)], appKey)).toEqual([
      {
        endpoint: 'blackboard/update',
        title: '更新公告',
        status: 'refused',
        needed: true,
        scopes: ['qyapi_blackboard_manage'],
        flows: ['smoke', 'announcement'],
        code: '88',
        subCode: '60011',
        link: `https://open-dev.dingtalk.com/appscope/apply?content=${appKey}%23qyapi_blackboard_manage`,
      },
    ]);
  });

  it.each([
    { errmsg: 'ding talk error[…, {requiredScopes=[qyapi_new, qyapi_other]}]' },
    { accessdenieddetail: { requiredScopes: ['qyapi_new', 'qyapi_other'] } },
  ])('is named as the tenant names it: %j', (body) => {
    const [row] = permissionsOf([probed('report/list', refused('88/60011', body))], appKey);

    expect(row).toMatchObject({
      scopes: ['qyapi_new', 'qyapi_other'],
      link: expect.stringMatching(/%23qyapi_new$/) as string,
    });
  });

  it('whose id nobody prints has no link', () => {
    expect(permissionsOf([probed('ai/ocr', noScope)], appKey)).toEqual([
      expect.not.objectContaining({ link: expect.anything() as string }),
    ]);
  });
});

describe('A refusal has to be mended', () => {
  it.each([
    ['a current endpoint', ['report/list'], [], ['report/list']],
    [
      'both generations of one',
      ['blackboard/get', 'blackboard/get-blackboard'],
      [],
      ['blackboard/get-blackboard'],
    ],
    ['only the archived one', ['blackboard/get'], ['blackboard/get-blackboard'], []],
    ['only the current one', ['blackboard/get-blackboard'], ['blackboard/get'], []],
    ['an archived endpoint without successor', ['report/statistics'], [], []],
    ['a product that is opened apart', ['hrm/queryonjob', 'ai/ocr'], [], []],
  ])('or not, for %s', (_, without, granted, expected) => {
    const probes = [...without.map((id) => probed(id, noScope)), ...granted.map((id) => probed(id))];

    expect(missing(permissionsOf(probes, appKey)).map(({ endpoint }) => endpoint)).toEqual(expected);
  });
});

describe('The flows', () => {
  it.each(Object.entries(flows))('have %s, on endpoints that there are', (flow, ids) => {
    expect(existsSync(join(root, 'specs', 'flows', `${flow}.spec.ts`))).toBe(true);
    expect(endpoints.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
  });
});
