import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../reporting/testing/temporary-folder';
import { ConfigError, readConfig } from './config';
import type { Text } from './language';
import { readKnownIssues, type KnownIssue } from './known-issues';

const folder = temporaryFolder();
const file = join(folder, 'known.yml');

/** What is read from a file of these lines, and what is wrong with it. */
function read(lines: readonly string[]): { issues: KnownIssue[]; problems: string[] } {
  writeFileSync(file, lines.join('\n'));
  const problems: Text[] = [];
  const issues = readKnownIssues({ SUITE_KNOWN_ISSUES: file }, problems);
  return { issues, problems: problems.map(({ en }) => en.replace(/^.*known\.yml/, 'known.yml')) };
}

describe('The known issues', () => {
  it('are about causes and cases', () => {
    const text = [
      '# Ours',
      '- cause: 1234e567',
      '  reason: "Ticket 7"',
      '  link: https://t.example.com/7',
      '  owner: 王主管',
      '  since: 2026-11-20',
      '  expires: 2026-12-24',
      '- case: >',
      '    report/list',
      '    R5',
      '  reason: no',
    ];

    expect(read(text)).toEqual({
      issues: [
        {
          cause: '1234e567',
          reason: 'Ticket 7',
          link: 'https://t.example.com/7',
          owner: '王主管',
          since: '2026-11-20',
          expires: '2026-12-24',
        },
        { case: 'report/list R5', reason: 'no' },
      ],
      problems: [],
    });
  });

  it.each([{ given: [] }, { given: ['# - cause: 0a1b2c3d'] }])('are none in $given', ({ given }) => {
    expect(read(given)).toEqual({ issues: [], problems: [] });
  });

  it.each([
    { given: ['- cause: 0a1b2c3d', '  link: https://a.b'], want: [`known.yml:1: 'reason' is missing.`] },
    { given: ['# x', '- reason: x'], want: ['known.yml:2: an entry is about either a cause or a case.'] },
    {
      given: ['- cause: 0a1b2c3d', '  case: a title', '  reason: x'],
      want: ['known.yml:1: an entry is about either a cause or a case.'],
    },
    {
      given: ['- case: a title', '  reason: x', '  ownr: me'],
      want: [
        `known.yml:3: 'ownr' is no member of an entry; they are cause, case, target, reason, link, owner, since, expires.`,
      ],
    },
    {
      given: ['- cause: 0A1B', '  reason: x', '  expires: 2026-02-30', '  link: t/7'],
      want: [
        `known.yml:1: cause is '0A1B': it has to be the eight hex digits of a cause, as reports show them.`,
        `known.yml:4: link is 't/7': it has to be an http or https address.`,
        `known.yml:3: expires is '2026-02-30': it has to be a day such as 2026-11-20.`,
      ],
    },
    { given: ['cause: x'], want: ['known.yml:1: this has to be a list of entries.'] },
    {
      given: ['- 0a1b2c3d'],
      want: ['known.yml:1: this has to be an entry with a cause or a case, and a reason.'],
    },
    { given: ['', '- cause: x', '  cause: y'], want: ['known.yml:3: Map keys must be unique'] },
  ])('say what is wrong and in which line: $want', ({ given, want }) => {
    expect(read(given)).toEqual({ issues: [], problems: want });
  });

  it('have to be where a variable says that they are', () => {
    const problems: Text[] = [];
    readKnownIssues({ SUITE_KNOWN_ISSUES: join(folder, 'none.yml') }, problems);

    expect(problems.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^SUITE_KNOWN_ISSUES is '.*none\.yml': there is no such/),
    ]);
  });
});

describe('A configuration', () => {
  it('takes the known issues of its target', () => {
    writeFileSync(
      file,
      '- {case: a, reason: x, target: live}\n- {case: b, reason: x}\n- {case: c, reason: x, target: emulator}',
    );

    expect(readConfig({ SUITE_KNOWN_ISSUES: file }).knownIssues.map((each) => each.case)).toEqual(['b', 'c']);
  });

  it('is refused with those that are invalid', () => {
    writeFileSync(file, '- case: a');

    expect(() => readConfig({ SUITE_KNOWN_ISSUES: file })).toThrow(ConfigError);
    expect(() => readConfig({ SUITE_KNOWN_ISSUES: file })).toThrow(/known\.yml:1: 'reason' is missing/);
  });
});
