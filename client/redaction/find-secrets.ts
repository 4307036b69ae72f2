import { gunzipSync, inflateRawSync } from 'node:zlib';
import type { Redactor } from './redact';

// What is packed into what is packed: no report goes deeper.
const deepest = 4;
const gzip = Buffer.from([0x1f, 0x8b, 8]);
const zipEntry = Buffer.from('PK\x03\x04', 'latin1');

/**
 * Whether a registered secret stands anywhere in `bytes`: in any form, also inside base64 that holds more than it, inside a gzip
 * stream, and inside the entries of a zip file, at any depth that occurs.
 */
export function holdsSecret(bytes: Buffer, redactor: Pick<Redactor, 'findIn'>, depth = 0): boolean {
  if (depth > deepest) return false;
  const inside = (part: Buffer): boolean => holdsSecret(part, redactor, depth + 1);
  const text = bytes.toString('utf8');
  return (
    redactor.findIn(text) ||
    unpacked(bytes, gzip, (part) => gunzipSync(part)).some(inside) ||
    unpacked(bytes, zipEntry, inflated).some(inside) ||
    decoded(text).some(inside)
  );
}

// A shorter text could not hold a secret.
function decoded(text: string): Buffer[] {
  return Array.from(text.matchAll(/[\w+/-]{16,}/g), ([run]) => Buffer.from(run, 'base64'));
}

// What begins so may be something else.
function unpacked(bytes: Buffer, magic: Buffer, unpack: (part: Buffer) => Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    try {
      parts.push(unpack(bytes.subarray(at)));
    } catch {
      // It was something else.
    }
  }
  return parts;
}

// The local header of a zip entry is 30 bytes, the name and the extra field. One that is stored is no deflated data, and is read as it stands.
function inflated(entry: Buffer): Buffer {
  const start = 30 + entry.readUInt16LE(26) + entry.readUInt16LE(28);
  return inflateRawSync(entry.subarray(start));
}
