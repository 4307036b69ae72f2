import type { Client } from '../../client/client';
import { CallFailure } from '../../client/failure';
import { isRead } from '../../client/retry-policy';
import { refusalIn } from '../../client/trouble';
import type { Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import { completeRequests, nobodysId } from '../../fixtures/requests';
import {
  createAnnouncement,
  createReport,
  endpoints,
  getTemplateByName,
  listCategories,
  listTemplatesByUser,
  saveReportContent,
} from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { meaningOf } from './codes';
import { outcomeText } from './outcome';
import type { TokenDesk } from './token-desk';

/** One harmless call to an endpoint and how it ended; `reason` says why there is no answer. */
export type Probe = { readonly endpoint: Endpoint } & (
  | { readonly outcome: 'answered'; readonly body: object }
  | { readonly outcome: 'refused'; readonly code: string; readonly body: object }
  | { readonly outcome: 'failed'; readonly reason: Text }
  | {
      readonly outcome: 'not asked';
      readonly reason: Text;
      /** The endpoint that was granted by the same permission. */
      readonly grantedWith?: string;
      /** Few cases need it: the run itself will see. */
      readonly isLeftToRun?: true;
    }
);

/** What is asked of a tenant. */
export interface Questions {
  /** The ids of the endpoints in question; all where it is absent. */
  readonly endpoints?: ReadonlySet<string>;
  /** Whether one endpoint of each permission is enough where it is granted. */
  readonly isBrief?: boolean;
  /** Whether nothing may be written, however harmless. */
  readonly readOnly?: boolean;
}

/** Asks an endpoint with this token, or with none, and takes down how it ended. Only a fault of the suite itself is thrown. */
export async function probe(
  client: Client,
  endpoint: Endpoint,
  request: object,
  token: string | null = null,
): Promise<Probe> {
  try {
    const reply = await client.send(endpoint, request, { token });
    const body = reply.body as object;
    if (reply.refused) return { endpoint, outcome: 'refused', code: reply.code, body };
    return { endpoint, outcome: 'answered', body };
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    // What is to be done is the same where the envelope of the refusal is not as documented.
    const refusal = refusalIn(error.exchange.responseBody);
    if (refusal) return { endpoint, outcome: 'refused', ...refusal };
    return { endpoint, outcome: 'failed', reason: outcomeText(error.exchange.outcome) };
  }
}

/**
 * Asks the endpoints that need a permission, one after the other. Once the caller's address or the whole company is turned away
 * the rest is not asked: it would only cost calls.
 */
export async function probeAll(
  desk: TokenDesk,
  tenant: LiveTenant,
  questions: Questions = {},
): Promise<Probe[]> {
  const requests = harmlessRequests(tenant);
  const probes: Probe[] = [];
  for (const endpoint of questioned(questions)) {
    const request = requests.get(endpoint.id) ?? {};
    const reason = requests.has(endpoint.id) ? barrier(probes) : noCall;
    const spared = reason === undefined ? sparedBy(endpoint, probes, questions) : { reason };
    probes.push(spared ? { endpoint, outcome: 'not asked', ...spared } : await desk.probe(endpoint, request));
  }
  return probes;
}

const noCall: Text = { en: 'no harmless call is known', zh: '没有无副作用的调用方式' };

/** The same list where nothing can be asked. */
export function notAsked(reason: Text, questions: Questions = {}): Probe[] {
  return questioned(questions).map((endpoint) => ({ endpoint, outcome: 'not asked', reason }));
}

/** How many counted calls a brief look at these endpoints takes where all of them are granted. */
export function callsToAsk(ids: ReadonlySet<string>): number {
  const asked = endpoints.filter(
    (endpoint) =>
      endpoint.counted && needsPermission(endpoint) && ids.has(endpoint.id) && !isLeftToRun(endpoint),
  );
  return new Set(asked.map(permissionOf)).size;
}

// What tells the most comes first: of the people and the template, then what reads.
const telling: readonly Endpoint[] = [listCategories, getTemplateByName];

function questioned({ endpoints: ids, isBrief = false }: Questions): Endpoint[] {
  const chosen = endpoints.filter((endpoint) => needsPermission(endpoint) && ids?.has(endpoint.id) !== false);
  return isBrief ? chosen.sort((a, b) => rankOf(a) - rankOf(b)) : chosen;
}

function rankOf(endpoint: Endpoint): number {
  if (telling.some(({ id }) => id === endpoint.id)) return 0;
  return isRead(endpoint) ? 1 : 2;
}

interface Spared {
  readonly reason: Text;
  readonly grantedWith?: string;
  readonly isLeftToRun?: true;
}

function sparedBy(
  endpoint: Endpoint,
  probes: readonly Probe[],
  { isBrief = false, readOnly = false }: Questions,
): Spared | undefined {
  if (readOnly && !isRead(endpoint))
    return { reason: { en: 'this run only reads', zh: '只读运行，不调用写接口' } };
  return isBrief ? sparedByOthers(endpoint, probes) : undefined;
}

function sparedByOthers(endpoint: Endpoint, probes: readonly Probe[]): Spared | undefined {
  if (isLeftToRun(endpoint))
    return {
      reason: {
        en: 'optional, or archived: the first case to call it will see',
        zh: '可选接口或已归档接口：由第一条调用它的用例来判断',
      },
      isLeftToRun: true,
    };
  const like = probes.find(
    (each) => permissionOf(each.endpoint) === permissionOf(endpoint) && isGranted(each),
  );
  if (!like) return undefined;
  const { id } = like.endpoint;
  const reason = { en: `${id} is granted by the same permission`, zh: `同一权限下的 ${id} 已开通` };
  return { reason, grantedWith: id };
}

/** Whether a probe got past the permission, which is checked before the business rules (inferred). */
export function isGranted(probe: Probe): boolean {
  // A contact scope that is too narrow is asked for after the permission as well.
  if (probe.outcome === 'refused')
    return ['service', 'scope'].includes(meaningOf(probe.endpoint, probe.code));
  return probe.outcome === 'answered';
}

// Asking about what few cases need, and not every tenant has, would cost as much as it can spare; nobody is given an archived one any more,
// and where it is refused its successor serves.
const isLeftToRun = ({ counted, docs, capability }: Endpoint): boolean =>
  counted && (capability !== undefined || docs.status === 'archived');

// A permission opens all of its endpoints (documented).
const permissionOf = ({ permission }: Endpoint): string => [...permission.anyOf].sort().join();

const needsPermission = ({ permission }: Endpoint): boolean => permission.anyOf.length > 0;

// After so many calls that were throttled or busy to the end, there is no use in asking on.
const mostLate = 3;

function barrier(probes: readonly Probe[]): Text | undefined {
  const met = probes.map((probe) =>
    probe.outcome === 'refused' ? meaningOf(probe.endpoint, probe.code) : undefined,
  );
  if (met.includes('ip')) return { en: 'the IP address is refused', zh: 'IP 地址被拒绝' };
  if (met.includes('quota')) return { en: 'the quota is used up', zh: '调用额度已用完' };
  // Each of them was waited for as long as a run would.
  const late = met.filter((meaning) => meaning === 'rate' || meaning === 'busy').length;
  return late >= mostLate
    ? {
        en: 'the service turns one call after the other away, too busy or asked too often',
        zh: '服务连续拒绝调用：过于繁忙或调用过于频繁',
      }
    : undefined;
}

/**
 * One request for each endpoint that changes nothing: what exists is only read, what is changed or deleted has an id that nothing has,
 * and what is created has no title, text or receivers, so that nothing can be made of it.
 */
function harmlessRequests({ people, templateName, deptId }: LiveTenant): Map<string, object> {
  const { operator: operation_userid, user: userid } = people;
  const nothing = { userid, template_id: nobodysId, dd_from: 'api-suite', contents: [] };
  const known = completeRequests({ ...people, templateName, deptId, tag: '' });
  return new Map<string, object>([
    ...known.map(({ endpoint, request }) => [endpoint.id, request] as const),
    [createAnnouncement.id, { create_request: { operation_userid } }],
    [createReport.id, { create_report_param: { ...nothing, to_chat: false, to_userids: [] } }],
    [saveReportContent.id, { create_report_param: nothing }],
    [listTemplatesByUser.id, { userid, offset: 0, size: 100 }],
  ]);
}
