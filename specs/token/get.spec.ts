import { getToken } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { incompleteCredentials } from '../../fixtures/token/credentials.cases';
import { nearMisses } from '../../fixtures/near-misses';
import { covers } from '../support/coverage';
import { fact, inferred } from '../support/evidence';
import { expectNames } from '../support/envelopes';
import { api, app } from '../support/tenant';
import { expectAcceptedByBoth, expectAcceptedByOapi, expectSameAgain } from '../support/token-use';

const endpoint: Endpoint = getToken;

describe('token/get', () => {
  it('R1 and R2: gives the same token again while it is valid, for two hours at most', async () => {
    const credentials = { appkey: app.key, appsecret: app.secret };

    const again = await expectSameAgain(
      () => api.must(getToken, credentials),
      ({ access_token: token }) => token,
    );

    expect(again.expires_in).toBeLessThanOrEqual(7200);
    expect(again.expires_in).toBeGreaterThan(0);
    covers('token/get?appkey', 'token/get?appsecret', 'token/get#expires_in', 'token/get#access_token');
  });

  it('R10 and R12: still gives a token, to a call without one, that its own gateway accepts', async () => {
    const credentials = { appkey: app.key, appsecret: app.secret };

    await expectAcceptedByOapi(async () => (await api.must(getToken, credentials)).access_token);
  });

  it('R6: gives a token that both gateways accept', async () => {
    const credentials = { appkey: app.key, appsecret: app.secret };

    await expectAcceptedByBoth(async () => (await api.must(getToken, credentials)).access_token);
  });

  it('R9: does not read the credentials from a form', async () => {
    const posted = { ...getToken, method: 'POST' as const };

    const reply = await api.send(posted, { appkey: app.key, appsecret: app.secret }, { as: 'form' });

    // Only the form of a GET was looked at.
    fact(inferred(getToken.id, 'a form that is posted is not read'), () => {
      expect(reply).toBeRefused();
    });
  });

  it('R11: a refusal has a code and a text, without request_id, success and sub_code', async () => {
    const reply = await api.send(getToken, { appkey: app.key, appsecret: 'not-the-secret-of-this-app' });

    expectNames(reply, { has: ['errcode', 'errmsg'], lacks: ['request_id', 'success', 'sub_code'] });
  });

  it('refuses a wrong secret', async () => {
    const reply = await api.send(getToken, { appkey: app.key, appsecret: 'not-the-secret-of-this-app' });

    expect(reply).toBeRefused('40096');
    covers('token/get!40096');
  });

  it.each(nearMisses)('refuses the right secret $when', async ({ spoil }) => {
    const reply = await api.send(getToken, { appkey: app.key, appsecret: spoil(app.secret) });

    expect(reply).toBeRefused('40096');
    covers('token/get!40096');
  });

  it('refuses an unknown app', async () => {
    const reply = await api.send(getToken, { appkey: 'ding0000000000000000', appsecret: app.secret });

    expect(reply).toBeRefused('40096');
    covers('token/get!40096');
  });

  it.each(incompleteCredentials(app))(
    'refuses a call $when',
    async ({ when, request, code, source, covers: ids }) => {
      const reply = await api.send(endpoint, request);

      fact({ endpoint: endpoint.id, says: `a call ${when} is refused`, source }, () => {
        expect(reply).toBeRefused(code);
      });
      covers(...ids);
    },
  );
});
