import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../config/root';
import { allowanceOf } from '../../config/edition';
import { startEmulator } from '../../emulator/server';
import { readCaseLines } from '../../reporting/records/recorded';
import type { Summary } from '../../reporting/summary';
import { liveEnvironment } from '../../runner/session/live-environment';
import { costOf } from './measure';

/** A full run on a tenant that takes so many milliseconds a call, in seconds, and what no run could be faster than. */
export interface Latency {
  readonly latency: number;
  readonly wall: number;
  readonly calls: number;
  /** Calls of the case that makes the most, one after the other. */
  readonly longestChain: number;
  /** Calls of the API that gets the most, and how many it may get in a second. */
  readonly busiest: number;
  readonly perSecond: number;
  /** Seconds before the first case and after the last one. */
  readonly around: number;
  readonly bound: number;
}

/** Serves such a tenant, and has the whole suite run on it as on a live one. @throws an Error when the run does not pass. */
export async function measureLatency(latency: number, reportsDir: string): Promise<Latency> {
  const emulator = await startEmulator({
    layers: [
      async (_, call, next) => {
        await pause(latency);
        return next(call);
      },
    ],
  });
  try {
    const env = { ...liveEnvironment(emulator), SUITE_PROFILE: 'full', REPORTS_DIR: reportsDir };
    const { wall } = await costOf({ line: 'npm test', cwd: root, env });
    return { latency, wall, ...boundOf(latency, wall, reportsDir) };
  } finally {
    await emulator.close();
  }
}

function boundOf(latency: number, wall: number, reportsDir: string): Omit<Latency, 'latency' | 'wall'> {
  const { durationMs, calls } = JSON.parse(readFileSync(join(reportsDir, 'summary.json'), 'utf8')) as Summary;
  const cases = readCaseLines(join(reportsDir, 'raw')).flatMap((line) =>
    line.kind === 'case' ? [line.exchanges] : [],
  );
  const perApi = new Map<string, number>();
  for (const { endpoint } of cases.flat()) perApi.set(endpoint, (perApi.get(endpoint) ?? 0) + 1);
  const longestChain = Math.max(...cases.map(({ length }) => length));
  const busiest = Math.max(...perApi.values());
  const { perSecond } = allowanceOf('standard', new Date().toISOString().slice(0, 10));
  const around = wall - durationMs / 1000;
  const bound = Math.max((longestChain * latency) / 1000, busiest / perSecond) + around;
  return { calls: calls.total, longestChain, busiest, perSecond, around, bound };
}
