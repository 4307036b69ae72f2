import { withProgress } from './progress';

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

const at = (calls: number) => () => ({ en: `${calls} calls`, zh: `已调用 ${calls} 次` });

describe('withProgress', () => {
  it('says at a terminal what is being done, in the language of the user, and takes it away at the end', async () => {
    const terminal = stream(true);

    expect(await withProgress('zh', at(3), () => 7, terminal)).toBe(7);
    expect(terminal.written).toEqual(['\r\u001b[K已调用 3 次… 0 秒', '\r\u001b[K']);
  });

  it('says it anew while the work goes on', async () => {
    jest.useFakeTimers();
    const terminal = stream(true);
    let calls = 0;
    const work = () => new Promise((done) => setTimeout(done, 1200));

    const done = withProgress('en', () => at((calls += 1))(), work, terminal);
    await jest.advanceTimersByTimeAsync(1200);
    jest.useRealTimers();
    await done;

    expect(terminal.written.slice(1, 3)).toEqual(['\r\u001b[K2 calls… 1 s', '\r\u001b[K3 calls… 1 s']);
  });

  it('says nothing where nobody looks', async () => {
    const file = stream(false);

    await withProgress('en', at(3), () => Promise.resolve(), file);

    expect(file.written).toEqual([]);
  });

  it('takes it away also where the work fails', async () => {
    const terminal = stream(true);

    await expect(withProgress('en', at(1), () => Promise.reject(new Error('no')), terminal)).rejects.toThrow(
      'no',
    );
    expect(terminal.written.at(-1)).toBe('\r\u001b[K');
  });
});
