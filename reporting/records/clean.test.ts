import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redactor } from '../../client/redaction/redact';
import { clean, cleanMessage, plain } from './clean';
import { cleanFolder } from './clean-folder';
import { temporaryFolder } from '../testing/temporary-folder';

const redactor = new Redactor();
redactor.register('canary-secret', 'SECRET');

describe('plain', () => {
  it('takes out colours and what XML cannot hold', () => {
    expect(plain('\u001b[31mred\u001b[39m \u0000 \ud800 公告 😀\n')).toBe('red \ufffd \ufffd 公告 😀\n');
  });
});

describe('clean', () => {
  it('finds a secret in depth, also where colours stand inside it', () => {
    const value = { texts: ['canary-\u001b[7msecret\u001b[27m'], count: 1, none: null };
    expect(clean(value, redactor)).toEqual({ texts: ['<SECRET>'], count: 1, none: null });
  });

  it('leaves a value alone that a mask would break', () => {
    const spanning = new Redactor([{ text: '{"a":"x', name: 'ODD' }]);

    expect(clean({ a: 'x', b: 'y' }, spanning)).toEqual({ a: 'x', b: 'y' });
  });

  it('masks what only its key shows to be secret', () => {
    expect(clean({ access_token: 'whoever-issued-it' }, redactor)).toEqual({ access_token: '<redacted>' });
  });
});

describe('cleanMessage', () => {
  it('keeps the frames of the project, with paths relative to it', () => {
    const message =
      '\nit broke\n    at it (/project/specs/a.spec.ts:1:2)\n    at run (/project/node_modules/jest/x.js:1:1)\n';
    expect(cleanMessage(message, redactor, '/project')).toBe('it broke\n    at it (specs/a.spec.ts:1:2)');
  });
});

describe('cleanFolder', () => {
  const folder = temporaryFolder();

  it.each([
    { name: 'a.json', text: '{"a":"canary-secret"}', want: '{"a":"<SECRET>"}' },
    { name: 'cut.json', text: '{"a":"canary-sec', want: '' },
    { name: 'a.ndjson', text: '{"a":"canary-secret"}\n{"b":"cut', want: '{"a":"<SECRET>"}\n' },
    { name: 'a.txt', text: 'canary-secret', want: '<SECRET>' },
    { name: 'picture.png', text: 'canary-secret\u0000', want: 'canary-secret\u0000' },
  ])('rewrites $name', ({ name, text, want }) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.part`), 'what a killed run has left');

    cleanFolder(folder, redactor);

    expect(readFileSync(join(folder, name), 'utf8')).toBe(want);
    expect(existsSync(join(folder, `${name}.part`))).toBe(false);
  });
});

describe('cleanFolder, of what it need not touch', () => {
  const folder = temporaryFolder();

  it('leaves files alone that are clean, and folders', () => {
    const path = join(folder, 'clean.txt');
    writeFileSync(path, 'nothing');
    utimesSync(path, 1, 1);
    mkdirSync(join(folder, 'inside.json'));

    cleanFolder(folder, redactor);

    expect(statSync(path).mtimeMs).toBe(1000);
  });
});
