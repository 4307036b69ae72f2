import type { Exchange } from '../../client/exchange';
import { diagnose, type Diagnosis } from '../doctor/diagnose';
import { diagnosisText } from '../doctor/table';
import type { Call, Layer } from '../../emulator/call';
import { getBlackboard, listTopTen } from '../../schemas';
import { nobodysId } from '../../fixtures/requests';
import { answered, answering, bare, checkOf as check, ofV1 } from '../testing/answering';
import { useTenant } from '../testing/use-tenant';

/** Refuses every call but those for tokens, in the envelope of the gateway. */
const refusing =
  (oapi: string | undefined, api: string | undefined, tokensToo = false): Layer =>
  (endpoint, call, next) => {
    const code = endpoint.gateway === 'api' ? api : oapi;
    if (code === undefined || (endpoint.id.startsWith('token/') && !tokensToo)) return next(call);
    if (endpoint.gateway === 'api') return answered(ofV1(code), 400);
    const [errcode, sub_code] = code.split('/');
    if (endpoint.id === 'token/get') return answered({ errcode: Number(errcode), errmsg: '拒绝' });
    return answered({ ...bare(Number(errcode)), ...(sub_code && { sub_code }) });
  };

const reversed = (token = ''): string => token.split('').reverse().join('');
const asOther = ({ query, ...call }: Call): Call => ({
  ...call,
  query: { ...query, access_token: reversed(query.access_token) },
});

/** Each generation has a token of its own, which only its gateway takes. */
const twoTokens: Layer = async (endpoint, call, next) => {
  if (endpoint.id === 'token/get') {
    const reply = await next(call);
    const body = reply.body as { access_token?: string };
    return { ...reply, body: { ...body, access_token: reversed(body.access_token) } };
  }
  return next(endpoint.gateway === 'oapi' ? asOther(call) : call);
};

/** oapi takes the token of v1.0 only. */
const currentOnly = answering(/^token.get/, {
  ...{ errcode: 0, access_token: '0'.repeat(32), expires_in: 7200 },
});
const tenant = useTenant();

describe('A token that is refused as soon as it was given', () => {
  it.each([
    { what: 'by both gateways', layer: refusing('88/40014', 'InvalidAuthentication'), exitStatus: 2 },
    { what: 'by oapi', layer: refusing('88/40014', undefined), exitStatus: 1 },
    { what: 'by v1.0', layer: refusing(undefined, 'InvalidAuthentication'), exitStatus: 1 },
    {
      what: 'for it did not arrive',
      layer: refusing('88/40000', 'AuthenticationFailed.MissingParameter'),
      exitStatus: 2,
    },
  ])('$what names the likely causes, at four counted calls at most', async ({ layer, exitStatus }) => {
    const connection = await tenant([layer, twoTokens]);

    const found = await diagnose(connection);
    const spent = connection.exchanges.filter(isTokenRefused);

    expect(found.exitStatus).toBe(exitStatus);
    expect(check(found, 'token')?.todo).toMatch(/DINGTALK_\w+_URL.*proxy.*other program.*版本管理与发布/);
    expect(spent.length).toBeLessThanOrEqual(4);
  });

  it('is none where each generation has a token of its own', async () => {
    expect(await diagnose(await tenant([twoTokens]))).toMatchObject({ exitStatus: 0 });
  });

  it('is no matter where the gateway takes the other generation of tokens', async () => {
    const found = await diagnose(await tenant([currentOnly]));

    expect(check(found, 'token')).toMatchObject({ status: 'ok' });
    expect(found.exitStatus).toBe(0);
  });
});

describe('tokens-per-gateway: a tenant whose generations have tokens of their own', () => {
  it.each([{ layer: twoTokens }, { layer: currentOnly }])(
    'is spoken to with the right ones',
    async ({ layer }) => {
      const { client, tenant: company } = await tenant([layer]);
      const { operator, user } = company.people;

      const old = await client.send(listTopTen, { userid: user });
      const current = await client.send(getBlackboard, {
        blackboardId: nobodysId,
        operationUserId: operator,
      });

      expect(old).toMatchObject({ refused: false });
      expect(current).not.toMatchObject({ code: 'InvalidAuthentication' });
    },
  );
});

describe('A doctor that says that a run cannot start', () => {
  const codes = {
    oapi: [
      '88/40014',
      '88/90018',
      '-1',
      '15/isp.-1',
      '90020',
      '88/60011',
      '88/50004',
      '88/60020',
      '22',
      '404',
      '88/77777',
    ],
    api: [
      'serviceBusy',
      'Forbidden.AccessDenied.QpsLimitForApi',
      'corpNotOpenHrm',
      'InvalidAction.NotFound',
      'what',
    ],
  };
  const rows = [
    ...codes.oapi.map((oapi) => ({ oapi, api: 'Forbidden.AccessDenied.QpsLimitForApi', tokensToo: false })),
    ...codes.api.map((api) => ({ oapi: '22', api, tokensToo: false })),
    ...['-1', '90004', '40096', '60020', '50003', '77777'].map((oapi) => ({
      oapi,
      api: 'unknownError',
      tokensToo: true,
    })),
  ];

  it.each(rows)(
    'names something to do: $oapi and $api, for tokens too: $tokensToo',
    async ({ oapi, api, tokensToo }) => {
      jest.spyOn(globalThis, 'setTimeout').mockImplementation(soon);
      const found = await diagnose(await tenant([refusing(oapi, api, tokensToo)]), { isBrief: true });
      jest.restoreAllMocks();

      expect(isAdvised(found)).toBe(true);
    },
  );
});

// What is waited out need not be waited for here; the deadline of a call stays.
const timers = globalThis.setTimeout;
const soon = ((act: () => void, ms = 0) =>
  timers(act, ms >= 500 && ms < 9_000 ? 1 : ms)) as typeof setTimeout;

const isTokenRefused = ({ counted, outcome }: Exchange): boolean =>
  counted && /40014|88\/40000|InvalidAuth|MissingParam/.test(outcome);

function isAdvised(found: Diagnosis): boolean {
  return found.exitStatus !== 2 || /^ +-> .{20}/m.test(diagnosisText(found, 'en'));
}
