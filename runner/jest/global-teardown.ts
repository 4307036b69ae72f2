import { abandonRun } from '../../config/run';
import './global-setup';

/** Ends the run that the setup has started. */
export default async function tearDown(): Promise<void> {
  if (!globalThis.endRun) return;
  abandonRun();
  await globalThis.endRun();
}
