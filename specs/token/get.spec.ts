import { getToken } from '../../schemas';
import { api, app } from '../support/tenant';

describe('token/get', () => {
  it('gives the same token again while it is valid, for two hours at most', async () => {
    const credentials = { appkey: app.key, appsecret: app.secret };
    const first = await api.must(getToken, credentials);

    const again = await api.must(getToken, credentials);

    expect({ 'the same token': again.access_token === first.access_token }).toEqual({
      'the same token': true,
    });
    expect(again.expires_in).toBeLessThanOrEqual(7200);
    expect(again.expires_in).toBeGreaterThan(0);
  });

  it('refuses a wrong secret', async () => {
    const reply = await api.send(getToken, { appkey: app.key, appsecret: 'not-the-secret-of-this-app' });

    expect(reply).toBeRefused('40096');
  });

  it('refuses an unknown app', async () => {
    const reply = await api.send(getToken, { appkey: 'ding0000000000000000', appsecret: app.secret });

    expect(reply).toBeRefused('40096');
  });
});
