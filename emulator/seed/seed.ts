import { answersOf, type Choose } from '../choices';
import { Dice } from '../dice';
import { formed, type IdForm } from '../ids';
import { seedAnnouncements, seedCategories } from './announcements';
import { seedCheckins } from './checkins';
import { seedEmployees } from './employees';
import { addressableDepartment, departments, mainAdmin, ordinary, seedPeople, subAdmins } from './people';
import { seedGroups, seedReports, seedTemplates, textTemplate } from './reports';
import type { TenantContent } from '../tenant';

/** What a tenant begins with, and which of it a caller may use. */
export interface Seed {
  readonly content: TenantContent;
  /** Userids: an announcement administrator, and an ordinary employee. */
  readonly people: { readonly operator: string; readonly user: string };
  readonly deptId: number;
  readonly templateName: string;
}

const chance = 20_260_727;

/** Fills a busy tenant, always the same one relative to `now` (epoch milliseconds); ids have the form of the tenant's choice. */
export function seed(now: number, choose: Choose = answersOf().choose): Seed {
  const dice = new Dice(chance);
  const people = seedPeople(dice);
  const categories = withIds(seedCategories(dice, now), choose('blackboard/category-id-form'));
  const groups = seedGroups(dice, people);
  const templates = withIds(seedTemplates(dice, now, groups), choose('report/template-id-form'));
  const everybody = new Map(people.map((person) => [person.userid, person]));
  const content: TenantContent = {
    departments: new Map(departments.map((department) => [department.id, department])),
    people: everybody,
    mainAdmin,
    subAdmins: new Set(subAdmins),
    categories,
    announcements: withIds(seedAnnouncements(dice, now, people, categories), choose('blackboard/id-form')),
    groups: new Map(groups.map((group) => [group.conversationId, group])),
    templates,
    reports: withIds(seedReports(dice, now, { people, groups, templates }), choose('report/id-form')),
    ...seedEmployees(dice, people, choose),
    checkins: seedCheckins(dice, now, people),
    sampled: { each: 36, before: now },
  };
  return {
    content,
    people: { operator: mainAdmin, user: ordinary },
    deptId: addressableDepartment,
    templateName: textTemplate,
  };
}

function withIds<Thing extends { readonly id: string }>(things: readonly Thing[], form: IdForm): Thing[] {
  return things.map((thing) => ({ ...thing, id: formed(thing.id, form) }));
}
