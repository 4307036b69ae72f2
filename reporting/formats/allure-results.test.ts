import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reconcile } from './allure-results';
import { aCase } from '../testing/sample';
import { temporaryFolder } from '../testing/temporary-folder';

const root = temporaryFolder();
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const file = aCase().file;
const place = `${file}#${aCase().title}`;
const left = (uuid: string, fields: object = {}) => ({
  uuid,
  name: 'as Allure says',
  fullName: `pkg:${place}`,
  ...fields,
});

let count = 0;

/** Lets Allure have left these results, makes them agree with the cases, and returns what is left then, in the order of names. */
function reconciled(
  results: readonly object[],
  cases = [aCase()],
  others: Readonly<Record<string, string>> = {},
  most = 1_000,
) {
  const folder = join(root, String((count += 1)));
  mkdirSync(folder);
  for (const result of results as { uuid: string }[]) {
    writeFileSync(join(folder, `${result.uuid}-result.json`), JSON.stringify(result));
  }
  for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), text);
  reconcile(folder, cases, most);
  const names = readdirSync(folder).sort();
  const now = names
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>);
  return { names, now };
}

describe('The results of Allure', () => {
  it('of a large run keep the calls of what failed, and the names of all others', () => {
    const step = (source: string): object => ({ steps: [{ name: 'POST', attachments: [{ source }] }] });
    const [passed, failed] = [aCase(), aCase({ title: 'fails', status: 'failed', messages: ['no'] })];
    const results = [
      left('a', step('a.http')),
      left('b', { ...step('b.http'), fullName: `pkg:${file}#fails` }),
    ];
    const others = { 'a.http': '{}', 'b.http': '{}' };

    expect(reconciled(results, [passed, failed], others, 2).names).toContain('a.http');
    const { names, now } = reconciled(results, [passed, failed], others, 1);

    expect(names).toEqual(['a-result.json', 'b-result.json', 'b.http']);
    expect(now).toMatchObject([{ steps: [{ name: 'POST', attachments: [] }] }, step('b.http')]);
  });

  it('say which failure is a known issue or flaky, and where it is worked on', () => {
    const knownIssue = { reason: 'ticket 7', link: 'https://t.example.com/7' };
    const { now } = reconciled(
      [left('a')],
      [aCase({ status: 'failed', messages: ['no'], knownIssue, flaky: true })],
    );

    expect(now).toMatchObject([
      {
        status: 'broken',
        statusDetails: {
          known: true,
          flaky: true,
          message: 'known issue: ticket 7 (https://t.example.com/7)\nno',
        },
        links: [{ type: 'issue', name: 'ticket 7', url: 'https://t.example.com/7' }],
      },
    ]);
  });

  it('keep what Allure knows, with the ids, times and place of the case', () => {
    const { now } = reconciled([left('a', { steps: [1], labels: [{ name: 'framework', value: 'jest' }] })]);

    expect(now).toEqual([
      {
        uuid: 'a',
        name: 'as Allure says',
        steps: [1],
        fullName: place,
        testCaseId: md5(place),
        historyId: `${md5(place)}:${md5('')}`,
        status: 'passed',
        statusDetails: {},
        start: 1000,
        stop: 1020,
        titlePath: ['specs', 'blackboard', 'create.spec.ts', 'blackboard/create'],
        labels: [
          { name: 'framework', value: 'jest' },
          { name: 'epic', value: 'blackboard' },
          { name: 'feature', value: 'blackboard/create' },
          { name: 'suite', value: file },
        ],
      },
    ]);
  });

  it('keep the id of the parameters, and the labels that are there', () => {
    const labels = [{ name: 'epic', value: 'own' }];

    const { now } = reconciled([left('a', { historyId: 'x:parameters', labels })]);

    expect(now).toMatchObject([{ historyId: `${md5(place)}:parameters` }]);
    expect(JSON.stringify(now)).not.toContain('"value":"blackboard"');
  });

  it('gain a case that Allure does not know', () => {
    const { now } = reconciled([], [aCase({ describe: [], name: 'one', added: true })]);

    expect(now).toMatchObject([
      {
        name: 'one',
        fullName: place,
        stage: 'finished',
        ...{ steps: [], attachments: [], parameters: [], links: [] },
        labels: [
          { name: 'epic', value: 'the suite itself' },
          { name: 'feature', value: file },
          { name: 'suite', value: file },
        ],
      },
    ]);
  });

  it('lose a case that Jest does not know, with its attachments', () => {
    const stray = left('b', { fullName: 'pkg:other#x', attachments: [{ source: 'b-attachment.txt' }] });
    const others = {
      'b-attachment.txt': '',
      'a-attachment.txt': '',
      'x-globals.json': '',
      'c-container.json': '',
    };

    const { names } = reconciled([left('a'), stray], [aCase()], others);

    expect(names).toEqual(['a-attachment.txt', 'a-result.json', 'c-container.json']);
  });

  it('lose a result that was cut short', () => {
    const { names } = reconciled([left('a')], [aCase()], { 'b-result.json': '{"uuid":' });

    expect(names).toEqual(['a-result.json']);
  });

  it('keep as many attempts as there were, and end the last as the case did', () => {
    const results = [left('c', { start: 3 }), left('a', { start: 1 }), left('b', { start: 2 })];

    const { now } = reconciled(results, [aCase({ attempts: 2, status: 'failed', messages: ['x', 'y'] })]);

    expect(now.map(({ uuid, status, testCaseId }) => [uuid, status, testCaseId])).toEqual([
      ['b', undefined, md5(place)],
      ['c', 'broken', md5(place)],
    ]);
  });

  it('give each of two cases of one title its own, in the order of time', () => {
    const results = [left('b', { start: 2 }), left('a')];
    const twins = [aCase({ status: 'skipped', reason: 'none' }), aCase()];

    const { now } = reconciled(results, twins);

    expect(now).toMatchObject([
      { uuid: 'a', status: 'skipped', fullName: place },
      { uuid: 'b', status: 'passed', fullName: `${place} (2)` },
    ]);
  });

  it.each([
    {
      end: aCase({ status: 'skipped', reason: 'no permission' }),
      want: { status: 'skipped', statusDetails: { message: 'no permission' } },
    },
    { end: aCase({ status: 'skipped' }), want: { status: 'skipped', statusDetails: { message: '' } } },
    {
      end: aCase({ status: 'failed', failureClass: 'product', messages: ['one', 'two'] }),
      want: { status: 'failed', statusDetails: { message: 'one', trace: 'one\n\ntwo' } },
    },
    {
      end: aCase({ status: 'failed', failureClass: 'network', messages: ['x'] }),
      want: { status: 'broken' },
    },
  ])('end as the case does: $want', ({ end, want }) => {
    expect(reconciled([left('a')], [end]).now).toMatchObject([want]);
  });

  it('name the class of a failure, by which Allure groups them', () => {
    const { now } = reconciled(
      [left('a')],
      [aCase({ status: 'failed', failureClass: 'quota', messages: ['x'] })],
    );

    expect(now[0]?.labels).toContainEqual({ name: 'failureClass', value: 'quota' });
  });

  it('may be of a run that left none', () => {
    const folder = join(root, 'none');

    reconcile(folder, []);

    expect(existsSync(folder)).toBe(true);
  });
});
