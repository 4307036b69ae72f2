import { getToken } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { incompleteCredentials } from '../../fixtures/token/credentials.cases';
import { covers } from '../support/coverage';
import { api, app } from '../support/tenant';
import { expectAcceptedByBoth } from '../support/token-use';

const endpoint: Endpoint = getToken;

describe('token/get', () => {
  it('R1 and R2: gives the same token again while it is valid, for two hours at most', async () => {
    const credentials = { appkey: app.key, appsecret: app.secret };
    const first = await api.must(getToken, credentials);

    const again = await api.must(getToken, credentials);

    expect({ 'the same token': again.access_token === first.access_token }).toEqual({
      'the same token': true,
    });
    expect(again.expires_in).toBeLessThanOrEqual(7200);
    expect(again.expires_in).toBeGreaterThan(0);
    covers('token/get?appkey', 'token/get?appsecret', 'token/get#expires_in', 'token/get#access_token');
  });

  it('R6, R10 and R12: still gives a token, to a call without one, that both gateways accept', async () => {
    const { access_token: token } = await api.must(getToken, { appkey: app.key, appsecret: app.secret });

    await expectAcceptedByBoth(token);
  });

  it('R11: a refusal has a code and a text, and nothing else', async () => {
    const reply = await api.send(getToken, { appkey: app.key, appsecret: 'not-the-secret-of-this-app' });

    expect(Object.keys(reply.body).sort()).toEqual(['errcode', 'errmsg']);
  });

  it('refuses a wrong secret', async () => {
    const reply = await api.send(getToken, { appkey: app.key, appsecret: 'not-the-secret-of-this-app' });

    expect(reply).toBeRefused('40096');
    covers('token/get!40096');
  });

  it('refuses an unknown app', async () => {
    const reply = await api.send(getToken, { appkey: 'ding0000000000000000', appsecret: app.secret });

    expect(reply).toBeRefused('40096');
    covers('token/get!40096');
  });

  it.each(incompleteCredentials(app))('refuses a call $when', async ({ request, code, covers: ids }) => {
    const reply = await api.send(endpoint, request);

    expect(reply).toBeRefused(code);
    covers(...ids);
  });
});
