import { refusedAs, type Check, type Evidence } from './check';
import type { Meaning } from './codes';
import { consoleAt, publishing } from './console';
import type { Permission } from './permissions';

// By what turns most calls away, for a run that nothing is granted to.
const advice: readonly (readonly [Meaning, string])[] = [
  ['closed', `open the product to the company: ${consoleAt.products}; or choose other specs`],
  [
    'rate',
    'wait some minutes and try again; other programs of the company use up the rate, so choose another hour, and not a full one',
  ],
  ['busy', 'try again in some minutes: the service itself is busy'],
  [
    'gateway',
    'check DINGTALK_OAPI_URL and DINGTALK_API_URL: that host does not answer for these paths (tenants abroad: api.dingtalk.io)',
  ],
];

/** What to do about a run that cannot start, where nothing else that was found says so. */
export function startCheck(
  evidence: Evidence,
  checks: readonly Check[],
  permissions: readonly Permission[],
): Check[] {
  const isSaid = checks.some(({ status, todo }) => status === 'problem' && todo !== undefined);
  if (isSaid || permissions.some(({ status, link }) => status === 'refused' && link !== undefined)) return [];
  const [first] = advice.filter(([meaning]) => refusedAs(evidence, meaning).length > 0);
  const [meaning, todo] = first ?? [
    undefined,
    `apply for permissions: ${consoleAt.permissions}; ${publishing}`,
  ];
  const refused = meaning === undefined ? [] : refusedAs(evidence, meaning);
  const codes = [...new Set(refused.map(({ code }) => code))].join(', ');
  const seen = `none of the endpoints was granted${codes === '' ? '' : `: refused ${codes}`}`;
  return [{ name: 'start', status: 'problem', seen, todo }];
}
