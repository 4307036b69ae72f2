import { getAccessToken } from '../../schemas';
import { nearMisses } from '../../fixtures/near-misses';
import { refusedCredentials } from '../../fixtures/token/credentials.cases';
import { covers } from '../support/coverage';
import { expectWithout } from '../support/envelopes';
import { expectRefused } from '../support/generated';
import { api, app } from '../support/tenant';
import { expectAcceptedByBoth, expectSameAgain } from '../support/token-use';

const credentials = { appKey: app.key, appSecret: app.secret };

describe('token/access-token', () => {
  it('R1 and R2: gives the same token again while it is valid, for two hours at most', async () => {
    const again = await expectSameAgain(
      () => api.must(getAccessToken, credentials),
      ({ accessToken: token }) => token,
    );

    expect(again.expireIn).toBeLessThanOrEqual(7200);
    expect(again.expireIn).toBeGreaterThan(0);
    covers('token/access-token?appKey', 'token/access-token?appSecret');
    covers('token/access-token#expireIn', 'token/access-token#accessToken');
  });

  it('R4: gives a token that both gateways accept', async () => {
    await expectAcceptedByBoth(async () => (await api.must(getAccessToken, credentials)).accessToken);
  });

  it('R5: a refusal carries a requestid', async () => {
    const reply = await api.send(getAccessToken, { ...credentials, appSecret: 'not-the-secret-of-this-app' });

    expect(reply.body).toHaveProperty('requestid');
  });

  it('R6: the answer has no envelope', async () => {
    const body = await api.must(getAccessToken, credentials);

    expectWithout(getAccessToken.id, body, ['errcode', 'errmsg', 'result']);
  });

  it('refuses a wrong secret', async () => {
    const reply = await api.send(getAccessToken, { ...credentials, appSecret: 'not-the-secret-of-this-app' });

    expect(reply).toBeRefused('invalidClientIdOrSecret');
    covers('token/access-token!invalidClientIdOrSecret');
  });

  it.each(nearMisses)('refuses the right secret $when', async ({ spoil }) => {
    const reply = await api.send(getAccessToken, { ...credentials, appSecret: spoil(app.secret) });

    expect(reply).toBeRefused('invalidClientIdOrSecret');
    covers('token/access-token!invalidClientIdOrSecret');
  });

  it('refuses an unknown app', async () => {
    const reply = await api.send(getAccessToken, { ...credentials, appKey: 'ding0000000000000000' });

    expect(reply).toBeRefused('invalidClientIdOrSecret');
  });

  it.each(refusedCredentials(app))('refuses a request in which $when', async (row) => {
    await expectRefused(getAccessToken, row);
  });

  it('refuses a form', async () => {
    const reply = await api.send(getAccessToken, credentials, { as: 'form' });

    expect(reply).toBeRefused('Missingbody');
  });
});
