import { getAccessToken, getToken } from '../../schemas';
import { probeOf, type Asked, type Check, type Evidence } from './check';
import { meaningOf, type Meaning } from './codes';
import { consoleAt } from './console';

const [current, archived] = [getAccessToken, getToken];

/** Whether the app gets its tokens, and whether the gateways take them. */
export function credentialChecks(evidence: Evidence): Check[] {
  return [credentials(evidence), ...tokens(evidence)];
}

// Either endpoint gives a token, and a run needs one for each gateway or one that both take.
function credentials(evidence: Evidence): Check {
  const name = 'credentials';
  const asked = [probeOf(evidence, current.id), probeOf(evidence, archived.id)] as const;
  const seen = `${current.path}: ${inWords(asked[0])}; ${archived.path} (archived): ${inWords(asked[1])}`;
  const isGiven = asked.some(({ outcome }) => outcome === 'answered');
  if (isGiven) return { name, status: 'ok', seen, ...adviceOnOne(evidence, asked) };
  const met = asked.flatMap((each) =>
    each.outcome === 'refused' ? [meaningOf(each.endpoint, each.code)] : [],
  );
  const reason = met.find((meaning) => passing[meaning] !== undefined);
  if (met.length === 0 || met.includes('ip')) return { name, status: 'unknown', seen };
  const todo = (reason && passing[reason]) ?? causes(evidence);
  return { name, status: 'problem', seen, todo };
}

const passing: Readonly<Partial<Record<Meaning, string>>> = {
  rate: 'wait some minutes: tokens were asked for too often. Nothing else should ask for one in a loop (a token is good for two hours)',
  busy: 'try again in some minutes: the service is busy',
};

function causes({ tenant: { app } }: Evidence): string {
  const company =
    app.corpId === undefined
      ? `set DINGTALK_CORP_ID, for an app of a low-code platform, and many an old one, gets a token only with the company's id (${consoleAt.corpId})`
      : `check DINGTALK_CORP_ID (${consoleAt.corpId})`;
  return [
    `check DINGTALK_APP_KEY and DINGTALK_APP_SECRET, which may have been reset (重置): ${consoleAt.credentials}`,
    `or ${company}`,
    `or enable the app, or publish its first version: ${consoleAt.versions}`,
    'or check DINGTALK_API_URL and DINGTALK_OAPI_URL: tenants abroad have hosts of their own (api.dingtalk.io)',
  ].join('; ');
}

function adviceOnOne({ tenant: { app } }: Evidence, [now]: readonly [Asked, Asked]): { todo?: string } {
  if (now.outcome !== 'refused' || now.code !== 'invalidClientIdOrSecret') return {};
  const which = app.corpId === undefined ? 'set' : 'check';
  return {
    todo: `key and secret are right, so ${which} DINGTALK_CORP_ID to get a token of v1.0 as well: ${consoleAt.corpId}`,
  };
}

function tokens({ tokenTroubles, tenant: { urls } }: Evidence): Check[] {
  return tokenTroubles.map(({ gateway, code, takesOther }) => {
    const variable = `DINGTALK_${gateway.toUpperCase()}_URL`;
    if (takesOther)
      return {
        name: 'token',
        status: 'ok',
        seen: `${gateway} refuses the token of its own generation (${code}) and takes the other's`,
        todo: 'nothing: a run finds this out as well and uses the other one',
      } as const;
    return {
      name: 'token',
      status: 'problem',
      seen: `${gateway} refuses a token that was given just before (${code}); it is asked no further`,
      todo: [
        `see that ${variable} (${new URL(urls[gateway]).host}) belongs to the same service as the other gateway`,
        'that no proxy on the way takes the query or the header x-acs-dingtalk-access-token away, or answers from a cache',
        'that no other program asks for tokens of this app all the time, which may end this one',
        `and that the app is enabled and its version published: ${consoleAt.versions}`,
      ].join('; '),
    } as const;
  });
}

/** How a call of the doctor ended, in a few words. */
export function inWords(asked: Asked): string {
  if (asked.outcome === 'answered') return 'accepted';
  return asked.outcome === 'refused' ? `refused ${asked.code}` : asked.reason;
}
