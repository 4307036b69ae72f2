import { isSuccess } from '../../emulator/layers';
import { endpoints } from '../../schemas';
import type { Endpoint, KnownError } from '../../schemas/endpoint';
import { codeOf } from '../../schemas/evidence';
import { familyOf, gatewayFacts } from '../../schemas/gateways';
import { envelope, faultsOf, type Fault, type Row } from './fault';
import { refused, replied, without } from './layers';

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

function withAnotherStatus(error: KnownError): Row {
  const { code = '', httpStatus = 400, source } = error;
  const status = httpStatus === 401 ? 400 : 401;
  return envelope(`${code} with HTTP status ${status}`, [`!${codeOf(error)}`], {
    source,
    layer: replied((reply, body) => (!isSuccess(reply) && body.code === code ? { ...reply, status } : reply)),
  });
}

const withoutText = envelope('a refusal without errmsg', ['G2', 'refused'], {
  layer: refused((body) => without(body, 'errmsg')),
});

const ofTokenWithoutText = envelope('a refused token has no errmsg', ['!88/40014', '!88/40000'], {
  layer: refused((body) => (/^(40000|40014)$/.test(String(body.sub_code)) ? without(body, 'errmsg') : body)),
});

/** Endpoint by endpoint, refusals that lack a text, and refusals of v1.0 with another HTTP status than the one that comes with their code. */
export const faults: readonly Fault[] = endpoints.flatMap((endpoint) => {
  const family = familyOf(endpoint);
  if (family === 'v1') return faultsOf(endpoint.id, refusalsOf(endpoint).map(withAnotherStatus));
  return faultsOf(endpoint.id, [family === 'topapi' ? ofTokenWithoutText : withoutText]);
});
