import type { Endpoint } from '../../schemas/endpoint';
import { gatewayFacts } from '../../schemas/gateways';
import { filledText, isRecord, type Call } from '../call';
import type { Gateway, Parameters } from '../gateways';
import { requestId } from '../ids';
import { badParameter, GatewayRefusal, HttpRefusal, Refusal } from '../refusal';

// Observed: clients ask for these by GET, with a query.
const asked = ['report/template-getbyname', 'hrm/queryonjob'];
// Documented: the text of an older page.
const older = '没有调用该接口的权限';

/** The paths under `/topapi/`: HTTP 200 whatever happens, `errcode` first, `request_id` last (observed). */
export const topapi: Gateway = {
  unknownPath({ path }) {
    const name = `dingtalk.oapi.${path.slice('/topapi/'.length).replaceAll('/', '.')}`;
    const text = `不合法ApiName，ApiName = ${name}`;
    return new GatewayRefusal({ errcode: 22, sub_msg: text, errmsg: `Invalid method[submsg=${text}]` });
  },
  wrongMethod: ({ tenant, endpoint }) =>
    tenant.choice('topapi/get') === 'answered' || asked.includes(endpoint.id)
      ? undefined
      : new GatewayRefusal({ errcode: 43002, errmsg: '需要POST请求' }),
  token: tokenOf,
  noToken: () => wrapped('40000', 'access_token is blank'),
  badToken: () => wrapped('40014', '不合法的access_token'),
  noPermission(app, { tenant, endpoint }) {
    const { anyOf: scopes } = endpoint.permission;
    if (endpoint.id.startsWith('hrm/') && tenant.choice('hrm/no-permission') === 'service')
      return new Refusal(400020, '无访问权限');
    if (tenant.choice('topapi/no-permission') === 'short') return wrapped('60011', older);
    const names = scopes.join(',');
    const link = `https://open-dev.dingtalk.com/appscope/apply?content=${app.appKey}%23${scopes[0] ?? ''}`;
    const text = `应用尚未开通所需的权限：[${names}]，点击链接申请并开通即可：${link}`;
    return wrapped('60011', text, `, {requiredScopes=[${names}]}`);
  },
  parameters: parametersOf,
  missing: (parameter, { tenant }) =>
    parameter === 'update_request' && tenant.choice('blackboard/update-request') === 'service'
      ? badParameter(parameter)
      : new GatewayRefusal({ errcode: 40, errmsg: `Missing required arguments:${parameter}` }),
  invalid(parameter, { tenant }, { isOfType }) {
    const code = tenant.choice(isOfType ? 'input/code-of-limit' : 'input/code-of-type');
    return new GatewayRefusal({ errcode: Number(code), errmsg: `Invalid arguments:${parameter}` });
  },
  // The documented example of each endpoint tells whether its success carries an errmsg, and which.
  success(endpoint, payload) {
    const [example = {}] = endpoint.examples;
    return {
      errcode: 0,
      ...('errmsg' in example && { errmsg: example.errmsg }),
      ...payload,
      ...(has(endpoint, 'success') && { success: true }),
      ...(has(endpoint, 'request_id') && { request_id: requestId() }),
    };
  },
  refused(endpoint, refusal) {
    if (refusal instanceof HttpRefusal) throw refusal;
    const tail = { request_id: requestId() };
    if (refusal instanceof GatewayRefusal) return { status: 200, body: { ...refusal.members, ...tail } };
    // Documented in the SDK: where a success says so, a failure has success false and no result.
    const flag = endpoint && has(endpoint, 'success') ? { success: false } : {};
    const { errcode, message: errmsg } = refusal;
    return { status: 200, body: { errcode, errmsg, ...flag, ...tail } };
  },
  headers: () => ({ 'content-type': gatewayFacts.families.topapi.contentType, server: 'DingTalk/1.0.0' }),
};

/** An authentication refusal: errcode 88 with the real code in `sub_code`, a string (observed). */
function wrapped(subCode: string, text: string, more = ''): GatewayRefusal {
  const errmsg = `ding talk error[subcode=${subCode},submsg=${text}${more}]`;
  return new GatewayRefusal({ errcode: 88, sub_code: subCode, sub_msg: text, errmsg });
}

// Observed: the query, or the body of a form.
function tokenOf({ query, body, tenant }: Call): string | undefined {
  const isRead = body.kind === 'form' || tenant.choice('topapi/json-token') === 'read';
  const token = query.access_token ?? (isRead ? body.values.access_token : undefined);
  const isWhite = typeof token === 'string' && token !== '' && token.trim() === '';
  return isWhite && tenant.choice('topapi/white-token') === 'wrong' ? token : filledText(token);
}

function parametersOf({ method, query, body, text, tenant }: Call): Parameters {
  if (method === 'GET') return { values: query, textual: true };
  const code = tenant.choice('topapi/unreadable-body');
  if (body.kind === 'none' && text.trim() !== '' && code !== '40')
    throw new GatewayRefusal({ errcode: Number(code), errmsg: 'post参数需要json类型' });
  const more = tenant.choice('topapi/query-of-post') === 'read' ? query : {};
  return { values: { ...more, ...body.values }, textual: body.kind === 'form' };
}

function has({ response }: Endpoint, member: string): boolean {
  const properties: unknown = response.properties;
  return isRecord(properties) && member in properties;
}
