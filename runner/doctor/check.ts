import type { Exchange } from '../../client/exchange';
import { same, type Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import { meaningOf, type Meaning } from './codes';
import type { Probe } from './probe';
import type { TokenTrouble } from './token-desk';

/** What is checked, as a user reads it; the English name is also that for programs. */
export const checkNames = {
  configuration: '配置',
  'gateway oapi': '网关 oapi',
  'gateway api': '网关 api',
  clock: '时钟',
  credentials: '凭证',
  token: 'token',
  'IP whitelist': 'IP 白名单',
  quota: '调用额度',
  answers: '响应',
  harm: '副作用',
  operator: '操作人',
  user: '普通员工',
  'ordinary user': '普通员工身份',
  department: '部门',
  template: '日志模板',
  'contact scope': '通讯录范围',
  'second app': '第二个应用',
  start: '能否运行',
} as const;

export type CheckName = keyof typeof checkNames;

/** One thing that a run relies on: what was seen of it, and, where it is not well, what to do and where. */
export interface Check {
  readonly name: CheckName;
  readonly status: 'ok' | 'problem' | 'unknown';
  readonly seen: Text;
  readonly todo?: Text;
}

/** What is well. */
export const well = (name: CheckName, seen: Text): Check => ({ name, status: 'ok', seen });

/** What has to be mended, and how. */
export const wrong = (name: CheckName, seen: Text, todo: Text): Check => ({
  ...{ name, status: 'problem', seen, todo },
});

/** What cannot be told. */
export const unsure = (name: CheckName, seen: Text): Check => ({ name, status: 'unknown', seen });

/** Everything that the checks judge by. */
export interface Evidence {
  readonly tenant: LiveTenant;
  readonly probes: readonly Probe[];
  readonly exchanges: readonly Exchange[];
  /** The gateways that refuse a token which was just given. */
  readonly tokenTroubles: readonly TokenTrouble[];
}

/** How an endpoint answered, or that it was not asked at all. */
export type Asked = Probe | { readonly outcome: 'not asked'; readonly reason: Text };

/** The probes that were refused for this. */
export function refusedAs(
  { probes }: Evidence,
  meaning: Meaning,
): (Probe & { readonly outcome: 'refused' })[] {
  return probes
    .filter((probe) => probe.outcome === 'refused')
    .filter(({ endpoint, code }) => meaningOf(endpoint, code) === meaning);
}

const notAsked: Asked = { outcome: 'not asked', reason: { en: 'it was not asked', zh: '没有调用' } };

/** The probe of an endpoint; as if it was not asked where there is none. */
export const probeOf = ({ probes }: Evidence, id: string): Asked =>
  probes.find(({ endpoint }) => endpoint.id === id) ?? notAsked;

/** The code and the text of a refusal, shortened. */
export function refusalText({ code, body }: { readonly code: string; readonly body: object }): string {
  const { sub_msg: sub, errmsg, message } = body as Record<string, unknown>;
  const text = [sub, errmsg, message].find((value) => typeof value === 'string') ?? '';
  return `${code} ${text.length > 120 ? `${text.slice(0, 120)}...` : text}`.trim();
}

/** A check that is not well, for a message of its own: what was seen, and below it what to do. */
export function problemText(check: Check): Text {
  const [{ en, zh }, todo = same('')] = [lineOf(check), check.todo];
  return { en: `${en}.\n  -> ${todo.en}.`, zh: `${zh}。\n  -> ${todo.zh}。` };
}

/** What was seen of a thing, behind its name. */
export const lineOf = ({ name, seen }: Check): Text => ({
  en: `${name}: ${seen.en}`,
  zh: `${checkNames[name]}：${seen.zh}`,
});
