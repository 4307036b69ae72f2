import { gatewayFacts } from '../../schemas/gateways';
import { filledText, type Call } from '../call';
import type { Gateway, Parameters } from '../gateways';
import { secretHex, upperUuid } from '../ids';
import { GatewayRefusal, HttpRefusal, type Refusal } from '../refusal';

const family = gatewayFacts.families.v1;
const header = family.token.name;
const permissionDenied =
  '没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp-server/add-api-permission';

/** The paths under `/v1.0/`: HTTP status plus `code`, `message` and `requestid`, no envelope on success (observed). */
export const v1: Gateway = {
  unknownPath: (call) =>
    call.tenant.choice('v1/unknown-path') === 'token' && v1.token(call) === undefined
      ? v1.noToken()
      : notFound(),
  wrongMethod: notFound,
  // Observed: only the header counts. Assumed: a blank one counts as absent.
  token: ({ headers }) => filledText(headers[header]),
  noToken: () => refusal(400, 'AuthenticationFailed.MissingParameter', `缺少参数：${header}`),
  badToken: () => refusal(400, 'InvalidAuthentication', '不合法的access_token'),
  noPermission: (_app, { endpoint, tenant }) => {
    const isOwn = endpoint.id.startsWith('hrm/') && tenant.choice('hrm/no-permission') === 'service';
    if (isOwn) return refusal(400, 'noPermission', '没有权限');
    const accessdenieddetail = { requiredScopes: endpoint.permission.anyOf };
    const more = tenant.choice('v1/permission-detail') === 'shown' ? { accessdenieddetail } : {};
    return refusal(403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied', permissionDenied, more);
  },
  parameters: parametersOf,
  missing: (parameter, { endpoint, tenant }) =>
    endpoint.id === 'token/access-token' && tenant.choice('token/v1-missing') === 'wrong'
      ? new HttpRefusal(400, 'invalidClientIdOrSecret', '无效的clientId或者clientSecret')
      : mandatory(parameter),
  // Recorded for a required parameter of an unusable type; for an optional one the documented code of bad paging.
  invalid: (parameter, _call, { required }) =>
    required ? mandatory(parameter) : new HttpRefusal(400, 'invalidParameter', '参数错误'),
  success: (_endpoint, payload) => payload,
  refused(_endpoint, reason) {
    const requestid = upperUuid();
    if (reason instanceof GatewayRefusal) {
      const { code, ...others } = reason.members;
      return { status: reason.status, body: { code, requestid, ...others } };
    }
    const { status, code, message } = reason instanceof HttpRefusal ? reason : translated(reason);
    return { status, body: { requestid, code, message } };
  },
  headers: () => ({
    'content-type': family.contentType,
    server: 'DingTalk/1.0.0',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST, GET, OPTIONS, PUT, DELETE',
    'access-control-max-age': '172800',
    'access-control-allow-headers': `X-Requested-With, X-Sequence, _aop_secret, _aop_signature, ${header}`,
    'x-acs-request-id': upperUuid(),
    'x-acs-trace-id': secretHex(),
  }),
};

const mandatory = (parameter: string): GatewayRefusal =>
  refusal(400, `Missing${parameter}`, `${parameter} is mandatory for this action.`);

function refusal(status: number, code: string, message: string, more: object = {}): GatewayRefusal {
  return new GatewayRefusal({ code, message, ...more }, status);
}

function notFound(): GatewayRefusal {
  return refusal(
    404,
    'InvalidAction.NotFound',
    'Specified api is not found, please check your url and method.',
  );
}

// Observed: a form body sent to a JSON endpoint. Assumed: so is an empty body.
function parametersOf({ method, query, body, text, tenant, endpoint }: Call): Parameters {
  if (method === 'GET') {
    const isRead = endpoint.id === 'hrm/dismissions' && tenant.choice('hrm/body-of-get') === 'read';
    return { values: isRead ? { ...body.values, ...query } : query, textual: true };
  }
  const isEmpty = body.kind === 'none' && text !== '' && tenant.choice('v1/unreadable-body') === 'empty';
  if (body.kind !== 'json' && !isEmpty) throw mandatory('body');
  return { values: body.values, textual: false };
}

// Both generations of one operation share their rules; these are the documented codes of the newer one.
function translated({ errcode, message }: Refusal): HttpRefusal {
  return errcode === 400020
    ? new HttpRefusal(403, 'accessDenied', message)
    : new HttpRefusal(400, 'badRequest', 'badRequest');
}
