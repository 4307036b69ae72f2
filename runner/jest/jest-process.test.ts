import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import childProcess, { type ChildProcess } from 'node:child_process';
import { Redactor } from '../../client/redaction/redact';
import { startJest } from './jest-process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts a Jest that only a test ends, and returns what a terminal can do to it. */
function started() {
  const kill = jest.fn();
  const streams = { stdout: new PassThrough(), stderr: new PassThrough(), kill, send: jest.fn() };
  const child = Object.assign(new EventEmitter(), streams) as unknown as ChildProcess;
  jest.spyOn(childProcess, 'spawn').mockReturnValue(child);
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const stop = jest.fn();
  const exit = startJest('/', {}).run([], {}, new Redactor(), stop);
  const own = (signal: (typeof signals)[number]) =>
    process.listeners(signal).filter((listener) => before.get(signal)?.includes(listener) !== true);
  const press = (signal: (typeof signals)[number]): void => {
    for (const listener of own(signal)) listener(signal);
  };
  const end = () => {
    for (const stream of Object.values(streams)) if (stream instanceof PassThrough) stream.end();
    child.emit('close', 1, null);
    for (const signal of signals) for (const listener of own(signal)) process.off(signal, listener);
    return exit;
  };
  return { stop, kill, press, end };
}

describe('Jest under a run', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is told of an end by itself', async () => {
    expect(await started().end()).toEqual({ code: 1, signal: null });
  });

  it.each([
    { signal: 'SIGINT', by: 'Ctrl-C' },
    { signal: 'SIGTERM', by: 'SIGTERM' },
    { signal: 'SIGHUP', by: 'SIGHUP' },
  ] as const)('has its time to clean up after $signal, and says what ended it', async ({ signal, by }) => {
    const { press, stop, kill, end } = started();

    press(signal);

    expect(stop.mock.calls).toEqual([[by]]);
    expect(kill).not.toHaveBeenCalled();
    expect(await end()).toMatchObject({ interruptedBy: by });
  });

  it('takes the same signal that npm and tsx pass on for one', async () => {
    const { press, stop, kill, end } = started();

    for (let times = 0; times < 3; times += 1) press('SIGINT');

    expect(stop).toHaveBeenCalledTimes(1);
    expect(kill).not.toHaveBeenCalled();
    await end();
  });

  it('is ended at once by a second Ctrl-C', async () => {
    const { press, kill, end } = started();

    press('SIGINT');
    jest.advanceTimersByTime(1500);
    press('SIGINT');

    expect(kill.mock.calls).toEqual([['SIGKILL']]);
    await end();
  });
});

describe('Jest that does not load', () => {
  it('shows why, also where it ended before it was asked for anything', async () => {
    const shown: string[] = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => shown.push(String(text)) > 0);
    const spawned = jest.spyOn(childProcess, 'spawn');
    const started = startJest(process.cwd(), { NODE_OPTIONS: '--require ./no-such-file.cjs' });
    await once(spawned.mock.results[0]?.value as ChildProcess, 'close');

    const exit = await started.run([], {}, new Redactor(), jest.fn());
    jest.restoreAllMocks();

    expect(exit).toEqual({ code: 1, signal: null });
    expect(shown.join('')).toContain("Cannot find module './no-such-file.cjs'");
  });
});
