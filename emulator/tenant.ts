import type { Answers } from './choices';
import type { Clock } from './clock';
import { unknownPerson } from './refusal';
import type { Tokens } from './tokens';

/** An internal app of the tenant and the scopes that it was granted. */
export interface App {
  readonly appKey: string;
  readonly appSecret: string;
  readonly scopes: Set<string>;
}

/** A department; the root has id 1 and no parent. */
export interface Department {
  readonly id: number;
  readonly name: string;
  readonly parentId?: number;
}

/** An employee in the address book. */
export interface Person {
  readonly userid: string;
  readonly name: string;
  readonly deptIds: readonly number[];
}

/** A category of announcements. */
export interface Category {
  readonly id: string;
  readonly name: string;
}

/** An announcement; the times are epoch milliseconds, `readers` are userids. */
export interface Announcement {
  readonly id: string;
  readonly sender: string;
  readonly createdAt: number;
  readonly confidential: boolean;
  readonly pinned: boolean;
  readonly deptIds: readonly number[];
  readonly userids: readonly string[];
  readonly readers: Set<string>;
  modifiedAt: number;
  title: string;
  content: string;
  author?: string;
  categoryId?: string;
  coverMediaId?: string;
}

/** A group chat that a template may send reports to. */
export interface Group {
  readonly conversationId: string;
  readonly title: string;
  readonly members: readonly string[];
}

/** One field of a template; `type` 1 is text, `sort` its id inside the template (observed: not always contiguous). */
export interface TemplateField {
  readonly name: string;
  readonly sort: number;
  readonly type: number;
}

/** A report template. Without `visibleTo` every employee sees it. */
export interface Template {
  readonly id: string;
  readonly name: string;
  readonly icon: number;
  readonly fields: readonly TemplateField[];
  readonly defaultReceivers: readonly string[];
  readonly defaultGroups: readonly string[];
  readonly visibleTo?: ReadonlySet<string>;
}

/** What somebody wrote under a report, at an epoch millisecond. */
export interface Comment {
  readonly userid: string;
  readonly content: string;
  readonly createdAt: number;
}

/** A report; the times are epoch milliseconds of whole seconds, `row` is the growing number that cursors are made of. */
export interface Report {
  readonly id: string;
  readonly row: number;
  readonly templateName: string;
  readonly author: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly remark: string;
  readonly contents: readonly (TemplateField & { readonly value: string })[];
  readonly receivers: readonly string[];
  readonly readers: Set<string>;
  readonly likers: Set<string>;
  readonly comments: Comment[];
}

/** An employee in service as HR keeps them: 2 probation, 3 regular, 5 about to leave, -1 no status. */
interface OnJobEmployee {
  readonly userid: string;
  readonly status: string;
}

/** A check-in of somebody in the field, at an epoch millisecond. */
export interface Checkin {
  readonly userid: string;
  readonly at: number;
  readonly place: string;
  readonly detailPlace: string;
  readonly remark?: string;
  readonly images?: readonly string[];
  readonly longitude?: string;
  readonly latitude?: string;
  readonly visitUser?: string;
}

/** Everything that fills a tenant; a reset replaces it as a whole. */
export interface TenantContent {
  departments: Map<number, Department>;
  people: Map<string, Person>;
  /** The main administrator of announcements and the sub-administrators, by userid. */
  mainAdmin: string;
  subAdmins: Set<string>;
  categories: Category[];
  /** Oldest first. */
  announcements: Announcement[];
  groups: Map<string, Group>;
  /** Oldest first. */
  templates: Template[];
  /** By growing row. */
  reports: Report[];
  preEntry: string[];
  onJob: OnJobEmployee[];
  dismissed: string[];
  checkins: Checkin[];
  /** How many rows each person has of what the tenant knows by its sample alone, and the moment before which they stand. */
  sampled: { readonly each: number; readonly before: number };
}

/** A company on the emulated DingTalk: its apps, tokens, time and content. */
export interface Tenant extends TenantContent {
  readonly corpId: string;
  readonly apps: Map<string, App>;
  readonly clock: Clock;
  readonly tokens: Tokens;
  /** What this tenant does where the sources leave it open; see choices/. */
  readonly choice: Answers['choose'];
  readonly allows: Answers['allows'];
}

/** Returns the employee of that userid; an unknown one is refused. */
export function existingPerson(tenant: TenantContent, userid: string): Person {
  const person = tenant.people.get(userid);
  if (!person) throw unknownPerson();
  return person;
}

/** Lists the userids of everybody in a department and below it; 1 and -1 both stand for the whole company. */
export function membersOf(tenant: TenantContent, deptId: number): string[] {
  const everybody = [...tenant.people.values()];
  if (isRoot(deptId)) return everybody.map(({ userid }) => userid);
  const branch = branchOf(tenant, deptId);
  return everybody.filter(({ deptIds }) => deptIds.some((id) => branch.has(id))).map(({ userid }) => userid);
}

/** Tells whether a department id stands for the whole company: 1, or -1 in announcements (documented). */
export function isRoot(deptId: number): boolean {
  return deptId === 1 || deptId === -1;
}

function branchOf(tenant: TenantContent, deptId: number): Set<number> {
  const below = [...tenant.departments.values()].filter(({ parentId }) => parentId === deptId);
  return new Set([deptId, ...below.flatMap(({ id }) => [...branchOf(tenant, id)])]);
}
