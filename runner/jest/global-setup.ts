import { readConfig } from '../../config/config';
import { environment } from '../../config/environment';
import { adoptRun, currentRun } from '../../config/run';
import { peopleKey, secretsIn } from '../../config/secrets';
import { Redactor } from '../../client/redaction/redact';
import { forgetHalt } from '../session/halt';
import { claimReports } from '../session/reports-folder';
import { startRun } from '../session/start-run';

declare global {
  // The one way in which Jest lets its setup hand something to its teardown.
  var endRun: (() => Promise<unknown>) | undefined;
}

/**
 * Lets `npx jest` and editors run a spec without `npm test`: starts a run of its own where there is none. What it records goes to the folder of
 * the reports as well, so it does not begin while another run is at work there.
 */
export default async function setUp(): Promise<void> {
  if (currentRun()) return;
  const config = readConfig(environment());
  const release = await claimReports(config.reportsDir, { command: 'npx jest' });
  forgetHalt(config.reportsDir);
  const redactor = new Redactor(secretsIn(environment()), peopleKey(environment()));
  const started = await startRun(config, redactor, []);
  globalThis.endRun = () => Promise.all([started.close(), release()]);
  adoptRun(started.run);
}
