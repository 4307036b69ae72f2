import type { Exchange } from '../../client/exchange';
import { trail, worded } from './trail';

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

  it('has its headings in Chinese for a Chinese user, amid whatever Jest prints', () => {
    const printed = `  ● a case\n\n${trail(Array.from({ length: 61 }, () => call('/get'))).replace(/^/gm, '    ')}`;

    expect(worded('en')(printed)).toBe(printed);
    expect(worded('zh')(printed).match(/^ {4}\S.*|^.*更早.*$/gm)).toEqual([
      '    这条用例的调用：',
      '      （更早的 1 次见报告）',
      '    重复最后一次调用：',
      '    它的文档：docs of /get',
    ]);
  });

  it('repeats what cleaned up where there was nothing else', () => {
    expect(trail([call('/delete', { cleaning: true })])).toContain('curl /delete');
  });
});
