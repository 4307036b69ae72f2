import { getAccessToken } from '../../schemas';
import { api, app } from '../support/tenant';

describe('token/access-token', () => {
  it('gives the same token again while it is valid, for two hours at most', async () => {
    const credentials = { appKey: app.key, appSecret: app.secret };
    const first = await api.must(getAccessToken, credentials);

    const again = await api.must(getAccessToken, credentials);

    expect({ 'the same token': again.accessToken === first.accessToken }).toEqual({ 'the same token': true });
    expect(again.expireIn).toBeLessThanOrEqual(7200);
    expect(again.expireIn).toBeGreaterThan(0);
  });

  it('refuses a wrong secret', async () => {
    const reply = await api.send(getAccessToken, {
      appKey: app.key,
      appSecret: 'not-the-secret-of-this-app',
    });

    expect(reply).toBeRefused('invalidClientIdOrSecret');
  });

  it('refuses an unknown app', async () => {
    const reply = await api.send(getAccessToken, { appKey: 'ding0000000000000000', appSecret: app.secret });

    expect(reply).toBeRefused('invalidClientIdOrSecret');
  });
});
