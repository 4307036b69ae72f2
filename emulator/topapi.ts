import type { Endpoint } from '../schemas/endpoint';
import { gatewayFacts } from '../schemas/gateways';
import { filledText, isRecord, type Call } from './call';
import type { Gateway, Parameters } from './gateways';
import { requestId } from './ids';
import { GatewayRefusal, HttpRefusal } from './refusal';

/** The paths under `/topapi/`: HTTP 200 whatever happens, `errcode` first, `request_id` last (observed). */
export const topapi: Gateway = {
  unknownPath(path) {
    const name = `dingtalk.oapi.${path.slice('/topapi/'.length).replaceAll('/', '.')}`;
    const text = `不合法ApiName，ApiName = ${name}`;
    return new GatewayRefusal({ errcode: 22, sub_msg: text, errmsg: `Invalid method[submsg=${text}]` });
  },
  // That a GET is answered like a POST, from its query, is assumed; one public client works that way.
  wrongMethod: () => undefined,
  token: tokenOf,
  noToken: () => wrapped('40000', 'access_token is blank'),
  badToken: () => wrapped('40014', '不合法的access_token'),
  noPermission(app, scopes) {
    const names = scopes.join(',');
    const link = `https://open-dev.dingtalk.com/appscope/apply?content=${app.appKey}%23${scopes[0] ?? ''}`;
    const text = `应用尚未开通所需的权限：[${names}]，点击链接申请并开通即可：${link}`;
    return wrapped('60011', text, `, {requiredScopes=[${names}]}`);
  },
  parameters: parametersOf,
  missing: (parameter) =>
    new GatewayRefusal({ errcode: 40, errmsg: `Missing required arguments:${parameter}` }),
  invalid: (parameter) => new GatewayRefusal({ errcode: 41, errmsg: `Invalid arguments:${parameter}` }),
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

// Observed: the query, or the body of a form. Assumed: a token inside a JSON body is not read.
function tokenOf({ query, body }: Call): string | undefined {
  return filledText(query.access_token ?? (body.kind === 'form' ? body.values.access_token : undefined));
}

// Assumed: what a POST carries in its query besides the token is not read.
function parametersOf({ method, query, body }: Call): Parameters {
  if (method === 'GET') return { values: query, textual: true };
  return { values: body.values, textual: body.kind === 'form' };
}

function has({ response }: Endpoint, member: string): boolean {
  const properties: unknown = response.properties;
  return isRecord(properties) && member in properties;
}
