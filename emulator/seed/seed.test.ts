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
    ['people', content.people.size, 60],
    ['departments', content.departments.size, 8],
    ['categories', content.categories.length, 4],
    ['announcements', content.announcements.length, 300],
    ['announcements of the last month', ages.filter((age) => age < 30 * day).length, 100],
    ['older announcements', ages.filter((age) => age > 30 * day).length, 100],
    [
      'confidential announcements',
      content.announcements.filter(({ confidential }) => confidential).length,
      5,
    ],
    ['reports', content.reports.length, 400],
    ['comments on one report', Math.max(...content.reports.map((r) => r.comments.length)), 21],
    ['people about to join', content.preEntry.length, 101],
    ['people in service', content.onJob.length, 101],
    ['people who left', content.dismissed.length, 101],
    ['userids with a leading zero', [...content.people.keys()].filter((id) => id.startsWith('0')).length, 5],
  ])('has enough %s', (_, found, least) => {
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
