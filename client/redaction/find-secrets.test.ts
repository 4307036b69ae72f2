import { deflateRawSync, gzipSync } from 'node:zlib';
import { holdsSecret } from './find-secrets';
import { Redactor } from './redact';

const secret = 'canary/secret-of-an-app';

function zip(content: Buffer, name = 'a.txt'): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(4, 28);
  return Buffer.concat([header, Buffer.from(`${name}more`), deflateRawSync(content)]);
}

const plain = Buffer.from(`before ${secret} after`);
const base64 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('base64'));
const packed = (bytes: Buffer, times: number): Buffer =>
  Array.from({ length: times }).reduce<Buffer>((inner) => gzipSync(inner), bytes);

describe('A secret is found', () => {
  const redactor = new Redactor();
  redactor.register(secret, 'SECRET');

  it.each([
    { where: 'a text', bytes: plain },
    { where: 'base64 of more', bytes: base64(plain) },
    { where: 'base64 of base64', bytes: base64(base64(plain)) },
    { where: 'base64url amid a page', bytes: Buffer.from(`d("x","${plain.toString('base64url')}")`) },
    { where: 'a gzip stream', bytes: gzipSync(plain) },
    {
      where: 'a gzip stream after other bytes',
      bytes: Buffer.concat([Buffer.from('\0ab'), gzipSync(plain)]),
    },
    { where: 'a gzip stream at the depth that occurs', bytes: packed(plain, 4) },
    { where: 'a zip entry', bytes: zip(plain) },
    { where: 'a gzip stream in base64', bytes: base64(gzipSync(plain)) },
    { where: 'URL-encoded text in a zip entry', bytes: zip(Buffer.from(encodeURIComponent(secret))) },
  ])('in $where', ({ bytes }) => {
    expect(holdsSecret(bytes, redactor)).toBe(true);
  });

  it.each([
    { where: 'other text', bytes: Buffer.from('nothing of that kind, canary') },
    { where: 'bytes that look like gzip and zip', bytes: Buffer.from('\x1f\x8b\x08PK\x03\x04', 'latin1') },
    { where: 'what is packed deeper than anything that we write', bytes: packed(plain, 5) },
    { where: 'other text that is packed as deep', bytes: packed(Buffer.from('canary'), 5) },
    { where: 'an empty file', bytes: Buffer.alloc(0) },
  ])('not in $where', ({ bytes }) => {
    expect(holdsSecret(bytes, redactor)).toBe(false);
  });
});
