import {
  createAnnouncement,
  createReport,
  deleteAnnouncement,
  saveReportContent,
  updateAnnouncement,
} from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { nobodysId } from '../../fixtures/requests';
import type { ReportDraft } from '../../fixtures/report/report';
import { tagsIn } from '../../fixtures/tag';
import { idsWith, isWithdrawn } from './blackboard/announcements';
import { eventually, unless } from './eventually';
import { textsOf } from './blackboard/generations';
import { filled, filledOf, reports, writtenSince, type ListedReport } from './report/reports';
import { isOurs, skip } from './tenant';

type Looking = (request: object) => Promise<object | undefined>;

// Clocks differ, and a call may have waited for its turn and its answer.
const skewMs = 120_000;
const longest = 1000;
const done = { errcode: 0, errmsg: 'ok', result: true };

/**
 * Looks whether a write happened whose answer was lost: returns the body that the answer would have had, or undefined when nothing of
 * it is there after the time that lists may lag. Where nothing can tell, the case is skipped: it cannot go on, and to write a second
 * time could leave two of a thing.
 */
export async function lookFor(endpoint: Endpoint, request: object): Promise<object | undefined> {
  // On a template or an announcement that nothing has, nothing can be made and nothing changed.
  if (JSON.stringify(request).includes(nobodysId)) return undefined;
  return (looks[endpoint.id] ?? nothingTells)(request);
}

const nothingTells: Looking = () =>
  Promise.resolve(
    skip('the answer to a write was lost, and nothing tells whether it happened; it is not written twice'),
  );

const looks: Readonly<Record<string, Looking>> = {
  [createAnnouncement.id]: async (request) => {
    const [tag] = tagsIn(JSON.stringify(request));
    if (tag === undefined) return nothingTells(request);
    const ids = await found('the announcement whose answer was lost', () =>
      idsWith(tag, Date.now() - skewMs),
    );
    return ids && done;
  },
  // The same texts a second time change nothing and notify nobody, so a doubt is no danger.
  [updateAnnouncement.id]: async (request) => {
    const { blackboard_id: id, title, content } = memberOf(request, 'update_request');
    if (typeof id !== 'string') return undefined;
    const texts = await textsOf(id);
    return texts?.title === title && texts?.content === content ? done : undefined;
  },
  // What is not ours, or is deleted already, was not there before either; another deletion says so.
  [deleteAnnouncement.id]: async (request) => {
    const { blackboard_id: id } = request as { blackboard_id?: unknown };
    if (typeof id !== 'string' || !isOurs(id) || isWithdrawn(id)) return undefined;
    return (await textsOf(id)) ? undefined : done;
  },
  [createReport.id]: async (request) => {
    const draft = memberOf(request, 'create_report_param') as unknown as ReportDraft;
    if (!isTelling(draft)) return nothingTells(request);
    const ids = await found('the report whose answer was lost', () => reportsLike(draft));
    return ids && { ...done, result: ids[0] };
  },
  [saveReportContent.id]: nothingTells,
};

// Whether a report that came of this could be told from others.
function isTelling({ userid, contents }: { userid: unknown; contents: unknown }): boolean {
  const isText = (one: unknown): boolean =>
    typeof (one as { content?: unknown } | null)?.content === 'string';
  return typeof userid === 'string' && Array.isArray(contents) && contents.every(isText);
}

// By the tag, or by the same texts where there is none; the service cuts them (documented).
async function reportsLike(draft: ReportDraft): Promise<string[]> {
  const [tag] = tagsIn(JSON.stringify(draft));
  const listed = await reports({ userid: draft.userid, ...writtenSince(Date.now()) });
  const cut = draft.contents.map((one) => ({ ...one, content: one.content.slice(0, longest) }));
  const texts = JSON.stringify(filledOf({ ...draft, contents: cut }));
  const isIt = (report: ListedReport): boolean =>
    tag === undefined
      ? JSON.stringify(filled(report)) === texts
      : report.contents.some(({ value = '' }) => value.includes(tag));
  return listed.filter(isIt).map(({ report_id: id }) => id);
}

// Undefined when nothing was found as long as a list may lag.
async function found(what: string, read: () => Promise<string[]>): Promise<string[] | undefined> {
  return eventually(`${what} to be listed`, async () => {
    const ids = await read();
    expect({ [what]: ids.length > 0 ? 'there' : 'not there' }).toEqual({ [what]: 'there' });
    return ids;
  }).catch(unless('not there', () => undefined));
}

function memberOf(request: object, name: string): Record<string, unknown> {
  const member = (request as Record<string, unknown>)[name];
  return typeof member === 'object' && member !== null ? (member as Record<string, unknown>) : {};
}
