import { joined, same, type Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import { getAccessToken, getToken } from '../../schemas';
import { probeOf, unsure, well, wrong, type Asked, type Check, type Evidence } from './check';
import { meaningOf, type Meaning } from './codes';
import { consoleAt } from './console';
import { outcomeText } from './outcome';
import type { TokenTrouble } from './token-desk';

const [current, archived] = [getAccessToken, getToken];

/** Whether the app gets its tokens, and whether the gateways take them. */
export function credentialChecks(evidence: Evidence): Check[] {
  return [credentials(evidence), ...tokens(evidence)];
}

// Either endpoint gives a token, and a run needs one for each gateway or one that both take.
function credentials(evidence: Evidence): Check {
  const name = 'credentials';
  const asked = [probeOf(evidence, current.id), probeOf(evidence, archived.id)] as const;
  const [now, before] = [inWords(asked[0]), inWords(asked[1])];
  const seen = {
    en: `${current.path}: ${now.en}; ${archived.path} (archived): ${before.en}`,
    zh: `${current.path}：${now.zh}；${archived.path}（已归档）：${before.zh}`,
  };
  const isGiven = asked.some(({ outcome }) => outcome === 'answered');
  if (isGiven) return { ...well(name, seen), ...adviceOnOne(evidence, asked) };
  const met = asked.flatMap((each) =>
    each.outcome === 'refused' ? [meaningOf(each.endpoint, each.code)] : [],
  );
  const reason = met.find((meaning) => passing[meaning] !== undefined);
  if (met.length === 0 || met.includes('ip')) return unsure(name, seen);
  return wrong(name, seen, (reason && passing[reason]) ?? causes(evidence));
}

const passing: Readonly<Partial<Record<Meaning, Text>>> = {
  rate: {
    en: 'wait some minutes: tokens were asked for too often. Nothing else should ask for one in a loop (a token is good for two hours)',
    zh: '等几分钟：获取 token 过于频繁。请确认没有别的程序在循环获取（一个 token 的有效期是两小时）',
  },
  busy: { en: 'try again in some minutes: the service is busy', zh: '服务繁忙，过几分钟再试' },
};

function causes({ tenant: { app } }: Evidence): Text {
  const company: Text =
    app.corpId === undefined
      ? {
          en: `set DINGTALK_CORP_ID, for an app of a low-code platform, and many an old one, gets a token only with the company's id (${consoleAt.corpId.en})`,
          zh: `设置 DINGTALK_CORP_ID（${consoleAt.corpId.zh}）：低代码平台创建的应用和一些老应用，必须带上它才能拿到 token`,
        }
      : {
          en: `check DINGTALK_CORP_ID (${consoleAt.corpId.en})`,
          zh: `核对 DINGTALK_CORP_ID（${consoleAt.corpId.zh}）`,
        };
  const ways: readonly Text[] = [
    {
      en: `check DINGTALK_APP_KEY and DINGTALK_APP_SECRET, which may have been reset (重置): ${consoleAt.credentials.en}`,
      zh: `核对 DINGTALK_APP_KEY 和 DINGTALK_APP_SECRET，Secret 可能被重置过：${consoleAt.credentials.zh}`,
    },
    company,
    {
      en: `enable the app, or publish its first version: ${consoleAt.versions.en}`,
      zh: `启用应用，或发布它的第一个版本：${consoleAt.versions.zh}`,
    },
    {
      en: 'check DINGTALK_API_URL and DINGTALK_OAPI_URL: tenants abroad have hosts of their own (api.dingtalk.io)',
      zh: '核对 DINGTALK_API_URL 和 DINGTALK_OAPI_URL：海外租户的主机名不同（api.dingtalk.io）',
    },
  ];
  const list = ways.map(({ en, zh }, place): Text => ({
    en: `${place + 1}. ${en}`,
    zh: `${place + 1}. ${zh}`,
  }));
  return joined([{ en: 'one of these, in this order:', zh: '依次检查：' }, ...list], same('\n'));
}

function adviceOnOne({ tenant: { app } }: Evidence, [now]: readonly [Asked, Asked]): { todo?: Text } {
  if (now.outcome !== 'refused' || now.code !== 'invalidClientIdOrSecret') return {};
  const which = app.corpId === undefined ? { en: 'set', zh: '设置' } : { en: 'check', zh: '核对' };
  return {
    todo: {
      en: `key and secret are right, so ${which.en} DINGTALK_CORP_ID to get a token of v1.0 as well: ${consoleAt.corpId.en}`,
      zh: `key 和 secret 都正确；要拿到 v1.0 的 token，还需${which.zh} DINGTALK_CORP_ID：${consoleAt.corpId.zh}`,
    },
  };
}

const tokens = ({ tokenTroubles, tenant }: Evidence): Check[] =>
  tokenTroubles.map((trouble) =>
    trouble.takesOther ? ofOtherGeneration(trouble) : refusedToken(trouble, tenant),
  );

const ofOtherGeneration = ({ gateway, code }: TokenTrouble): Check => ({
  ...well('token', {
    en: `${gateway} refuses the token of its own generation (${code}) and takes the other's`,
    zh: `${gateway} 拒绝自己这一代的 token（${code}），但接受另一代的`,
  }),
  todo: {
    en: 'nothing: a run finds this out as well and uses the other one',
    zh: '无需处理：运行时也会发现这一点，并改用另一代的 token',
  },
});

function refusedToken({ gateway, code }: TokenTrouble, { urls }: LiveTenant): Check {
  const variable = `DINGTALK_${gateway.toUpperCase()}_URL`;
  const { host } = new URL(urls[gateway]);
  const seen = {
    en: `${gateway} refuses a token that was given just before (${code}); it is asked no further`,
    zh: `${gateway} 拒绝刚刚发给它的 token（${code}），因此不再继续调用`,
  };
  return wrong(
    'token',
    seen,
    joined([
      {
        en: `see that ${variable} (${host}) belongs to the same service as the other gateway`,
        zh: `确认 ${variable}（${host}）和另一个网关属于同一套服务`,
      },
      {
        en: 'that no proxy on the way takes the query or the header x-acs-dingtalk-access-token away, or answers from a cache',
        zh: '确认途中没有代理去掉查询参数或请求头 x-acs-dingtalk-access-token，也没有返回缓存的响应',
      },
      {
        en: 'that no other program asks for tokens of this app all the time, which may end this one',
        zh: '确认没有其他程序一直在获取这个应用的 token，使当前的 token 失效',
      },
      {
        en: `and that the app is enabled and its version published: ${consoleAt.versions.en}`,
        zh: `确认应用已启用、版本已发布：${consoleAt.versions.zh}`,
      },
    ]),
  );
}

/** How a call of the doctor ended, in a few words. */
export function inWords(asked: Asked): Text {
  if (asked.outcome === 'answered') return { en: 'accepted', zh: '已接受' };
  return asked.outcome === 'refused' ? outcomeText(`refused ${asked.code}`) : asked.reason;
}
