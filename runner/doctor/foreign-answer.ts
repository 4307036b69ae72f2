import type { Exchange } from '../../client/exchange';
import { objectIn } from '../../client/trouble';
import { joined, type Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import type { Gateway } from '../../client/tokens';
import { getAccessToken, getToken } from '../../schemas';
import { wrong, type Check } from './check';

const firstCalls = { api: getAccessToken.id, oapi: getToken.id } as const;

/**
 * The one finding where something else answered in the place of a gateway, such as the login page of a proxy; undefined where the gateway
 * answered, or nobody did. Judged by the call for its token: each gateway answers that with a token or with a code, whoever asks.
 */
export function foreignAnswer({ urls }: LiveTenant, exchanges: readonly Exchange[]): Check | undefined {
  for (const gateway of ['api', 'oapi'] as const) {
    const call = exchanges.findLast(({ endpoint }) => endpoint === firstCalls[gateway]);
    if (call?.status === undefined || !isForeign(call)) continue;
    const [{ host }, what] = [new URL(urls[gateway]), inWords(call)];
    const seen = {
      en: `${host} answered ${what.en}, which is no answer of DingTalk's`,
      zh: `${host} 返回 ${what.zh}，不是钉钉的响应`,
    };
    return wrong(`gateway ${gateway}`, seen, adviceOn(gateway));
  }
  return undefined;
}

// A page with a status from 500 on is a gateway, or a proxy, that is down for a while.
function isForeign({ status = 0, outcome, responseBody = '' }: Exchange): boolean {
  if (!outcome.startsWith('broken') || status >= 500) return false;
  const { errcode, code, accessToken, access_token: archived } = (objectIn(responseBody) ?? {}) as Fields;
  return (
    typeof errcode !== 'number' && [code, accessToken, archived].every((field) => typeof field !== 'string')
  );
}

type Fields = Readonly<Record<string, unknown>>;

function inWords({ status, responseHeaders = {}, responseBody = '' }: Exchange): Text {
  const http = `HTTP ${String(status)}`;
  const { location, 'content-type': type } = responseHeaders;
  if (location !== undefined) {
    const to = location.replace(/[?#].*/s, '').slice(0, 120);
    return { en: `${http} to ${to}`, zh: `${http}，跳转到 ${to}` };
  }
  const { en, zh } = contentText(responseBody, type);
  return { en: `${http} with ${en}`, zh: `${http}，内容是${zh}` };
}

function contentText(body: string, type: string | undefined): Text {
  if (objectIn(body) !== undefined)
    return { en: 'JSON that has no code and no token', zh: '没有错误码也没有 token 的 JSON' };
  const [, title] = /<title[^>]*>\s*([^<]{1,80})/i.exec(body) ?? [];
  if (title !== undefined) {
    const shown = title.trim().replaceAll(/\s+/g, ' ');
    return { en: `a page "${shown}"`, zh: `网页“${shown}”` };
  }
  return { en: type ?? 'a text', zh: type === undefined ? '一段文本' : ` ${type}` };
}

// Documented of the ban: a page, or JSON without a code, after 10,000 calls in 20 s.
function adviceOn(gateway: Gateway): Text {
  const variable = `DINGTALK_${gateway.toUpperCase()}_URL`;
  return joined([
    { en: `check ${variable}`, zh: `核对 ${variable}` },
    {
      en: 'see whether the network wants you to sign in, or has a proxy in between that has to let this host through (open the URL in a browser)',
      zh: '看看网络是否要求先登录，或中间有代理需要放行这个主机（用浏览器打开该地址看一下）',
    },
    {
      en: 'or wait five minutes: an address that made far too many calls is answered so by DingTalk itself',
      zh: '或等五分钟：调用次数严重超限的 IP，钉钉自己也会这样响应',
    },
  ]);
}
