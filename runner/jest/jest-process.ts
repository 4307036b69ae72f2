import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Redactor } from '../../client/redaction/redact';
import { readLanguage } from '../../config/language';
import { RedactedLines } from '../broker/redacted-lines';
import { worded } from './trail';
import type { Exit } from '../../reporting/records/run';

const graceMs = 60_000;
// npm and tsx pass a signal on that has reached this process already: what comes so soon is no second one.
const echoMs = 1_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** A Jest that is loaded, or about to be, and waits for what it has to run. One that still waits ends when this process does. */
export interface JestProcess {
  /**
   * Runs it to its end. What it and its workers print, also when they die, passes the redactor on its way to the terminal, which Jest
   * therefore does not see: it is told whether there is one.
   * @param env variables that are set besides those of this process.
   * @param stop is called at the first Ctrl-C, SIGTERM or SIGHUP (the terminal was closed), with its name: the run has a minute to clean up. A
   * second one ends Jest at once.
   */
  readonly run: (
    parameters: readonly string[],
    env: Environment,
    redactor: Redactor,
    stop: (reason: string) => void,
  ) => Promise<Exit>;
  /** Ends one that has nothing to run. */
  readonly end: () => void;
}

/** Starts Jest in `root`, so that it loads while the run is prepared. */
export function startJest(root: string, env?: Environment): JestProcess {
  // Node 22 and 24 would try to read its configuration by themselves, and warn that they cannot.
  const loader = ['--require', require.resolve('tsx/cjs')];
  const child = spawn(process.execPath, [...loader, join(__dirname, 'waiting-jest.cjs')], {
    cwd: root,
    // What colours is decided when it loads.
    ...(env && { env: { ...colours(env), ...env } }),
    stdio: ['inherit', 'pipe', 'pipe', 'ipc'],
  });
  const closed = new Promise<Exit>((done, fail) => {
    child.on('error', fail);
    // Once everything that it printed has been read.
    child.on('close', (code, signal) => {
      done({ code, signal });
    });
  });
  closed.catch(ignore);
  // Node throws away what nobody reads of a process that has ended, and one that cannot even load says there why.
  const printed = ([child.stdout, child.stderr] as const).map((from) => from?.pipe(new PassThrough()));
  return {
    run: async (parameters, env, redactor, stop) => {
      const shown = [process.stdout, process.stderr].map((to, index) => {
        const lines = new RedactedLines(redactor, worded(readLanguage(env)));
        // Whoever reads has gone; the reports are written all the same.
        to.on('error', () => lines.resume());
        printed[index]?.pipe(lines).pipe(to, { end: false });
        return finished(lines).catch(ignore);
      });
      const interruption = endBySignals(child, stop);
      child.send({ parameters, env }, ignore);
      const exit = await closed;
      await Promise.all(shown);
      return { ...exit, ...(interruption.by !== undefined && { interruptedBy: interruption.by }) };
    },
    end: () => {
      if (child.connected) child.disconnect();
    },
  };
}

// Ctrl-C reaches Jest as well, which leaves it to this process; this process stays to write the reports.
function endBySignals(child: ChildProcess, stop: (reason: string) => void): { by?: string } {
  const interruption: { by?: string; at?: number } = {};
  const onSignal = (signal: NodeJS.Signals): void => {
    const { at } = interruption;
    if (at !== undefined && Date.now() - at < echoMs) return;
    if (at !== undefined) {
      child.kill('SIGKILL');
      return;
    }
    interruption.by = signal === 'SIGINT' ? 'Ctrl-C' : signal;
    interruption.at = Date.now();
    setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    stop(interruption.by);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return interruption;
}

const ignore = (): void => undefined;

function colours({ NO_COLOR }: Environment): Environment {
  return process.stderr.isTTY && NO_COLOR === undefined ? { FORCE_COLOR: '1' } : {};
}
