import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Redactor } from '../../client/redaction/redact';
import { RedactedLines } from './redacted-lines';

const redactor = new Redactor([{ text: '密-canary-secret', name: 'SECRET' }]);

const printed = (...pieces: Buffer[]): Promise<string> =>
  text(Readable.from(pieces).pipe(new RedactedLines(redactor)));

describe('What a process prints', () => {
  it.each([1, 2, 3, 7, 100])('holds no secret when it comes in pieces of %i bytes', async (size) => {
    const all = Buffer.from('one 密-canary-secret\ntwo\nthree 密-canary-secret');
    const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
      all.subarray(at * size, (at + 1) * size),
    );

    await expect(printed(...pieces)).resolves.toBe('one <SECRET>\ntwo\nthree <SECRET>');
  });

  it('is worded once no secret is in it', async () => {
    const lines = new RedactedLines(redactor, (line) => line.replace('one', '一'));

    await expect(text(Readable.from([Buffer.from('one 密-canary-secret')]).pipe(lines))).resolves.toBe(
      '一 <SECRET>',
    );
  });

  it('keeps its colours, but for a line in which they stand inside a secret', async () => {
    const painted = '\x1b[32mPASS\x1b[39m\n\x1b[31m密-canary\x1b[7m-secret\x1b[27m\x1b[39m\n';

    await expect(printed(Buffer.from(painted))).resolves.toBe('\x1b[32mPASS\x1b[39m\n<SECRET>\n');
  });
});
