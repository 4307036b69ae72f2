import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator, type Emulator } from '../../emulator/server';
import { liveEnvironment } from '../../runner/session/live-environment';
import { run, script, type Program } from '../program';
import { inTemporaryFolder } from '../../reporting/render';
import { filesUnder, leaksIn, leaksUnder, namesIn, namesUnder, type Leak } from './search';
import { root } from '../../config/root';

/** A command that is run while secrets stand in its environment, and whose suite, where it has one, gives them away. */
export interface Canary {
  readonly what: string;
  /** A script of this folder and its parameters. */
  readonly command: readonly string[];
  /** The people of the tenant are secrets as well. */
  readonly people?: true;
  /** Files of lab/secret-leaks/canaries that Jest runs. */
  readonly suites?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the whole group of processes by SIGKILL as soon as a case has left a record. */
  readonly killed?: true;
}

/** What was looked through after a canary, and what was found. */
export interface Searched {
  readonly leaks: readonly Leak[];
  readonly files: number;
  readonly printed: string;
  /** It was ended after `longestSeconds`, so that what it would have written since was not looked through. */
  readonly cutShort: boolean;
}

/** How long a canary may take before it is ended. */
const longestSeconds = 120;

/** Runs a canary on an embedded tenant that it takes for a live one, and searches every byte that it has written or printed. */
export async function searchAfter(canary: Canary): Promise<Searched> {
  const emulator = await startEmulator();
  try {
    return await inTemporaryFolder((folder) => searched(canary, emulator, folder));
  } finally {
    await emulator.close();
  }
}

async function searched(canary: Canary, emulator: Emulator, folder: string): Promise<Searched> {
  const robot = {
    secret: `SEC"+/=&<密>\\${randomBytes(12).toString('hex')}`,
    token: randomBytes(32).toString('hex'),
  };
  const env = {
    ...liveEnvironment(emulator),
    DINGTALK_ROBOT_WEBHOOK: `https://oapi.dingtalk.com/robot/send?access_token=${robot.token}`,
    DINGTALK_ROBOT_SECRET: robot.secret,
    SUITE_PROFILE: 'full',
    REPORTS_DIR: folder,
    FORCE_COLOR: '1',
    ...(canary.people ? { SUITE_MASK_PEOPLE: '1' } : {}),
    ...canary.env,
  };
  const { out: printed, isLate } = await run(programOf(canary), {
    ...{ folder: root, env, seconds: longestSeconds },
    endedBy: () => canary.killed === true && hasRecord(folder),
  });
  const secrets = secretsOf(emulator, robot);
  const people = canary.people ? peopleOf(emulator) : [];
  const leaks = [
    ...namesIn('what it printed', Buffer.from(printed), people),
    ...namesUnder(folder, people),
    ...leaksIn('what it printed', Buffer.from(printed), secrets),
    ...leaksUnder(folder, secrets),
  ];
  return { leaks, files: filesUnder(folder, '').length, printed, cutShort: isLate };
}

function programOf({ command: [name = '', ...parameters], suites = [] }: Canary): Program {
  const matches = suites.map((suite) => `--testMatch=<rootDir>/lab/secret-leaks/canaries/${suite}.canary.ts`);
  return script(name, ...parameters, ...matches);
}

function secretsOf(
  { app, unprivilegedApp, expiredToken, tenant }: Emulator,
  robot: { secret: string; token: string },
): Record<string, string> {
  return {
    'the secret of the app': app.appSecret,
    'the access token': tenant.tokens.issue(app.appKey),
    'the secret of the second app': unprivilegedApp.appSecret,
    'the access token of the second app': tenant.tokens.issue(unprivilegedApp.appKey),
    'the expired token': expiredToken,
    'the secret of the robot': robot.secret,
    'the token of the robot': robot.token,
  };
}

// Everybody whom an answer can name, by id and by name.
function peopleOf({ tenant }: Emulator): string[] {
  const { people, preEntry, onJob, dismissed, checkins } = tenant;
  const named = [...people.values()].flatMap(({ userid, name }) => [userid, name]);
  const visited = checkins.flatMap(({ visitUser = [] }) => visitUser);
  return [
    ...new Set([...named, ...preEntry, ...onJob.map(({ userid }) => userid), ...dismissed, ...visited]),
  ];
}

function hasRecord(reportsDir: string): boolean {
  const folder = join(reportsDir, 'allure-results');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('-result.json'));
}
