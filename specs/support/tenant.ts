import { randomBytes } from 'node:crypto';
import { Client } from '../../client/client';
import { guardFor } from '../../client/guard';
import { Ours } from '../../client/ours';
import { awaitSlot, BrokeredTokens, OverBudget } from '../../runner/broker/brokered';
import type { Release } from '../../client/pacer';
import { haltRun } from '../../runner/session/halt';
import type { Endpoint } from '../../schemas/endpoint';
import type { Draft } from '../../fixtures/blackboard/announcement';
import { nobodysId } from '../../fixtures/requests';
import { tagOf } from '../../fixtures/tag';
import { Skip } from '../../runner/jest/case-record';
import { Journal } from '../../runner/cleanup/journal';

const { run, redactor, currentCase, mayCall } = globalThis.suite;

const unpaced = (): void => undefined;

// Every spec file loads this anew, also where one process runs several of them.
const file = randomBytes(3).toString('hex');
let serial = 0;

const journal = new Journal(run);
const ours = new Ours(
  (title, content) => `${title} ${content}`.includes(`[api-suite ${run.id}-${file}-`),
  (id, text) => {
    journal.found(id, text);
  },
);

/** Whether this spec file made an announcement, as far as it has read it. */
export const isOurs = (id: string): boolean => ours.has(id);

const guard = guardFor({
  people: Object.values(run.tenant.people),
  ...(run.tenant.deptId === undefined ? {} : { deptId: run.tenant.deptId }),
  mayChange: (id) => id === nobodysId || isOurs(id),
  ...(run.readOnly ? { readOnly: true } : {}),
});

/** Whatever has to be said before a request is sent: a case may end here, and a violation ends the run. */
function permit(endpoint: Endpoint, request: object, ownToken: boolean): void {
  mayCall();
  // A call with another token, or with none, is refused whatever the app was granted; a token endpoint takes no token.
  const isClosed = ownToken || run.readOnly === true || endpoint.id.startsWith('token/');
  const closed = isClosed ? run.unavailable?.[endpoint.id] : undefined;
  if (closed !== undefined) throw new Skip(closed);
  try {
    guard(endpoint, request);
  } catch (error) {
    haltRun(run.reportsDir, (error as Error).message);
    throw error;
  }
  journal.sending(endpoint, request);
}

// A case that finds the budget used up is skipped; what it made is removed from what was kept back for that, or is left behind.
function slotFor(endpoint: string, counted: boolean): Promise<Release> {
  const asking = { counted, cleaning: currentCase().isCleaning };
  return awaitSlot(run.broker, endpoint, asking).catch((error: unknown) => {
    if (error instanceof OverBudget && !asking.cleaning) throw new Skip(error.message);
    throw error;
  });
}

/** The client of this spec file. Its calls are recorded with the case that makes them. */
export const api = new Client({
  urls: run.tenant.urls,
  timeoutMs: run.timeoutMs,
  tokens: new BrokeredTokens(run.broker),
  corpId: run.tenant.app.corpId,
  redactor,
  record: (exchange) => {
    currentCase().took(exchange);
    journal.ended(exchange);
  },
  notice: (finding) => currentCase().findings.push(finding),
  guard: permit,
  saw: (body) => {
    ours.saw(body);
  },
  // On the embedded tenant nobody else spends the rate, and nothing may get lost.
  pace: async (endpoint, counted) => {
    mayCall();
    return run.target === 'live' ? slotFor(endpoint, counted) : unpaced;
  },
  retries: run.target === 'live',
  // What it takes to look stands on this client; so it is loaded when it is needed.
  look: async (endpoint, request) => (await import('./lost-writes')).lookFor(endpoint, request),
  strict: run.target === 'emulator',
});

/** An announcement administrator, who acts. */
export const operator = run.tenant.people.operator;
/** An ordinary employee, who receives announcements and writes reports. */
export const user = run.tenant.people.user;
export const { templateName, deptId, app } = run.tenant;

/** A mark for one object that the run creates; it tells whose it is, and no other object has it. */
export function aTag(): string {
  serial += 1;
  return tagOf(run.id, file, serial);
}

/** Ends the case as skipped, with a reason that stands in every report. */
export function skip(reason: string): never {
  throw new Skip(reason);
}

/** Who receives an announcement: people, the department of the run, or that where the tenant names one. */
export type Receiver = 'user' | 'operator' | 'department' | 'any department';

/** The receivers of an announcement; skips the case where the tenant has to name a department and does not. */
export function receivers(to: readonly Receiver[]): Draft['blackboard_receiver'] {
  const users = Object.entries({ user, operator }).flatMap(([role, userid]) =>
    to.some((one) => one === role) ? [userid] : [],
  );
  const any = to.includes('any department') && deptId !== undefined ? [deptId] : [];
  const departments = to.includes('department') ? [department()] : any;
  return {
    ...(users.length > 0 ? { userid_list: users } : {}),
    ...(departments.length > 0 ? { deptid_list: departments } : {}),
  };
}

/** The department that may be addressed and asked about; skips the case where the tenant names none. */
export function department(): number {
  return deptId ?? skip('no department may be addressed: DINGTALK_DEPT_ID is not set');
}

/** The media id of a cover picture; skips the case where the tenant has none. */
export function coverMediaId(): string {
  return (
    run.tenant.coverMediaId ??
    skip('there is no picture to use as a cover: DINGTALK_COVER_MEDIA_ID is not set')
  );
}
