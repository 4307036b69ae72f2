import type { Profile } from './config';
import type { LiveTenant } from './live-tenant';

/** One run, as the process that starts it hands it to Jest and its workers. It never touches the disk: it holds the app's secret. */
export interface Run {
  /** Short and unique; stands in the title of everything that the run creates. */
  readonly id: string;
  readonly target: 'emulator' | 'live';
  readonly profile: Profile;
  readonly startedAt: number;
  readonly reportsDir: string;
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly lagMs: number;
  readonly stories: {
    /** How many random stories the run plays. */
    readonly count: number;
    readonly seed: number;
    /** The one story of the seed that is to be repeated. */
    readonly path?: string;
    /** The calls that one story may make at most. */
    readonly most: number;
  };
  readonly tenant: LiveTenant;
  /** A JSON file with the keys of the cases that the run takes; absent when it takes all. */
  readonly selection?: string;
  /** Another process stands over Jest: it deals with signals, and writes the reports. */
  readonly supervised?: true;
  /** Endpoints that no case may call, by id, and why: what the tenant refuses, or what a run that only reads must not do. */
  readonly unavailable?: Readonly<Record<string, string>>;
  /** Nothing is written on the tenant. */
  readonly readOnly?: true;
  /** Where the run's token is shared and its spec files are leased: a loopback URL with a key in its path. */
  readonly broker: string;
}

const variable = 'SUITE_RUN';

/** The environment that hands `run` to a child process. */
export function runEnvironment(run: Run): Record<string, string> {
  return { [variable]: JSON.stringify(run) };
}

/** The run that this process is part of; undefined when Jest was started without one. */
export function currentRun(): Run | undefined {
  const handed = process.env[variable];
  return handed === undefined ? undefined : (JSON.parse(handed) as Run);
}

/** Makes `run` the one that this process, and every worker that it starts, is part of. */
export function adoptRun(run: Run): void {
  Object.assign(process.env, runEnvironment(run));
}

/** Ends what `adoptRun` began, so that the next run in this process gets one of its own. */
export function abandonRun(): void {
  Reflect.deleteProperty(process.env, variable);
}
