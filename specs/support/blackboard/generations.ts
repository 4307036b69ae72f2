import { getAnnouncement, getBlackboard } from '../../../schemas';
import type { Endpoint } from '../../../schemas/endpoint';
import type { GetAnnouncementResponse, GetBlackboardResponse } from '../../../schemas/types';
import type { Reply } from '../../../client/client';
import { isLacking } from '../../../client/lacking';
import { api, operator, skip } from '../tenant';

const { run, currentCase } = globalThis.suite;

/** What each generation of get that the tenant offers answers about an announcement. */
export interface Answers {
  readonly classic?: Reply<GetAnnouncementResponse>;
  readonly current?: Reply<GetBlackboardResponse>;
}

// New apps cannot be granted the archived one, others were never granted the new one; asking once tells which.
const closed = new Set<string>(Object.keys(run.unavailable ?? {}));

/** Asks every generation of get that the tenant offers about an announcement; skips the case where it offers none. */
export async function askAll(id: string, userid: string): Promise<Answers> {
  const classic = await ifOffered(getAnnouncement, { blackboard_id: id, operation_userid: userid });
  const current = await ifOffered(getBlackboard, { blackboardId: id, operationUserId: userid });
  if (!classic && !current)
    skip(
      run.unavailable?.[getBlackboard.id] ??
        'the tenant lets the app read announcements by neither generation of get',
    );
  return { ...(classic && { classic }), ...(current && { current }) };
}

/** Asks the first generation of get that the tenant offers about an announcement; skips the case where it offers none. */
export async function askFirst(id: string, userid: string): Promise<Answers> {
  const current = await ifOffered(getBlackboard, { blackboardId: id, operationUserId: userid });
  return current ? { current } : askAll(id, userid);
}

/** Title and content of an announcement, by the first generation that is offered; undefined where it cannot be read, or not now. */
export async function textsOf(id: string): Promise<{ title: string; content: string } | undefined> {
  const current = await ifOffered(getBlackboard, { blackboardId: id, operationUserId: operator });
  if (current) return current.refused ? undefined : current.body;
  const classic = await ifOffered(getAnnouncement, { blackboard_id: id, operation_userid: operator });
  return !classic || classic.refused ? undefined : classic.body.result;
}

async function ifOffered<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
): Promise<Reply<Response> | undefined> {
  if (closed.has(endpoint.id)) return undefined;
  const reply = await api.send(endpoint, request);
  if (!reply.refused || !isLacking(reply.code)) return reply;
  closed.add(endpoint.id);
  const message = `left out, for the tenant has not opened it to the app: it answers ${reply.code}`;
  currentCase().findings.push({ kind: 'contradiction settled', endpoint: endpoint.id, message });
  return undefined;
}
