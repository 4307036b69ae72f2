import { Redactor } from '../../client/redaction/redact';
import { readConfig } from '../../config/config';
import { environment } from '../../config/environment';
import { plant } from '../../emulator/seed/plant';
import { startEmulator, type Emulator } from '../../emulator/server';
import { startInVariants, variantsNamed } from '../../emulator/variants';
import { tenantOf } from '../../runner/session/connect';
import { liveEnvironment } from '../../runner/session/live-environment';
import { startRun, type StartedRun } from '../../runner/session/start-run';

/** A state of a tenant that keeps every promise, and how a run on it is started; its reports go to the folder. */
export interface SoakState {
  readonly name: string;
  readonly start: (reportsDir: string) => Promise<StartedRun>;
}

/** Variants that cost no time: the others are for `npm run variants`. */
const quickVariants = [
  'talkative',
  'terse',
  'shuffled',
  'crowded',
  'long-cursors',
  'empty',
  'new',
  'skewed-ahead',
  'skewed-behind',
  'forbidden-archived',
  'unpermitted',
  'token-last',
  'second-delete-ok',
  'clamping',
];

// One tenant for all runs of a series: each finds what those before it have left.
let old: Promise<Emulator> | undefined;

/** Ends what is kept from run to run. */
export async function endSoak(): Promise<void> {
  await (await old)?.close();
}

const fresh: SoakState = { name: 'fresh', start: async (folder) => strict(folder, await startEmulator()) };

const used: SoakState = {
  name: 'used by the runs before',
  start: async (folder) => strict(folder, await (old ??= startEmulator()), true),
};

const full: SoakState = {
  name: 'full of foreign objects',
  start: async (folder) => strict(folder, filled(await startEmulator())),
};

/** Every second run is on a tenant that is held to all that was observed, the others are on somebody's with a variant. */
export const soakStates: readonly SoakState[] = quickVariants.flatMap((variant, index) => [
  [fresh, used, full][index % 3] ?? fresh,
  { name: variant, start: (folder) => overNetwork(variant, folder) },
]);

function strict(folder: string, emulator: Emulator, isKept = false): Promise<StartedRun> {
  return started({ DINGTALK_TARGET: 'emulator', REPORTS_DIR: folder }, emulator, isKept);
}

async function overNetwork(variant: string, folder: string): Promise<StartedRun> {
  const emulator = await startInVariants(variantsNamed([variant]));
  // Nobody else is on this tenant.
  const alone = { SUITE_PROFILE: 'full', SUITE_MAX_RATE: '9999' };
  return started({ ...liveEnvironment(emulator), REPORTS_DIR: folder, ...alone }, emulator);
}

function started(variables: Record<string, string>, emulator: Emulator, isKept = false): Promise<StartedRun> {
  const close = isKept ? () => Promise.resolve() : () => emulator.close();
  const config = readConfig({ ...environment(), ...variables });
  return startRun(config, new Redactor(), [], { tenant: tenantOf(emulator), close });
}

function filled(emulator: Emulator): Emulator {
  const minutes = 60;
  const { people, templateName, tenant } = emulator;
  plant(tenant, {
    announcements: Array.from({ length: 300 }, (_, index) => ({
      title: `别人的公告 ${index}`,
      ageSeconds: index * 3 * minutes,
    })),
    reports: Array.from({ length: 200 }, (_, index) => ({
      userid: index % 2 === 0 ? people.user : people.operator,
      templateName,
      ageSeconds: index * 7 * minutes,
    })),
  });
  return emulator;
}
