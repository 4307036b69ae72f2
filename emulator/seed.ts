import { Dice } from './dice';
import { seedAnnouncements, seedCategories } from './seed-announcements';
import { seedCheckins } from './seed-checkins';
import { seedEmployees } from './seed-employees';
import {
  addressableDepartment,
  departments,
  mainAdmin,
  ordinary,
  seedPeople,
  subAdmins,
} from './seed-people';
import { seedGroups, seedReports, seedTemplates, textTemplate } from './seed-reports';
import type { TenantContent } from './tenant';

/** What a tenant begins with, and which of it a caller may use. */
export interface Seed {
  readonly content: TenantContent;
  /** Userids: an announcement administrator, and an ordinary employee. */
  readonly people: { readonly operator: string; readonly user: string };
  readonly deptId: number;
  readonly templateName: string;
}

const chance = 20_260_727;

/** Fills a busy tenant, always the same one relative to `now` (epoch milliseconds). */
export function seed(now: number): Seed {
  const dice = new Dice(chance);
  const people = seedPeople(dice);
  const categories = seedCategories(dice, now);
  const groups = seedGroups(dice, people);
  const templates = seedTemplates(dice, now, groups);
  const everybody = new Map(people.map((person) => [person.userid, person]));
  const content: TenantContent = {
    departments: new Map(departments.map((department) => [department.id, department])),
    people: everybody,
    mainAdmin,
    subAdmins: new Set(subAdmins),
    categories,
    announcements: seedAnnouncements(dice, now, people, categories),
    groups: new Map(groups.map((group) => [group.conversationId, group])),
    templates,
    reports: seedReports(dice, now, { people, groups, templates }),
    ...seedEmployees(dice, people),
    checkins: seedCheckins(dice, now, people),
  };
  return {
    content,
    people: { operator: mainAdmin, user: ordinary },
    deptId: addressableDepartment,
    templateName: textTemplate,
  };
}
