import { listDismissedEmployees, listTopTen } from '../schemas/index';
import { useEmulator } from './testing/use-emulator';

const orders = [
  { order: 'token-first', of: { 'a wrong token': 'token', 'an app without permission': 'permission' } },
  { order: 'permission-last', of: { 'a wrong token': 'token', 'an app without permission': 'parameters' } },
  {
    order: 'parameters-first',
    of: { 'a wrong token': 'parameters', 'an app without permission': 'parameters' },
  },
] as const;
const gateways = [
  { choice: 'topapi/order', endpoint: listTopTen, query: '', wrongToken: '40014', noPermission: '60011' },
  {
    choice: 'v1/order',
    endpoint: listDismissedEmployees,
    query: 'maxResults=many&',
    wrongToken: 'InvalidAuthentication',
    noPermission: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  },
] as const;
const rows = orders.flatMap(({ order, of }) =>
  gateways.flatMap((gateway) =>
    Object.entries(of).map(([mistake, refusedFor]) => ({ ...gateway, order, mistake, refusedFor })),
  ),
);

/** Sends parameters that will not do with a token that is wrong, or with that of an app without permissions. */
describe.each(rows)(
  '$choice, $order: $mistake with parameters that will not do',
  ({ choice, order, endpoint, query, mistake, refusedFor, wrongToken, noPermission }) => {
    const visitor = useEmulator({ choices: { [choice]: order } });

    async function codeOf(token: string): Promise<unknown> {
      const headers = { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': token };
      const body = endpoint.method === 'GET' ? null : '{}';
      const path = `${endpoint.path}?${query}access_token=${token}`;
      const answer = await visitor().raw(endpoint.method, path, { headers, body });
      return answer.body.sub_code ?? answer.body.code ?? answer.body.errcode;
    }

    it(`is refused for the ${refusedFor}`, async () => {
      const { app, unprivilegedApp, tenant } = visitor().emulator;
      const [good, unprivileged] = [app, unprivilegedApp].map(({ appKey }) =>
        tenant.tokens.issue(appKey, endpoint.gateway),
      ) as [string, string];
      const token = { 'a wrong token': '0'.repeat(32), 'an app without permission': unprivileged }[mistake];
      const codes = { token: wrongToken, permission: noPermission, parameters: await codeOf(good) };

      expect(await codeOf(String(token))).toBe(codes[refusedFor]);
      expect(new Set(Object.values(codes)).size).toBe(3);
    });
  },
);
