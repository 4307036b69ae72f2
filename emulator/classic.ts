import { gatewayFacts } from '../schemas/gateways';
import { filledText } from './call';
import type { Gateway } from './gateways';
import { GatewayRefusal, HttpRefusal } from './refusal';

const refusal = (errcode: number, errmsg: string) => new GatewayRefusal({ errcode, errmsg });

/** The oldest paths, such as `/gettoken`: HTTP 200, the real code in `errcode`, no `request_id` (observed). */
export const classic: Gateway = {
  unknownPath: () => refusal(404, '请求的URI地址不存在'),
  // Assumed, by analogy with the recorded 43002 of a GET on an endpoint that wants POST.
  wrongMethod: () => refusal(43001, '需要GET请求'),
  token: ({ query }) => filledText(query.access_token),
  noToken: () => refusal(40035, '缺少参数 access_token'),
  badToken: () => refusal(40014, '不合法的access_token'),
  // Assumed: the catalogue has this code and text, no recording was found.
  noPermission: () => refusal(60011, '没有调用该接口的权限'),
  parameters: ({ query }) => ({ values: query, textual: true }),
  missing: (parameter) =>
    refusal(40035, `缺少参数 ${parameter === 'appkey' ? 'corpid or appkey' : parameter}`),
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
