import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../client/redact';
import { temporaryFolder } from './fixtures/temporary-folder';
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
    // Three bytes in front shift nothing, one does: only decoding finds it.
    { file: 'allure/index.html', text: `d("data/attachments/1.txt","${base64('xcanary/secretx')}")` },
  ])('names $file', ({ file, text }) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);

    expect(findLeaks(folder, redactor)).toContain(file);
  });

  it('finds none where there is none', () => {
    expect(findLeaks(join(folder, 'empty'), redactor)).toEqual([]);
  });
});
