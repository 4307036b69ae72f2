import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCase } from './fixtures/sample';
import { temporaryFolder } from './fixtures/temporary-folder';
import { junitTotals, readJunitTotals, writeJunit } from './junit';

describe('writeJunit', () => {
  const folder = temporaryFolder();

  it('names file and describe as the class, and escapes what XML would read', async () => {
    const file = 'specs/blackboard/create.spec.ts';
    const failed = aCase({
      status: 'failed',
      failureClass: 'product',
      messages: ['<b> & "c" 公告'],
      name: 'a < b & "c"',
    });
    const cases = [failed, aCase({ status: 'skipped', name: 'later' })];
    mkdirSync(folder, { recursive: true });

    await writeJunit(
      folder,
      { startedAt: 1, endedAt: 2, files: [{ file, startedAt: 1, endedAt: 2, cases }] },
      cases,
    );

    expect(readJunitTotals(folder)).toEqual({ total: 2, passed: 0, failed: 1, skipped: 1 });
    const xml = readFileSync(join(folder, 'junit.xml'), 'utf8');
    expect(xml).toContain(
      `<testcase classname="${file} › blackboard/create" name="a &lt; b &amp; &quot;c&quot;"`,
    );
    expect(xml).toContain('[product]\n&lt;b&gt; &amp; &quot;c&quot; 公告');
  });
});

describe('junitTotals', () => {
  it.each([
    {
      when: 'a tag is not closed',
      xml: '<testsuites><testcase></testsuites>',
      want: /closes <testsuites> where <testcase>/,
    },
    { when: 'the end is missing', xml: '<testsuites><testcase/>', want: /does not close <testsuites>/ },
    { when: 'an ampersand stands alone', xml: '<a>b & c</a>', want: /holds "& c/ },
    { when: 'a control character is in it', xml: '<a>\u0008</a>', want: /holds/ },
  ])('refuses what is no XML: $when', ({ xml, want }) => {
    expect(() => junitTotals(xml)).toThrow(want);
  });
});
