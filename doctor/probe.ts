import type { Client } from '../client/client';
import { CallFailure } from '../client/failure';
import type { LiveTenant } from '../config/config';
import { completeRequests, nobodysId } from '../fixtures/requests';
import {
  createAnnouncement,
  createReport,
  endpoints,
  listTemplatesByUser,
  saveReportContent,
} from '../schemas';
import type { Endpoint } from '../schemas/endpoint';
import { meaningOf } from './codes';

/** One harmless call to an endpoint and how it ended; `reason` says why there is no answer. */
export type Probe = { readonly endpoint: Endpoint } & (
  | { readonly outcome: 'answered'; readonly body: object }
  | { readonly outcome: 'refused'; readonly code: string; readonly body: object }
  | { readonly outcome: 'failed'; readonly reason: string }
  | { readonly outcome: 'not asked'; readonly reason: string }
);

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
    return { endpoint, outcome: 'failed', reason: error.exchange.outcome };
  }
}

/**
 * Asks every endpoint that needs a permission, one after the other. Once the caller's address or the whole company is turned away
 * the rest is not asked: it would only cost calls.
 */
export async function probeAll(client: Client, tenant: LiveTenant, token: string): Promise<Probe[]> {
  const requests = harmlessRequests(tenant);
  const probes: Probe[] = [];
  for (const endpoint of endpoints.filter(needsPermission)) {
    const request = requests.get(endpoint.id);
    const reason = request ? barrier(probes) : 'no harmless call is known';
    probes.push(
      request && reason === undefined
        ? await probe(client, endpoint, request, token)
        : { endpoint, outcome: 'not asked', reason: reason ?? '' },
    );
  }
  return probes;
}

/** The same list where nothing can be asked. */
export function notAsked(reason: string): Probe[] {
  return endpoints.filter(needsPermission).map((endpoint) => ({ endpoint, outcome: 'not asked', reason }));
}

const needsPermission = ({ permission }: Endpoint): boolean => permission.anyOf.length > 0;

function barrier(probes: readonly Probe[]): string | undefined {
  const met = probes.map((probe) =>
    probe.outcome === 'refused' ? meaningOf(probe.endpoint, probe.code) : undefined,
  );
  if (met.includes('ip')) return 'the IP address is refused';
  return met.includes('quota') ? 'the quota is used up' : undefined;
}

/**
 * One request for each endpoint that changes nothing: what exists is only read, what is changed or deleted has an id that nothing has,
 * and what is created has no title, text or receivers, so that nothing can be made of it.
 */
function harmlessRequests({ people, templateName }: LiveTenant): Map<string, object> {
  const { operator: operation_userid, user: userid } = people;
  const nothing = { userid, template_id: nobodysId, dd_from: 'api-suite', contents: [] };
  const known = completeRequests({ ...people, templateName, tag: '' });
  return new Map<string, object>([
    ...known.map(({ endpoint, request }) => [endpoint.id, request] as const),
    [createAnnouncement.id, { create_request: { operation_userid } }],
    [createReport.id, { create_report_param: { ...nothing, to_chat: false, to_userids: [] } }],
    [saveReportContent.id, { create_report_param: nothing }],
    [listTemplatesByUser.id, { userid, offset: 0, size: 100 }],
  ]);
}
