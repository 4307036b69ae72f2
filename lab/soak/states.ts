import type { Redactor } from '../../client/redaction/redact';
import { readConfig } from '../../config/config';
import { environment } from '../../config/environment';
import { plant } from '../../emulator/seed/plant';
import { startEmulator, type Emulator } from '../../emulator/server';
import { choicesOf, layersOf, variantsNamed, prepare } from '../../emulator/variants';
import { tenantOf } from '../../runner/session/connect';
import { liveEnvironment } from '../../runner/session/live-environment';
import { startRun, type StartedRun } from '../../runner/session/start-run';

/** A state of a tenant that keeps every promise, and how a run on it is started. */
export interface SoakState {
  readonly name: string;
  readonly start: (reportsDir: string, redactor: Redactor) => Promise<StartedRun>;
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

const fresh: SoakState = {
  name: 'fresh',
  start: (reportsDir, redactor) => strict(reportsDir, redactor, startEmulator()),
};

const used: SoakState = {
  name: 'used by the runs before',
  start: (reportsDir, redactor) => {
    old ??= startEmulator();
    return strict(reportsDir, redactor, old, true);
  },
};

const full: SoakState = {
  name: 'full of foreign objects',
  start: (reportsDir, redactor) => strict(reportsDir, redactor, startEmulator().then(filled)),
};

/** Every second run is on a tenant that is held to all that was observed, the others are on somebody's with a variant. */
export const soakStates: readonly SoakState[] = quickVariants.flatMap((variant, index) => [
  [fresh, used, full][index % 3] ?? fresh,
  { name: variant, start: (reportsDir, redactor) => overNetwork(variant, reportsDir, redactor) },
]);

async function strict(
  reportsDir: string,
  redactor: Redactor,
  starting: Promise<Emulator>,
  isKept = false,
): Promise<StartedRun> {
  const emulator = await starting;
  const config = readConfig({ ...environment(), DINGTALK_TARGET: 'emulator', REPORTS_DIR: reportsDir });
  const close = isKept ? () => Promise.resolve() : () => emulator.close();
  return startRun(config, redactor, [], { tenant: tenantOf(emulator), close });
}

async function overNetwork(variant: string, reportsDir: string, redactor: Redactor): Promise<StartedRun> {
  const chosen = variantsNamed([variant]);
  const emulator = await startEmulator({ layers: layersOf(chosen), choices: choicesOf(chosen) });
  prepare(emulator.tenant, chosen);
  const variables = {
    ...liveEnvironment(emulator),
    REPORTS_DIR: reportsDir,
    SUITE_PROFILE: 'full',
    // Nobody else is on this tenant.
    SUITE_MAX_RATE: '9999',
  };
  const config = readConfig({ ...environment(), ...variables });
  return startRun(config, redactor, [], { tenant: tenantOf(emulator), close: () => emulator.close() });
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
