import { getBlackboard, listTopTen } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { eventually } from './eventually';
import { api, operator, user } from './tenant';

const times = 4;
const refusedForItsToken = ['InvalidAuthentication', 'AuthenticationFailed.MissingParameter'];

/**
 * Expects asking for a token some times to give the same one, and returns the last answer: a service that changes it now and then is
 * seen as well. A token may die early meanwhile, so it may take a second look.
 */
export async function expectSameAgain<Answer>(
  fetch: () => Promise<Answer>,
  tokenOf: (answer: Answer) => string,
): Promise<Answer> {
  return eventually('the same token to be given again', async () => {
    let [last, changes] = [await fetch(), 0];
    for (let time = 1; time < times; time += 1) {
      const again = await fetch();
      if (tokenOf(again) !== tokenOf(last)) changes += 1;
      last = again;
    }
    expect({ 'the same token': changes === 0 }).toEqual({ 'the same token': true });
    return last;
  });
}

/**
 * Expects a token to be accepted by both gateways: in the query of oapi, and in the header of api. One that dies early is fetched
 * again.
 */
export async function expectAcceptedByBoth(fetch: () => Promise<string>): Promise<void> {
  await eventually('a token that both gateways accept', async () => {
    const token = await fetch();
    await expectAcceptedInQuery(token);
    const request = { blackboardId: nobodysId, operationUserId: operator };
    const reply = await api.send(getBlackboard, request, { token });
    // Nothing has that id, so the call is refused; what matters is that it is not refused for its token.
    expect({ api: reply.refused && refusedForItsToken.includes(reply.code) }).toEqual({ api: false });
  });
}

/** Expects a token to be accepted by the gateway oapi, in the query. One that dies early is fetched again. */
export async function expectAcceptedByOapi(fetch: () => Promise<string>): Promise<void> {
  await eventually('a token that oapi accepts', async () => {
    await expectAcceptedInQuery(await fetch());
  });
}

async function expectAcceptedInQuery(token: string): Promise<void> {
  const reply = await api.send(listTopTen, { userid: user }, { token });
  expect({ oapi: reply.refused ? reply.code : 'answered' }).toEqual({ oapi: 'answered' });
}
