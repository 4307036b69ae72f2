import type { Client } from '../../client/client';
import type { LiveTenant } from '../../config/live-tenant';
import { listTopTen } from '../../schemas';
import type { Check } from './check';
import { letIn } from './addresses';
import { meaningOf } from './codes';
import { consoleAt } from './console';
import { inWords } from './credential-checks';
import type { Probe } from './probe';
import { TokenDesk } from './token-desk';

const name = 'second app';

/** Whether the app that is to have no permissions is let in, and has none, by one read; nothing where the tenant names none. */
export async function bareAppCheck(
  client: Client,
  { unprivilegedApp, people }: LiveTenant,
): Promise<Check[]> {
  if (unprivilegedApp === undefined) return [];
  const desk = await TokenDesk.open(client, unprivilegedApp);
  if (desk.isEmpty) return [noToken(desk.probes[0])];
  return [judged(await desk.probe(listTopTen, { userid: people.user }))];
}

function noToken(asked: Probe): Check {
  const seen = `it gets no token: ${inWords(asked)}`;
  if (asked.outcome !== 'refused') return { name, status: 'unknown', seen };
  const meaning = meaningOf(asked.endpoint, asked.code);
  // An app has a list of addresses of its own.
  if (meaning === 'ip')
    return { name, status: 'problem', seen, todo: letIn([asked.body], ofThatApp(consoleAt.addresses)) };
  if (meaning === 'rate' || meaning === 'busy') return { name, status: 'unknown', seen };
  const todo = `check DINGTALK_UNPRIVILEGED_APP_KEY and DINGTALK_UNPRIVILEGED_APP_SECRET, or leave both out: ${ofThatApp(consoleAt.credentials)}`;
  return { name, status: 'problem', seen, todo };
}

const ofThatApp = (where: string): string => where.replace('the app', 'that app');

function judged(asked: Probe): Check {
  const meaning = asked.outcome === 'refused' ? meaningOf(asked.endpoint, asked.code) : undefined;
  if (meaning === 'permission')
    return { name, status: 'ok', seen: `${asked.endpoint.id} is closed to it, as it has to be` };
  const seen = `${asked.endpoint.id}: ${inWords(asked)}`;
  // The service has its say after the permission (inferred).
  if (asked.outcome !== 'answered' && meaning !== 'service') return { name, status: 'unknown', seen };
  const todo = `take its permissions away, or name another in DINGTALK_UNPRIVILEGED_APP_KEY: ${ofThatApp(consoleAt.permissions)}`;
  return { name, status: 'problem', seen, todo };
}
