import type { Client } from '../../client/client';
import { inEach, labelled, type Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import { listTopTen } from '../../schemas';
import { unsure, well, wrong, type Check } from './check';
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
  const { en, zh } = inWords(asked);
  const seen = { en: `it gets no token: ${en}`, zh: `它拿不到 token：${zh}` };
  if (asked.outcome !== 'refused') return unsure(name, seen);
  const meaning = meaningOf(asked.endpoint, asked.code);
  // An app has a list of addresses of its own.
  if (meaning === 'ip') return wrong(name, seen, letIn([asked.body], ofThatApp(consoleAt.addresses)));
  if (meaning === 'rate' || meaning === 'busy') return unsure(name, seen);
  const where = ofThatApp(consoleAt.credentials);
  return wrong(name, seen, {
    en: `check DINGTALK_UNPRIVILEGED_APP_KEY and DINGTALK_UNPRIVILEGED_APP_SECRET, or leave both out: ${where.en}`,
    zh: `核对 DINGTALK_UNPRIVILEGED_APP_KEY 和 DINGTALK_UNPRIVILEGED_APP_SECRET，或两个都不填：${where.zh}`,
  });
}

const ofThatApp = (where: Text): Text =>
  inEach((language) => where[language].replace('the app', 'that app').replace('该应用', '那个应用'));

const closedTo = (id: string): Text => ({
  en: `${id} is closed to it, as it has to be`,
  zh: `${id} 拒绝了它，符合预期`,
});

function judged(asked: Probe): Check {
  const meaning = asked.outcome === 'refused' ? meaningOf(asked.endpoint, asked.code) : undefined;
  if (meaning === 'permission') return well(name, closedTo(asked.endpoint.id));
  const seen = labelled(asked.endpoint.id, inWords(asked));
  // The service has its say after the permission (inferred).
  if (asked.outcome !== 'answered' && meaning !== 'service') return unsure(name, seen);
  const where = ofThatApp(consoleAt.permissions);
  return wrong(name, seen, {
    en: `take its permissions away, or name another in DINGTALK_UNPRIVILEGED_APP_KEY: ${where.en}`,
    zh: `取消它的权限，或在 DINGTALK_UNPRIVILEGED_APP_KEY 中换一个应用：${where.zh}`,
  });
}
