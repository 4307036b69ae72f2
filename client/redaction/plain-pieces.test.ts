import { randomBytes } from 'node:crypto';
import { formsOf } from './secret-forms';
import { PlainPieces } from './plain-pieces';

const tokens = Array.from({ length: 20 }, () => randomBytes(16).toString('hex'));
const secrets = [...tokens, ...Array.from({ length: 20 }, () => randomBytes(12).toString('base64'))];

describe('The pieces of secrets', () => {
  it.each(secrets)('let through whatever the expression of %s finds', (secret) => {
    const pieces = new PlainPieces();
    pieces.add(secret);
    const bytes = Array.from({ length: 200 }, (_, before) =>
      Buffer.from(`${'x'.repeat(before % 4)}${secret}${before}`),
    );
    const found = new RegExp(formsOf(secret));
    const written = bytes.flatMap((each) => [
      each.toString(),
      each.toString('base64'),
      each.toString('hex').toUpperCase(),
      each.toString('hex').replace(/../g, '%$&'),
    ]);

    expect(written.filter((text) => found.test(text))).toHaveLength(written.length);
    expect(written.filter((text) => !pieces.heldBy(text).has(secret))).toEqual([]);
  });

  it('name the secrets that stand in a text, and no other', () => {
    const pieces = new PlainPieces();
    secrets.forEach((secret) => {
      pieces.add(secret);
    });
    const [one = '', , other = ''] = tokens;

    expect([...pieces.heldBy(`a=${one}&b=${other}`)]).toEqual([one, other]);
  });

  it('stop what holds none of them, whatever it begins with', () => {
    const pieces = new PlainPieces();
    tokens.forEach((token) => {
      pieces.add(token);
    });
    const beginnings = tokens.map((token) => `{"title":"公告 ${token.slice(0, -1)}"}`);

    expect(beginnings.filter((text) => pieces.heldBy(text).size > 0)).toEqual([]);
  });
});
