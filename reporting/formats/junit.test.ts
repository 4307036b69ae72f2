import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCase } from '../testing/sample';
import { temporaryFolder } from '../testing/temporary-folder';
import { junitTotals, readJunitTotals, writeJunit } from './junit';

describe('writeJunit', () => {
  const folder = temporaryFolder();

  it('names file and describe as the class, and escapes what XML would read', async () => {
    const file = 'specs/blackboard/create.spec.ts';
    const failed = aCase({
      status: 'failed',
      failureClass: 'tenant',
      messages: ['<b> & "c" 公告'],
      name: 'a < b & "c"',
    });
    const cases = [
      failed,
      aCase({ status: 'skipped', name: 'later' }),
      aCase({ status: 'failed', messages: ['one', 'two'] }),
    ];
    mkdirSync(folder, { recursive: true });

    await writeJunit(
      folder,
      { startedAt: 1, endedAt: 2, files: [{ file, startedAt: 1, endedAt: 2, cases }] },
      cases,
    );

    expect(readJunitTotals(folder)).toEqual({ total: 3, passed: 0, failed: 2, skipped: 1 });
    const xml = readFileSync(join(folder, 'junit.xml'), 'utf8');
    expect(
      [...xml.matchAll(/<test(?:suites?|case)(?: classname=".*?"| skipped="\d+")? name=".*?"/g)].map(String),
    ).toEqual([
      '<testsuites skipped="1" name="DingTalk API suite"',
      `<testsuite name="${file}"`,
      `<testcase classname="${file} › blackboard/create" name="a &lt; b &amp; &quot;c&quot;"`,
      `<testcase classname="${file} › blackboard/create" name="later"`,
      `<testcase classname="${file} › blackboard/create" name="stores one"`,
    ]);
    expect([...xml.matchAll(/<failure ([^<]*)</g)].map(([, text]) => text)).toEqual([
      'type="tenant" message="&lt;b&gt; &amp; &quot;c&quot; 公告">[tenant]\n&lt;b&gt; &amp; &quot;c&quot; 公告',
      'type="product" message="one">[product]\none\ntwo',
    ]);
  });
});

describe('A known issue in a JUnit report', () => {
  const folder = temporaryFolder();

  it('is skipped, with what is known of it', async () => {
    const knownIssue = { reason: 'a < "b"' };
    const cases = [
      aCase({ status: 'skipped', name: 'waits', reason: 'no permission' }),
      aCase({ status: 'failed', messages: ['no'], knownIssue }),
    ];
    const files = [{ file: aCase().file, startedAt: 1, endedAt: 2, cases }];
    await writeJunit(folder, { startedAt: 1, endedAt: 2, files }, cases);
    const xml = readFileSync(join(folder, 'junit.xml'), 'utf8');

    expect(readJunitTotals(folder)).toEqual({ total: 2, passed: 0, failed: 0, skipped: 2 });
    expect([...xml.matchAll(/<skipped message="(.*?)"/g)].map(([, text]) => text)).toEqual([
      'no permission',
      'known issue: a &#60; &#34;b&#34;',
    ]);
    expect(xml).toMatch(/<testsuites skipped="2" [^>]*failures="0"/);
  });
});

describe('junitTotals', () => {
  it.each([
    {
      when: 'a tag is not closed',
      xml: '<testsuites><testcase></testsuites>',
      want: /closes <testsuites> where <testcase>/,
    },
    { when: 'two ends are missing', xml: '<a><b>', want: /does not close <a>, <b>$/ },
    { when: 'the end is missing', xml: '<testsuites><testcase/>', want: /does not close <testsuites>/ },
    { when: 'an ampersand stands alone', xml: '<a>b & c</a>', want: /holds "& c/ },
    { when: 'a control character is in it', xml: '<a>\u0008</a>', want: /holds/ },
    { when: 'a number is none', xml: '<a>&#x;</a>', want: /holds "&#x;"/ },
    { when: 'a number has letters', xml: '<a>&#1a;</a>', want: /holds "&#1a;"/ },
    { when: 'a hexadecimal number has others', xml: '<a>&#x1g;</a>', want: /holds "&#x1g;"/ },
    { when: 'it has a second head', xml: '<a><?xml version="1.0"?></a>', want: /holds "<\?xml/ },
  ])('refuses what is no XML: $when', ({ xml, want }) => {
    expect(() => junitTotals(xml)).toThrow(want);
  });
});

describe('The cases of a JUnit report', () => {
  it('are counted by how they ended', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <testsuites   name="a"  tests="4">
        <testsuite name="&lt;">&lt;&gt;&quot;&apos;&amp;&#10;&#x1F;&#xaf;
          <testcase name="a" time="1"/><testcase ><failure>x</failure></testcase>
          <testcase><error/></testcase><testcase><skipped /></testcase>
        </testsuite>
      </testsuites>`;

    expect(junitTotals(xml)).toEqual({ total: 4, passed: 1, failed: 2, skipped: 1 });
  });
});
