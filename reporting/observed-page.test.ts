import { startPage } from './start-page';
import { aSummary } from './fixtures/sample';
import { observedIn } from './observed';
import { anExchange } from './fixtures/sample';

const exchange = anExchange({ durationMs: 1234 });
const page = (target: 'live' | 'emulator'): string =>
  startPage(aSummary({ ...observedIn([exchange]), target }));

describe('What the answers say, on the start page', () => {
  it.each([
    />1234</,
    /<code>request_id<\/code>|<code>errmsg<\/code>/,
    /documented<\/td>/,
    /nobody has recorded/,
  ])('holds %s', (text) => {
    expect(page('live')).toMatch(text);
  });

  it('speaks of the contradictions as of this tenant', () => {
    expect(page('live')).toMatch(/This tenant settles\s+1:/);
  });

  it('takes the embedded tenant for no evidence', () => {
    expect(page('emulator')).toContain('which says nothing of DingTalk');
  });
});

describe('The sources of the expectations', () => {
  it('are counted, and none is recorded before somebody has recorded', () => {
    const { documented, observed, inferred, assumed, 'tenant-recorded': recorded } = observedIn([]).sources;

    expect(Math.min(documented, observed, inferred)).toBeGreaterThan(0);
    expect(assumed).toBeGreaterThanOrEqual(0);
    expect(recorded).toBe(0);
  });
});
