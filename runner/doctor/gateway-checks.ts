import type { Exchange } from '../../client/exchange';
import { joined, labelled, same, type Text } from '../../config/language';
import { proxyNote } from '../../config/proxy';
import { getAccessToken, getToken } from '../../schemas';
import { letIn } from './addresses';
import { refusalText, refusedAs, unsure, well, wrong, type Check, type Evidence } from './check';
import { credentialChecks } from './credential-checks';
import { outcomeText } from './outcome';
import { quotaCheck } from './quota-check';

const toleratedSeconds = 30;

/** What lies between us and the tenant: network, clock, credentials, IP whitelist and quota. */
export function gatewayChecks(evidence: Evidence): Check[] {
  return [
    reached(evidence, 'oapi'),
    reached(evidence, 'api'),
    clock(evidence.exchanges),
    ...credentialChecks(evidence),
    ipAddress(evidence),
    quotaCheck(evidence),
    answers(evidence),
    ...harm(evidence),
  ];
}

function reached({ tenant, exchanges }: Evidence, gateway: 'oapi' | 'api'): Check {
  const first = gateway === 'oapi' ? getToken : getAccessToken;
  const call = exchanges.find(({ endpoint }) => endpoint === first.id);
  const [name, host] = [`gateway ${gateway}`, new URL(tenant.urls[gateway]).host] as const;
  if (!call) return unsure(name, { en: `${host} was not asked`, zh: `没有调用 ${host}` });
  if (call.status === undefined || call.outcome.startsWith('broken'))
    return wrong(name, labelled(host, outcomeText(call.outcome)), adviceOn(gateway));
  const ms = call.durationMs;
  return well(name, { en: `${host} answered in ${ms} ms`, zh: `${host}，${ms} 毫秒响应` });
}

function adviceOn(gateway: 'oapi' | 'api'): Text {
  const variable = `DINGTALK_${gateway.toUpperCase()}_URL`;
  const advice = {
    en: `check the network, the proxy and ${variable}`,
    zh: `检查网络、代理和 ${variable}`,
  };
  return joined([advice, proxyNote()], same(''));
}

function clock(exchanges: readonly Exchange[]): Check {
  const name = 'clock';
  const skews = exchanges.map(skewOf).filter((skew) => skew !== undefined);
  const skew = skews.sort((a, b) => a - b)[Math.floor(skews.length / 2)];
  if (skew === undefined) return unsure(name, { en: 'no answer carried a date', zh: '响应中都没有日期' });
  const seconds = Math.round(Math.abs(skew) / 1000);
  if (seconds < 2) return well(name, { en: "agrees with the tenant's", zh: '与租户一致' });
  const seen = {
    en: `${seconds} s ${skew > 0 ? 'behind' : 'ahead of'} the tenant's`,
    zh: `比租户${skew > 0 ? '慢' : '快'} ${seconds} 秒`,
  };
  if (seconds <= toleratedSeconds)
    return well(name, joined([seen, { en: ', which does no harm', zh: '，没有影响' }], same('')));
  return wrong(name, seen, {
    en: "set this machine's clock by NTP: the suite looks for what it made by the time it was made",
    zh: '请用 NTP 校准本机时间：本套件按创建时间查找自己创建的数据',
  });
}

// Milliseconds that their clock is ahead of ours; their date is in whole seconds, so half a second is added.
function skewOf({ responseHeaders, startedAt, durationMs }: Exchange): number | undefined {
  const theirs = Date.parse(responseHeaders?.date ?? '');
  return Number.isNaN(theirs) ? undefined : theirs + 500 - (startedAt + durationMs / 2);
}

function ipAddress(evidence: Evidence): Check {
  const name = 'IP whitelist';
  const refusals = refusedAs(evidence, 'ip');
  const [refused] = refusals;
  if (refused) return wrong(name, same(refusalText(refused)), letIn(refusals.map(({ body }) => body)));
  // That a token is given to any address is possible, so only another answer proves that ours is let in (assumed).
  const isIn = evidence.probes.some(
    ({ endpoint, outcome }) => outcome === 'answered' && !isToken(endpoint.id),
  );
  return isIn
    ? well(name, { en: 'this machine is let in', zh: '本机已放行' })
    : unsure(name, { en: 'no call got far enough to tell', zh: '没有哪次调用走到这一步，无法判断' });
}

function answers({ probes }: Evidence): Check {
  const name = 'answers';
  const failed = probes.flatMap((probe) =>
    probe.outcome === 'failed' && !isToken(probe.endpoint.id) ? [probe] : [],
  );
  const seen = joined(failed.map(({ endpoint: { id }, reason }) => labelled(id, reason)));
  if (failed.length > 0) return wrong(name, seen, tryAgain);
  const asked = probes.filter(({ outcome }) => outcome !== 'not asked').length;
  const good = probes.filter(({ outcome }) => outcome === 'answered' || outcome === 'refused').length;
  if (good === 0)
    return unsure(name, { en: `none of ${asked} calls was answered`, zh: `${asked} 次调用都没有响应` });
  const how = 'answered as the documentation says';
  if (good < asked)
    return unsure(name, {
      en: `${good} of ${asked} calls were ${how}`,
      zh: `${asked} 次调用中有 ${good} 次的响应与文档一致`,
    });
  return well(name, { en: `all ${asked} calls were ${how}`, zh: `${asked} 次调用的响应都与文档一致` });
}

const tryAgain: Text = {
  en: 'try again; if it stays, the network or the service is at fault',
  zh: '再试一次；如果还是这样，就是网络或服务本身的问题',
};

// Nothing can be made of such a request; a service that says it was should be looked at.
function harm({ probes }: Evidence): Check[] {
  return probes
    .filter(({ endpoint, outcome }) => outcome === 'answered' && /\/(create|savecontent)$/.test(endpoint.id))
    .map(({ endpoint: { id } }) => {
      const seen = {
        en: `${id} accepted a request without title, text or receivers`,
        zh: `${id} 接受了没有标题、正文和接收人的请求`,
      };
      return wrong('harm', seen, {
        en: 'look whether an empty object was made, and remove it',
        zh: '看看是否产生了空数据，有则删除',
      });
    });
}

const isToken = (id: string): boolean => id.startsWith('token/');
