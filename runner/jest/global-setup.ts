import { readConfig } from '../../config/config';
import { environment } from '../../config/environment';
import { adoptRun, currentRun } from '../../config/run';
import { peopleKey, secretsIn } from '../../config/secrets';
import { Redactor } from '../../client/redaction/redact';
import { startRun, type StartedRun } from '../session/start-run';

declare global {
  // The one way in which Jest lets its setup hand something to its teardown.
  var startedRun: StartedRun | undefined;
}

/** Lets `npx jest` and editors run a spec without `npm test`: starts a run of its own where there is none. */
export default async function setUp(): Promise<void> {
  if (currentRun()) return;
  globalThis.startedRun = await startRun(
    readConfig(environment()),
    new Redactor(secretsIn(environment()), peopleKey(environment())),
    [],
  );
  adoptRun(globalThis.startedRun.run);
}
