import { getBlackboard, listTopTen } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { completeRequests, nobodysId } from '../../fixtures/requests';
import { permissionCases } from '../../fixtures/token/permission.cases';
import { tokenOf } from '../support/app-tokens';
import { bareToken, expiredToken, sendAsBareApp } from '../support/bare-app';
import { expectRefusedOrNoted } from '../support/noted';
import { api, aTag, operator, templateName, user } from '../support/tenant';
import { isRowOf } from '../support/variation';

const calls = completeRequests({ operator, user, templateName, tag: aTag() });

describe('token: an app without permissions', () => {
  it.each(permissionCases(calls))('is refused by $id', async ({ endpoint, request, scope, refused }) => {
    isRowOf('lacking a permission', scope);

    expect(await sendAsBareApp(endpoint, request)).toBeRefused(refused);
  });

  it('G33: has another token than the app that has them', async () => {
    const [bare, own] = [await bareToken(), await tokenOf('token/access-token')];

    expect({ 'the same token': bare === own }).toEqual({ 'the same token': false });
  });
});

describe('token: one that has expired', () => {
  it.each<{ endpoint: Endpoint; request: object; like: string }>([
    { endpoint: listTopTen, request: { userid: user }, like: '88/40014' },
    {
      endpoint: getBlackboard,
      request: { blackboardId: nobodysId, operationUserId: operator },
      like: 'InvalidAuthentication',
    },
  ])('G38: is refused like an invalid one by $endpoint.id', async ({ endpoint, request, like }) => {
    const reply = await api.send(endpoint, request, { token: expiredToken() });

    expectRefusedOrNoted(endpoint, reply, like, 'an expired token');
  });
});
