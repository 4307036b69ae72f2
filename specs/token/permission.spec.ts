import { getBlackboard, listTopTen } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { completeRequests, nobodysId } from '../../fixtures/requests';
import { permissionCases } from '../../fixtures/token/permission.cases';
import { tokenOf } from '../support/app-tokens';
import { bareToken, expectExpired, expectNoPermission } from '../support/unprivileged-app';
import { aTag, deptId, operator, templateName, user } from '../support/tenant';
import { isRowOf } from '../support/variation';

const tag = aTag();
const calls = completeRequests({ operator, user, templateName, deptId, tag });

describe('token: an app without permissions', () => {
  it.each(permissionCases(calls))('is refused by $id', async ({ endpoint, request, scope, refused }) => {
    isRowOf('lacking a permission', scope);

    await expectNoPermission(endpoint, request, { code: refused, tag });
  });

  it('G33: has another token than the app that has them', async () => {
    const [bare, own] = [await bareToken(), await tokenOf('token/access-token')];

    expect({ 'the same token': bare === own }).toEqual({ 'the same token': false });
  });
});

describe('token: one that has expired', () => {
  it.each<{ endpoint: Endpoint; request: object; code: string }>([
    { endpoint: listTopTen, request: { userid: user }, code: '88/40014' },
    {
      endpoint: getBlackboard,
      request: { blackboardId: nobodysId, operationUserId: operator },
      code: 'InvalidAuthentication',
    },
  ])('G38: is refused like an invalid one by $endpoint.id', async ({ endpoint, request, code }) => {
    await expectExpired(endpoint, request, code);
  });
});
