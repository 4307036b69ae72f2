import { getBlackboard } from '../../schemas/index';
import { operation_userid, receiver, useAnnouncing } from '../products/announcing';

const { visitor, announce } = useAnnouncing();
const header = 'x-acs-dingtalk-access-token';

describe('The v1.0 gateway', () => {
  it('sends the recorded headers', async () => {
    const { headers } = await visitor().raw('GET', '/v1.0/none');

    expect(Object.fromEntries(headers)).toMatchObject({
      server: 'DingTalk/1.0.0',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST, GET, OPTIONS, PUT, DELETE',
      'access-control-max-age': '172800',
      'access-control-allow-headers': `X-Requested-With, X-Sequence, _aop_secret, _aop_signature, ${header}`,
    });
  });

  it.each([
    { when: 'there is no token', headers: {}, message: `缺少参数：${header}` },
    { when: 'the token is unknown', headers: { [header]: 'x' }, message: '不合法的access_token' },
  ])('says as recorded that $when', async ({ headers, message }) => {
    const answer = await visitor().raw('GET', '/v1.0/hrm/employees/dismissions', { headers });

    expect(answer.body).toMatchObject({ message });
  });

  it('says as recorded that a parameter is missing', async () => {
    const answer = await visitor().raw('POST', '/v1.0/oauth2/accessToken');

    expect(answer.body).toMatchObject({ code: 'Missingbody', message: 'body is mandatory for this action.' });
  });

  it.each([
    { when: 'the key is unknown', given: { appKey: 'dingunknown' } },
    { when: 'the secret is wrong', given: { appSecret: 'wrong' } },
  ])('gives no token when $when', async ({ given }) => {
    const body = JSON.stringify({ ...visitor().emulator.app, ...given });

    const answer = await visitor().raw('POST', '/v1.0/oauth2/accessToken', {
      body,
      headers: { 'content-type': 'application/json' },
    });

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalidClientIdOrSecret' } });
  });
});

describe('getBlackboard', () => {
  it.each([
    { when: 'the announcement is unknown', given: { blackboardId: '0'.repeat(32) } },
    { when: 'the announcement is not named', given: { blackboardId: '' } },
    { when: 'the reader is not named', given: { operationUserId: '' } },
    { when: 'the reader is unknown', given: { operationUserId: 'nobody' } },
  ])('refuses with the documented code when $when', async ({ given }) => {
    const request = { blackboardId: await announce(), operationUserId: receiver, ...given };

    const answer = await visitor().send(getBlackboard, request);

    expect(answer).toMatchObject({ status: 400, body: { code: 'badRequest', message: 'badRequest' } });
  });

  it('refuses a stranger with the documented code', async () => {
    const request = { blackboardId: await announce({ private_level: 20 }), operationUserId: 'user123' };

    const answer = await visitor().send(getBlackboard, request);

    expect(answer).toMatchObject({ status: 403, body: { code: 'accessDenied' } });
  });

  it('names the category', async () => {
    const [, category] = visitor().emulator.tenant.categories;
    const blackboardId = await announce({ category_id: String(category?.id) });

    const answer = await visitor().must(getBlackboard, { blackboardId, operationUserId: operation_userid });

    expect(answer).toMatchObject({ categoryId: category?.id, categoryName: category?.name });
  });
});
