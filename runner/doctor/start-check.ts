import type { Text } from '../../config/language';
import { refusedAs, wrong, type Check, type Evidence } from './check';
import type { Meaning } from './codes';
import { consoleAt, publishing } from './console';
import type { Permission } from './permissions';

// By what turns most calls away, for a run that nothing is granted to.
const advice: readonly (readonly [Meaning, Text])[] = [
  [
    'closed',
    {
      en: `open the product to the company: ${consoleAt.products.en}; or choose other specs`,
      zh: `为企业开通对应的产品：${consoleAt.products.zh}；或改跑其他用例`,
    },
  ],
  [
    'rate',
    {
      en: 'wait some minutes and try again; other programs of the company use up the rate, so choose another hour, and not a full one',
      zh: '等几分钟再试；企业的其他程序占满了调用频率，请换个时间，避开整点',
    },
  ],
  ['busy', { en: 'try again in some minutes: the service itself is busy', zh: '过几分钟再试：服务本身繁忙' }],
  [
    'gateway',
    {
      en: 'check DINGTALK_OAPI_URL and DINGTALK_API_URL: that host does not answer for these paths (tenants abroad: api.dingtalk.io)',
      zh: '核对 DINGTALK_OAPI_URL 和 DINGTALK_API_URL：该主机不提供这些路径（海外租户用 api.dingtalk.io）',
    },
  ],
];

const apply: Text = {
  en: `apply for permissions: ${consoleAt.permissions.en}; ${publishing.en}`,
  zh: `申请权限：${consoleAt.permissions.zh}；${publishing.zh}`,
};

/** What to do about a run that cannot start, where nothing else that was found says so. */
export function startCheck(
  evidence: Evidence,
  checks: readonly Check[],
  permissions: readonly Permission[],
): Check[] {
  const isSaid = checks.some(({ status, todo }) => status === 'problem' && todo !== undefined);
  if (isSaid || permissions.some(({ status, link }) => status === 'refused' && link !== undefined)) return [];
  const [first] = advice.filter(([meaning]) => refusedAs(evidence, meaning).length > 0);
  const [meaning, todo] = first ?? [undefined, apply];
  const refused = meaning === undefined ? [] : refusedAs(evidence, meaning);
  const codes = [...new Set(refused.map(({ code }) => code))];
  const seen = {
    en: `none of the endpoints was granted${codes.length === 0 ? '' : `: refused ${codes.join(', ')}`}`,
    zh: `没有任何接口可用${codes.length === 0 ? '' : `：被拒绝，${codes.join('、')}`}`,
  };
  return [wrong('start', seen, todo)];
}
