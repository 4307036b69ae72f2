import type { Client } from '../client/client';
import type { LiveTenant } from '../config/live-tenant';
import { getAccessToken, listTopTen } from '../schemas';
import type { Check } from './check';
import { meaningOf } from './codes';
import { probe, type Probe } from './probe';

const name = 'second app';
const where = 'developer console > that app';

/** Whether the app that is to have no permissions is let in, and has none, by one read; nothing where the tenant names none. */
export async function bareAppCheck(client: Client, { bareApp, people }: LiveTenant): Promise<Check[]> {
  if (bareApp === undefined) return [];
  const asked = await probe(client, getAccessToken, { appKey: bareApp.key, appSecret: bareApp.secret });
  if (asked.outcome !== 'answered') return [noToken(asked)];
  const { accessToken } = asked.body as { accessToken: string };
  return [judged(await probe(client, listTopTen, { userid: people.user }, accessToken))];
}

function noToken(asked: Probe): Check {
  const seen = `it gets no token: ${inWords(asked)}`;
  if (asked.outcome !== 'refused') return { name, status: 'unknown', seen };
  const todo = `check DINGTALK_BARE_APP_KEY and DINGTALK_BARE_APP_SECRET, or leave both out: ${where} > credentials (凭证与基础信息)`;
  return { name, status: 'problem', seen, todo };
}

function judged(asked: Probe): Check {
  const meaning = asked.outcome === 'refused' ? meaningOf(asked.endpoint, asked.code) : undefined;
  if (meaning === 'permission')
    return { name, status: 'ok', seen: `${asked.endpoint.id} is closed to it, as it has to be` };
  const seen = `${asked.endpoint.id}: ${inWords(asked)}`;
  // The service has its say after the permission (inferred).
  if (asked.outcome !== 'answered' && meaning !== 'service') return { name, status: 'unknown', seen };
  const todo = `take its permissions away, or name another in DINGTALK_BARE_APP_KEY: ${where} > permissions (权限管理)`;
  return { name, status: 'problem', seen, todo };
}

function inWords(asked: Probe): string {
  if (asked.outcome === 'answered') return 'accepted';
  return asked.outcome === 'refused' ? `refused ${asked.code}` : asked.reason;
}
