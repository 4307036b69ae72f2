import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../client/redaction/redact';
import { temporaryFolder } from './testing/temporary-folder';
import { findLeaks } from './leaks';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('findLeaks', () => {
  const folder = temporaryFolder();
  const redactor = new Redactor();
  redactor.register('canary/secret', 'SECRET');

  it.each([
    { file: 'summary.json', text: '"canary/secret"' },
    { file: 'allure-results/a-attachment.txt', text: 'canary%2Fsecret' },
    { file: 'raw/files.ndjson', text: base64('canary/secret') },
    { file: 'junit.xml', text: base64('xcanary/secretx') },
    // Encoded thrice: only decoding finds it.
    { file: 'allure/index.html', text: `d("a","");d("data/1.txt","${base64('canary%252Fsecret')}")` },
  ])('names $file', ({ file, text }) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);

    expect(findLeaks(folder, redactor)).toContain(file);
  });

  it.each([
    { file: 'allure/index.html', text: `d("data/1.txt","${base64('nothing')}")` },
    { file: 'allure/other.html', text: `d("data/1.txt","${base64('canary%252Fsecret')}")` },
    { file: 'own/notes.txt', text: 'canary/secret' },
  ])('does not name $file', ({ file, text }) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);

    expect(findLeaks(folder, redactor)).not.toContain(file);
  });

  it('finds none where there is none', () => {
    expect(findLeaks(join(folder, 'empty'), redactor)).toEqual([]);
  });
});
