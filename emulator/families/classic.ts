import { gatewayFacts } from '../../schemas/gateways';
import { filledText, type Call } from '../call';
import type { Gateway, Parameters } from '../gateways';
import { GatewayRefusal, HttpRefusal } from '../refusal';

const refusal = (errcode: number, errmsg: string) => new GatewayRefusal({ errcode, errmsg });

/** The oldest paths, such as `/gettoken`: HTTP 200, the real code in `errcode`, no `request_id` (observed). */
export const classic: Gateway = {
  unknownPath: () => refusal(404, '请求的URI地址不存在'),
  // 43002 is recorded of topapi, where an endpoint wants POST; the rest is by analogy.
  wrongMethod: ({ tenant, endpoint }) => {
    if (endpoint.method === 'POST') return refusal(43002, '需要POST请求');
    return tenant.choice('token/post') === 'refused' ? refusal(43001, '需要GET请求') : undefined;
  },
  token: ({ query }) => filledText(query.access_token),
  noToken: () => refusal(40035, '缺少参数 access_token'),
  badToken: () => refusal(40014, '不合法的access_token'),
  // Assumed: the catalogue has this code and text, no recording was found.
  noPermission: () => refusal(60011, '没有调用该接口的权限'),
  parameters: parametersOf,
  missing,
  invalid: () => refusal(40035, '不合法的参数'),
  // Recorded: errcode, then the token, then errmsg; the documented example has the same order.
  success({ examples: [example = {}] }, payload) {
    const members = { errcode: 0, ...('errmsg' in example && { errmsg: example.errmsg }), ...payload };
    const place = (name: string) => Object.keys(example).indexOf(name);
    return Object.fromEntries(Object.entries(members).sort(([a], [b]) => place(a) - place(b)));
  },
  refused(_endpoint, reason) {
    if (reason instanceof HttpRefusal) throw reason;
    if (reason instanceof GatewayRefusal) return { status: 200, body: reason.members };
    return { status: 200, body: { errcode: reason.errcode, errmsg: reason.message } };
  },
  headers: () => ({ 'content-type': gatewayFacts.families.classic.contentType, server: 'DingTalk/1.0.0' }),
};

function parametersOf({ endpoint, query, body, method, tenant }: Call): Parameters {
  if (endpoint.method === 'POST') return { values: body.values, textual: body.kind === 'form' };
  const isRead = method !== 'GET' && body.kind === 'form' && tenant.choice('token/post') === 'form';
  const values: Parameters['values'] = isRead ? { ...body.values, ...query } : query;
  const { appkey, corpid, corpsecret } = values;
  // Observed for a wrong pair, which any pair is here: the tenant has no such secret.
  if (appkey === undefined && filledText(corpid) && filledText(corpsecret))
    throw refusal(40089, '不合法的corpId或corpSecret');
  return { values, textual: true };
}

// Observed for an appkey, with the name of the old pair before it. Assumed: so it is for every parameter, but an appsecret is a choice.
function missing(parameter: string, { tenant }: Call): GatewayRefusal {
  if (parameter === 'appkey') return refusal(40035, '缺少参数 corpid or appkey');
  if (parameter !== 'appsecret') return refusal(40035, `缺少参数 ${parameter}`);
  const code = tenant.choice('token/missing-secret');
  const texts = {
    40035: `缺少参数 ${parameter}`,
    40096: '不合法的appKey或appSecret',
    41004: '缺少secret参数',
  };
  return refusal(Number(code), texts[code]);
}
