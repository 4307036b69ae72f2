import { day } from '../clock';
import { membersOf } from '../tenant';
import { seed } from './seed';

const now = Date.UTC(2026, 6, 1);
const { content, people, deptId, templateName } = seed(now);
const ages = content.announcements.map(({ createdAt }) => now - createdAt);

describe('seed', () => {
  it('is the same for the same moment', () => {
    expect(seed(now).content).toEqual(content);
  });

  it.each([
    { what: 'people', found: content.people.size, least: 60 },
    { what: 'departments', found: content.departments.size, least: 8 },
    { what: 'categories', found: content.categories.length, least: 4 },
    { what: 'announcements', found: content.announcements.length, least: 300 },
    {
      what: 'announcements of the last month',
      found: ages.filter((age) => age < 30 * day).length,
      least: 100,
    },
    { what: 'older announcements', found: ages.filter((age) => age > 30 * day).length, least: 100 },
    {
      what: 'confidential announcements',
      found: content.announcements.filter(({ confidential }) => confidential).length,
      least: 5,
    },
    { what: 'reports', found: content.reports.length, least: 400 },
    {
      what: 'comments on one report',
      found: Math.max(...content.reports.map((r) => r.comments.length)),
      least: 21,
    },
    { what: 'people about to join', found: content.preEntry.length, least: 101 },
    { what: 'people in service', found: content.onJob.length, least: 101 },
    { what: 'people who left', found: content.dismissed.length, least: 101 },
    {
      what: 'userids with a leading zero',
      found: [...content.people.keys()].filter((id) => id.startsWith('0')).length,
      least: 5,
    },
  ])('has at least $least $what', ({ found, least }) => {
    expect(found).toBeGreaterThanOrEqual(least);
  });

  it('lets nothing happen in the future', () => {
    const moments = [
      ...content.announcements.flatMap(({ createdAt, modifiedAt }) => [createdAt, modifiedAt]),
      ...content.reports.flatMap(({ modifiedAt, comments }) => [
        modifiedAt,
        ...comments.map((c) => c.createdAt),
      ]),
      ...content.checkins.map(({ at }) => at),
    ];

    expect(Math.max(...moments)).toBeLessThanOrEqual(now);
  });

  it('lets only receivers read a report', () => {
    const strangers = content.reports.flatMap(({ readers, receivers }) =>
      [...readers].filter((reader) => !receivers.includes(reader)),
    );

    expect(strangers).toEqual([]);
  });

  it('offers an administrator, an employee, a department of theirs and a template that is all text', () => {
    const template = content.templates.find(({ name }) => name === templateName);

    expect(people.operator).toBe(content.mainAdmin);
    expect(membersOf(content, deptId)).toContain(people.user);
    expect(template?.fields.map(({ type }) => type)).toEqual([1, 1, 1]);
  });
});
