import { endpoints } from '../../schemas';
import type { Endpoint, KnownError } from '../../schemas/endpoint';
import { codeOf } from '../../schemas/evidence';
import { familyOf, gatewayFacts } from '../../schemas/gateways';
import { around, isSuccess, without, type Fault } from './fault';

type Fields = Record<string, unknown>;

const provoked = [
  'AuthenticationFailed.MissingParameter',
  'InvalidAuthentication',
  'Forbidden.AccessDenied.AccessTokenPermissionDenied',
];

// A tenant says these of itself, whatever is asked.
const unprovoked = ['corpNotOpenHrm', 'noPermission'];

// Whoever asks for a token needs none.
const isAsked = ({ id }: Endpoint, code: string): boolean =>
  !id.startsWith('token/') || !provoked.includes(code);

/** Endpoint by endpoint, refusals that lack a text, and refusals of v1.0 with another HTTP status than the one that comes with their code. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) =>
  familyOf(endpoint) === 'v1'
    ? refusalsOf(endpoint).map((error) => withAnotherStatus(endpoint, error))
    : [withoutText(endpoint)],
);

/** The refusals of an endpoint that a request can bring about, each code once. */
function refusalsOf(endpoint: Endpoint): KnownError[] {
  const isV1 = gatewayFacts.errors.filter(({ family }) => family === 'v1');
  const named = [...endpoint.errors, ...isV1.filter(({ code }) => provoked.includes(code ?? ''))];
  const byCode = new Map(named.map((error) => [codeOf(error), error]));
  return [...byCode.values()].filter(
    ({ httpStatus = 0, code = '' }) =>
      httpStatus < 500 && !unprovoked.includes(code) && isAsked(endpoint, code),
  );
}

function withAnotherStatus({ id }: Endpoint, error: KnownError): Fault {
  const { code = '', httpStatus = 400, source } = error;
  const other = httpStatus === 401 ? 400 : 401;
  return {
    id: `${id}: ${code} with HTTP status ${other}`,
    class: 'envelope',
    breaks: `${code} comes with HTTP status ${httpStatus}`,
    promises: [`${id}!${codeOf(error)}`],
    source,
    layer: around(id, async (_, call, next) => {
      const reply = await next(call);
      return !isSuccess(reply) && (reply.body as Fields).code === code ? { ...reply, status: other } : reply;
    }),
  };
}

function withoutText(endpoint: Endpoint): Fault {
  const { id } = endpoint;
  const isTopapi = familyOf(endpoint) === 'topapi';
  return {
    id: isTopapi ? `${id}: a refused token has no errmsg` : `${id}: a refusal without errmsg`,
    class: 'envelope',
    breaks: 'a refusal says in errmsg what it is about',
    promises: isTopapi ? [`${id}!88/40014`, `${id}!88/40000`] : ['gateway/G2', `${id} refused`],
    layer: around(id, async (_, call, next) => {
      const reply = await next(call);
      const body = reply.body as Fields;
      const isMeant = !isSuccess(reply) && (!isTopapi || /^(40000|40014)$/.test(String(body.sub_code)));
      return isMeant ? { ...reply, body: without(body, 'errmsg') } : reply;
    }),
  };
}
