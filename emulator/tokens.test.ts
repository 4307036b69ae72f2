import { Clock } from './clock';
import { Tokens } from './tokens';

function aTenantsTokens() {
  const clock = new Clock(() => 0);
  return { clock, tokens: new Tokens(clock) };
}

describe('Tokens', () => {
  it('gives an app the same token while it is valid', () => {
    const { clock, tokens } = aTenantsTokens();
    const first = tokens.issue('ding-one');

    clock.advance(7199);

    expect(tokens.issue('ding-one')).toBe(first);
  });

  it('renews a token that is asked for again', () => {
    const { clock, tokens } = aTenantsTokens();
    const token = tokens.issue('ding-one');
    clock.advance(7199);
    tokens.issue('ding-one');

    clock.advance(7199);

    expect(tokens.appKeyOf(token)).toBe('ding-one');
  });

  it('gives a new token once the old one has expired', () => {
    const { clock, tokens } = aTenantsTokens();
    const first = tokens.issue('ding-one');
    clock.advance(7200);

    const second = tokens.issue('ding-one');

    expect(second).not.toBe(first);
    expect(tokens.appKeyOf(first)).toBeUndefined();
  });

  it('knows what it issued, long after it has expired', () => {
    const { tokens } = aTenantsTokens();
    const expired = tokens.issueExpired('ding-one');

    expect(tokens.appKeyOf(expired)).toBeUndefined();
    expect(tokens.ownerOf(expired)).toBe('ding-one');
    expect(tokens.ownerOf('another')).toBeUndefined();
  });

  it('never gives two apps one token', () => {
    const { tokens } = aTenantsTokens();

    expect(tokens.issue('ding-one')).not.toBe(tokens.issue('ding-two'));
  });
});
