import type { Exchange } from '../../client/exchange';
import { proxyNote } from '../../config/proxy';
import { getAccessToken, getToken } from '../../schemas';
import { letIn } from './addresses';
import { refusalText, refusedAs, type Check, type Evidence } from './check';
import { credentialChecks } from './credential-checks';
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
  const [name, host] = [`gateway ${gateway}`, new URL(tenant.urls[gateway]).host];
  if (!call) return { name, status: 'unknown', seen: `${host} was not asked` };
  const todo = `check the network, the proxy and DINGTALK_${gateway.toUpperCase()}_URL${proxyNote()}`;
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

function ipAddress(evidence: Evidence): Check {
  const name = 'IP whitelist';
  const refusals = refusedAs(evidence, 'ip');
  const [refused] = refusals;
  if (refused)
    return {
      name,
      status: 'problem',
      seen: refusalText(refused),
      todo: letIn(refusals.map(({ body }) => body)),
    };
  // That a token is given to any address is possible, so only another answer proves that ours is let in (assumed).
  const isIn = evidence.probes.some(
    ({ endpoint, outcome }) => outcome === 'answered' && !isToken(endpoint.id),
  );
  return isIn
    ? { name, status: 'ok', seen: 'this machine is let in' }
    : { name, status: 'unknown', seen: 'no call got far enough to tell' };
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
  const well = probes.filter(({ outcome }) => outcome === 'answered' || outcome === 'refused').length;
  const how = 'answered as the documentation says';
  if (well === 0) return { name, status: 'unknown', seen: `none of ${asked} calls was answered` };
  if (well < asked) return { name, status: 'unknown', seen: `${well} of ${asked} calls were ${how}` };
  return { name, status: 'ok', seen: `all ${asked} calls were ${how}` };
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

const isToken = (id: string): boolean => id.startsWith('token/');
