import type { Encoding } from '../../client/encode';
import type { Endpoint } from '../../schemas/endpoint';
import { narrowingOf } from '../../schemas/narrowing';
import { pagingOf } from '../../schemas/paging';
import { traitsOf, type RefusedRow } from '../../fixtures/generated';
import type { AcceptedRow, OverRow } from '../../fixtures/generated-limits';
import { valueAt } from '../../fixtures/generated-places';
import { askedWindow, windowsOf } from '../../fixtures/generated-windows';
import { beijingTime, fromBeijingTime } from '../../fixtures/time';
import { completeRequests, nobodysId } from '../../fixtures/requests';
import type { Reply } from '../../client/client';
import type { Claim } from '../../runner/jest/claims';
import { covers } from './coverage';
import { fact, inferred } from './evidence';
import { mustBeLookedAt } from '../../client/lacking';
import { againstKnown } from './eventually';
import { expectNoMoreThan, rowsIn } from './paging';
import { bodyOf, mustIfPermitted, sendIfPermitted } from './permitted';
import { shared, type Shared } from './shared';
import { aTag, deptId, operator, templateName, user } from './tenant';
import { unordered } from './unordered';
import { isOneWayOfAsking, isRowOf } from './variation';

/** A complete request to an endpoint; ids in it belong to nothing. */
export function completeRequest(endpoint: Endpoint): object {
  const all = completeRequests({ operator, user, templateName, deptId, tag: aTag() });
  return all.find((call) => call.endpoint.id === endpoint.id)?.request ?? {};
}

const day = 24 * 3_600_000;

/** A complete request whose window ends now and is the longest that the docs allow, a month at most. */
export function widestRequest(endpoint: Endpoint, given: object = {}): Readonly<Record<string, unknown>> {
  const complete = { ...completeRequest(endpoint), ...given };
  const { window } = narrowingOf(endpoint);
  if (!window) return complete;
  const days = Math.min(30, ...windowsOf(endpoint, complete).map(({ maxDays }) => maxDays));
  // In dates whole days may count.
  const end = window.inDates
    ? fromBeijingTime(`${beijingTime(Date.now()).slice(0, 10)} 00:00:00`)
    : Date.now();
  return { ...complete, ...askedWindow(window, end - days * day, end) };
}

/** A request about something that exists: `id` in place of the id that nothing has. */
function about(request: object, id: string): object {
  return JSON.parse(JSON.stringify(request).replaceAll(nobodysId, id)) as object;
}

/** What a refusal must leave alone, and how it is looked at. */
export interface Untouched {
  /** Stands in the request for the id that nothing has. */
  readonly id?: string;
  /** What cases share and the request speaks of: whoever asks next gets a new one where the request was accepted. */
  readonly spoils?: { readonly spoil: () => void };
}

/**
 * Expects a derived request to be refused, with its code where one is known, and to have changed nothing. One that is accepted says so itself:
 * what it has changed or made is not laid at the door of others.
 */
export async function expectRefused(
  endpoint: Endpoint,
  row: RefusedRow,
  { id = nobodysId, spoils }: Untouched = {},
): Promise<void> {
  isRowOf('refused', ...traitsOf(row));
  covers(...row.covers.filter((covered) => !covered.includes('!')));
  const reply = await sendIfPermitted(endpoint, about(row.request, id));
  if (!reply.refused) {
    spoils?.spoil();
    saysSoItself();
  }
  fact(refusalOf(endpoint, row), () => {
    expect(reply).toBeRefused(row.code);
  });
}

/** Notes that the request of the case was accepted, which it says itself: what has come of it is not looked for. */
export function saysSoItself(): void {
  for (const noted of globalThis.suite.currentCase().noted) noted.accepted = true;
}

const refusalOf = ({ id: endpoint }: Endpoint, { when, source }: RefusedRow): Claim => ({
  endpoint,
  says: `a request in which ${when} is refused`,
  source,
});

/** Expects what is past a limit to be refused. That it is not cut or ignored instead is inferred. */
export function expectRefusedOrIgnored(
  { id: endpoint }: Endpoint,
  reply: Reply<unknown>,
  what: string,
): void {
  fact(inferred(endpoint, `${what} is refused`), () => {
    expect(reply).toBeRefused();
  });
}

/** Expects a request past a limit to be refused, or answered within the limit: with no more rows than it allows. */
export async function expectNotHonoured(endpoint: Endpoint, row: OverRow, id = nobodysId): Promise<void> {
  isRowOf('over', ...traitsOf(row));
  covers(...row.covers);
  const reply = await sendIfPermitted(endpoint, about(row.request, id));
  mustBeLookedAt(reply);
  const { when, limit, source } = row;
  const allowed = limit === undefined ? 'refused' : `refused, or answered with ${limit} rows at most`;
  const rows = reply.refused ? 0 : rowsOf(reply.body);
  const isWithin = reply.refused || (limit !== undefined && rows <= limit);
  const found = isWithin ? allowed : `answered with ${rows} rows`;
  fact({ endpoint: endpoint.id, says: `a request in which ${when} is ${allowed}`, source }, () => {
    expect({ [when]: found }).toEqual({ [when]: allowed });
  });
}

/** Expects a derived request that the docs allow to be answered; where it is not, what it tries at once is asked one by one. */
export async function expectAnswered(endpoint: Endpoint, row: AcceptedRow, id = nobodysId): Promise<void> {
  isRowOf('accepted', ...traitsOf(row));
  covers(...row.covers);
  const request = about(row.request, id);
  const reply = row.isWhole
    ? (await plainAnswer(endpoint, request)()).reply
    : await sendIfPermitted(endpoint, request);
  const outcomes = { [row.when]: outcomeOf(reply) };
  expectPageAsked(endpoint, request, reply);
  for (const part of reply.refused && row.parts.length > 1 ? row.parts : [])
    outcomes[part.when] = outcomeOf(await sendIfPermitted(endpoint, about(part.request, id)));
  const says = `a request in which ${row.when} is answered`;
  const [, ...alone] = Object.values(outcomes);
  // What is allowed alone is allowed together: that no page says.
  const isTogetherOnly = alone.length > 0 && alone.every((outcome) => outcome === 'answered');
  fact({ endpoint: endpoint.id, says, source: isTogetherOnly ? 'inferred' : row.source }, () => {
    const all = Object.keys(outcomes).map((when) => [when, 'answered']);
    expect(outcomes).toEqual(Object.fromEntries(all));
  });
}

// A page that is asked to hold one row tells more than that it came.
function expectPageAsked(endpoint: Endpoint, request: object, { refused, body }: Reply<unknown>): void {
  const paging = pagingOf(endpoint);
  if (!paging || refused) return;
  const size = valueAt(request, paging.size.split('.'));
  if (typeof size === 'number') expectNoMoreThan(size, rowsIn(body, paging));
}

/** How an endpoint answers the row in which every parameter is given. */
export function wholeAnswer<Request, Response>(
  endpoint: Endpoint<Request, Response>,
  rows: readonly AcceptedRow[],
  id = nobodysId,
): Shared<PlainAnswer<Response>> {
  const whole = rows.find(({ isWhole }) => isWhole);
  return plainAnswer(endpoint, about(whole?.request ?? {}, id) as NoInfer<Request>);
}

const outcomeOf = (reply: Reply<unknown>): string => (reply.refused ? `refused ${reply.code}` : 'answered');

/** A request in plain JSON, and how it was answered. */
interface PlainAnswer<Response = unknown> {
  readonly request: object;
  readonly reply: Reply<Response>;
}

/**
 * How an endpoint answers a request in plain JSON: asked once for all cases of a file that only look at it, so with the request of the first.
 * @param about what is asked about, where cases of one file ask about something else than others.
 */
export const plainAnswer = <Request, Response>(
  endpoint: Endpoint<Request, Response>,
  request: NoInfer<Request>,
  about = 'plain JSON',
): Shared<PlainAnswer<Response>> => {
  const name = `how ${endpoint.id} answers ${about}`;
  oneRequest(name, request);
  return shared(name, async () => ({
    request: request as object,
    reply: await sendIfPermitted(endpoint, request),
  }));
};

const shapes = new Map<string, string>();

// Of two requests under one name only the first would be sent. Moments differ by when they were written.
function oneRequest(name: string, request: unknown): void {
  const shape = JSON.stringify(unordered(request)).replaceAll(/\d{12,}|\d{4}-\d\d-\d\d [\d:]{8}/g, '…');
  if ((shapes.get(name) ?? shape) !== shape)
    throw new Error(`Two requests share the name "${name}": ${shapes.get(name) ?? ''} and ${shape}.`);
  shapes.set(name, shape);
}

const rulesOfWays: Partial<Record<Encoding, string[]>> = { form: ['gateway/G13'], strings: ['gateway/G14'] };

/**
 * Expects a read to give the answer that plain JSON gives. It is compared with what is known already; others write meanwhile, so where they
 * differ both are asked at once, and it may take more than one look.
 * @param plain who has asked in plain JSON already.
 */
export async function expectSameAnswer(
  endpoint: Endpoint,
  plain: () => Promise<PlainAnswer>,
  as: Encoding,
): Promise<void> {
  isOneWayOfAsking();
  const { request, reply } = await plain();
  const inWay = (): Promise<unknown> => mustIfPermitted(endpoint, request, { as });
  const both = async (): Promise<unknown[]> => Promise.all([mustIfPermitted(endpoint, request), inWay()]);
  const known = [bodyOf(endpoint, reply), await inWay()];
  await againstKnown(
    `${endpoint.id} to give the same answer to ${as}`,
    { known, read: both },
    ([one, other]) => {
      expect(unordered(content(other))).toEqual(unordered(content(one)));
    },
  );
  covers(...(rulesOfWays[as] ?? []));
}

// Without the id of the request, and without cursors, which are opaque.
function content(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(content);
  if (typeof body !== 'object' || body === null) return body;
  const members = Object.entries(body).filter(([name]) => !/^request_id$|cursor$|^nextToken$/.test(name));
  const there = members.filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(there.map(([name, member]) => [name, content(member)]));
}

// An empty list may be left out.
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Expects a refusal by a service of topapi: no result, and success false, which recorded refusals leave out. */
export function expectNoResult(reply: Reply<unknown>): void {
  expect(reply).toBeRefused();
  const { success, result } = reply.body as { success?: unknown; result?: unknown };
  expect({ success: success ?? false }).toEqual({ success: false });
  fact(inferred(reply.exchange.endpoint, 'a refusal has success false and no result'), () => {
    expect({ success, result }).toEqual({ success: false, result: undefined });
  });
}

// The rows of an answer stand in its outermost list.
function rowsOf(body: unknown): number {
  if (Array.isArray(body)) return body.length;
  if (typeof body !== 'object' || body === null) return 0;
  return Math.max(0, ...Object.values(body).map(rowsOf));
}
