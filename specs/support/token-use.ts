import { getBlackboard, listTopTen } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { api, operator, user } from './tenant';

const refusedForItsToken = ['InvalidAuthentication', 'AuthenticationFailed.MissingParameter'];

/** Expects a token to be accepted by both gateways: in the query of oapi, and in the header of api. */
export async function expectAcceptedByBoth(token: string): Promise<void> {
  const old = await api.send(listTopTen, { userid: user }, { token });
  const request = { blackboardId: nobodysId, operationUserId: operator };
  const current = await api.send(getBlackboard, request, { token });
  // Nothing has that id, so the call is refused; what matters is that it is not refused for its token.
  const code = current.refused ? current.code : 'answered';
  expect({ oapi: old.refused ? old.code : 'answered', api: refusedForItsToken.includes(code) }).toEqual({
    oapi: 'answered',
    api: false,
  });
}
