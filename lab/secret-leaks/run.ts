import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '../../config/environment';
import { startEmulator, type Emulator } from '../../emulator/server';
import { liveEnvironment } from '../../runner/session/live-environment';
import { filesUnder, leaksIn, leaksUnder, namesIn, namesUnder, type Leak } from './search';
import { nodeRuns, root } from '../../config/root';

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
  /** It was ended after `longestMs`, so that what it would have written since was not looked through. */
  readonly cutShort: boolean;
}

/** How long a canary may take before it is ended. */
const longestMs = 120_000;

/** Runs a canary on an embedded tenant that it takes for a live one, and searches every byte that it has written or printed. */
export async function searchAfter(canary: Canary): Promise<Searched> {
  const emulator = await startEmulator();
  const reportsDir = mkdtempSync(join(tmpdir(), 'canary-'));
  const robot = {
    secret: `SEC"+/=&<密>\\${randomBytes(12).toString('hex')}`,
    token: randomBytes(32).toString('hex'),
  };
  const env = {
    ...environment(),
    ...liveEnvironment(emulator),
    DINGTALK_ROBOT_WEBHOOK: `https://oapi.dingtalk.com/robot/send?access_token=${robot.token}`,
    DINGTALK_ROBOT_SECRET: robot.secret,
    SUITE_PROFILE: 'full',
    REPORTS_DIR: reportsDir,
    FORCE_COLOR: '1',
    ...(canary.people ? { SUITE_MASK_PEOPLE: '1' } : {}),
    ...canary.env,
  };
  try {
    const { printed, cutShort } = await run(canary, env, reportsDir);
    const secrets = secretsOf(emulator, robot);
    const people = canary.people ? peopleOf(emulator) : [];
    const leaks = [
      ...namesIn('what it printed', Buffer.from(printed), people),
      ...namesUnder(reportsDir, people),
      ...leaksIn('what it printed', Buffer.from(printed), secrets),
      ...leaksUnder(reportsDir, secrets),
    ];
    return { leaks, files: filesUnder(reportsDir, '').length, printed, cutShort };
  } finally {
    rmSync(reportsDir, { recursive: true, force: true });
    await emulator.close();
  }
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

function run(
  { command, suites = [], killed }: Canary,
  env: NodeJS.ProcessEnv,
  reportsDir: string,
): Promise<Pick<Searched, 'printed' | 'cutShort'>> {
  const [script = '', ...parameters] = command;
  const matches = suites.map((name) => `--testMatch=<rootDir>/lab/secret-leaks/canaries/${name}.canary.ts`);
  const all = nodeRuns(`runner/commands/${script}.ts`, [...parameters, ...matches]);
  const child = spawn(process.execPath, all, {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece));
  const endsAt = Date.now() + longestMs;
  const timer = setInterval(() => {
    const isTime = Date.now() > endsAt || (killed && hasRecord(reportsDir));
    if (isTime && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, 20);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', () => {
      clearInterval(timer);
      done({ printed: Buffer.concat(pieces).toString(), cutShort: Date.now() > endsAt });
    });
  });
}

function hasRecord(reportsDir: string): boolean {
  const folder = join(reportsDir, 'allure-results');
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('-result.json'));
}
