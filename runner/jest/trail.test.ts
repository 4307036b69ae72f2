import type { Exchange } from '../../client/exchange';
import { trail } from './trail';

const call = (path: string, more: Partial<Exchange> = {}): Exchange =>
  ({
    method: 'POST',
    url: `https://oapi.dingtalk.com${path}`,
    status: 200,
    outcome: 'ok',
    durationMs: 1,
    attempt: 1,
    curl: `curl ${path}`,
    docs: `docs of ${path}`,
    ...more,
  }) as Exchange;

describe('The trail of a failed case', () => {
  it('is empty where nothing was called', () => {
    expect(trail([])).toBe('');
  });

  it('repeats the last call of the case itself, and marks those that cleaned up', () => {
    const text = trail([call('/create'), call('/get'), call('/delete', { cleaning: true })]);

    expect(text).toContain('POST /delete -> 200 ok (1 ms), cleaning up');
    expect(text).toContain('curl /get\nDocs of it: docs of /get');
    expect(text).not.toContain('curl /delete');
  });

  it('repeats what cleaned up where there was nothing else', () => {
    expect(trail([call('/delete', { cleaning: true })])).toContain('curl /delete');
  });
});
