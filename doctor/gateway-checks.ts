import type { Exchange } from '../client/exchange';
import { getAccessToken, getToken } from '../schemas';
import { probeOf, refusalText, type Check, type Evidence } from './check';
import { meaningOf, type Meaning } from './codes';
import type { Probe } from './probe';

const toleratedSeconds = 30;
const credentials =
  'check DINGTALK_APP_KEY and DINGTALK_APP_SECRET: developer console > the app > credentials (凭证与基础信息)';

/** What lies between us and the tenant: network, clock, credentials, IP whitelist and quota. */
export function gatewayChecks(evidence: Evidence): Check[] {
  return [
    reached(evidence, 'oapi'),
    reached(evidence, 'api'),
    clock(evidence.exchanges),
    token(evidence),
    ipAddress(evidence),
    quota(evidence),
    answers(evidence),
    ...harm(evidence),
  ];
}

function reached({ tenant, exchanges }: Evidence, gateway: 'oapi' | 'api'): Check {
  const first = gateway === 'oapi' ? getToken : getAccessToken;
  const call = exchanges.find(({ endpoint }) => endpoint === first.id);
  const [name, host] = [`gateway ${gateway}`, new URL(tenant.urls[gateway]).host];
  if (!call) return { name, status: 'unknown', seen: `${host} was not asked` };
  const todo = `check the network, the proxy and DINGTALK_${gateway.toUpperCase()}_URL`;
  if (call.status === undefined || call.outcome.startsWith('broken'))
    return { name, status: 'problem', seen: `${host}: ${call.outcome}`, todo };
  return { name, status: 'ok', seen: `${host} answered in ${call.durationMs} ms` };
}

function clock(exchanges: readonly Exchange[]): Check {
  const skews = exchanges.map(skewOf).filter((skew) => skew !== undefined);
  const skew = skews.sort((a, b) => a - b)[Math.floor(skews.length / 2)];
  if (skew === undefined) return { name: 'clock', status: 'unknown', seen: 'no answer carried a date' };
  const seconds = Math.round(Math.abs(skew) / 1000);
  if (seconds < 2) return { name: 'clock', status: 'ok', seen: "agrees with the tenant's" };
  const seen = `${seconds} s ${skew > 0 ? 'behind' : 'ahead of'} the tenant's`;
  if (seconds <= toleratedSeconds)
    return { name: 'clock', status: 'ok', seen: `${seen}, which does no harm` };
  const todo = "set this machine's clock by NTP: the suite looks for what it made by the time it was made";
  return { name: 'clock', status: 'problem', seen, todo };
}

// Milliseconds that their clock is ahead of ours; their date is in whole seconds, so half a second is added.
function skewOf({ responseHeaders, startedAt, durationMs }: Exchange): number | undefined {
  const theirs = Date.parse(responseHeaders?.date ?? '');
  return Number.isNaN(theirs) ? undefined : theirs + 500 - (startedAt + durationMs / 2);
}

// Either endpoint gives a token that both gateways take (documented), so one that works is enough.
function token(evidence: Evidence): Check {
  const name = 'credentials';
  const [current, archived] = [probeOf(evidence, getAccessToken.id), probeOf(evidence, getToken.id)];
  const seen = `${getAccessToken.path}: ${inWords(current)}; ${getToken.path} (archived): ${inWords(archived)}`;
  if (current.outcome === 'answered' || archived.outcome === 'answered') return { name, status: 'ok', seen };
  const codes = [current, archived].flatMap((asked) =>
    asked.outcome === 'refused' ? [meaningOf(asked.endpoint, asked.code)] : [],
  );
  if (codes.length === 0 || codes.includes('ip')) return { name, status: 'unknown', seen };
  return { name, status: 'problem', seen, todo: credentials };
}

type Asked = Pick<Probe, 'outcome'> & { readonly code?: string; readonly reason?: string };

const inWords = ({ outcome, code, reason }: Asked): string =>
  outcome === 'answered' ? 'accepted' : (reason ?? `refused ${code ?? ''}`);

function ipAddress(evidence: Evidence): Check {
  const name = 'IP whitelist';
  const refused = firstRefused(evidence, 'ip');
  if (refused) {
    const [, ip] = /request ip=([\d.a-fA-F:]+)/.exec(JSON.stringify(refused.body)) ?? [];
    const todo = `add ${ip ?? 'the public IP address of this machine'}: developer console > the app > security settings (安全设置) > server egress IPs (服务器出口IP)`;
    return { name, status: 'problem', seen: refusalText(refused), todo };
  }
  // That a token is given to any address is possible, so only another answer proves that ours is let in (assumed).
  const isIn = evidence.probes.some(
    ({ endpoint, outcome }) => outcome === 'answered' && !isToken(endpoint.id),
  );
  return isIn
    ? { name, status: 'ok', seen: 'this machine is let in' }
    : { name, status: 'unknown', seen: 'no call got far enough to tell' };
}

function quota(evidence: Evidence): Check {
  const refused = firstRefused(evidence, 'quota');
  const todo =
    'wait for the next month or buy more calls: developer console > open capabilities > API calls (API调用量)';
  if (refused) return { name: 'quota', status: 'problem', seen: refusalText(refused), todo };
  const counted = evidence.probes.some(({ endpoint, outcome }) => outcome === 'answered' && endpoint.counted);
  return counted
    ? { name: 'quota', status: 'ok', seen: 'not used up; how much is left only the developer console says' }
    : { name: 'quota', status: 'unknown', seen: 'no counted call was answered' };
}

function answers({ probes }: Evidence): Check {
  const name = 'answers';
  const failed = probes.flatMap((probe) =>
    probe.outcome === 'failed' && !isToken(probe.endpoint.id) ? [probe] : [],
  );
  const seen = failed.map(({ endpoint, reason }) => `${endpoint.id}: ${reason}`).join('; ');
  if (failed.length > 0) {
    return {
      name,
      status: 'problem',
      seen,
      todo: 'try again; if it stays, the network or the service is at fault',
    };
  }
  const asked = probes.filter(({ outcome }) => outcome !== 'not asked').length;
  return { name, status: 'ok', seen: `all ${asked} calls were answered as the documentation says` };
}

// Nothing can be made of such a request; a service that says it was should be looked at.
function harm({ probes }: Evidence): Check[] {
  return probes
    .filter(({ endpoint, outcome }) => outcome === 'answered' && /\/(create|savecontent)$/.test(endpoint.id))
    .map(({ endpoint: { id } }) => ({
      name: 'harm',
      status: 'problem',
      seen: `${id} accepted a request without title, text or receivers`,
      todo: 'look whether an empty object was made, and remove it',
    }));
}

function firstRefused({ probes }: Evidence, meaning: Meaning) {
  return probes
    .filter((probe) => probe.outcome === 'refused')
    .find(({ endpoint, code }) => meaningOf(endpoint, code) === meaning);
}

const isToken = (id: string): boolean => id.startsWith('token/');
