/** A process that runs one job after the other, as they are sent, and sends back what came of each. */
import { runTrial } from './run-trial';
import type { Job } from './trial';

process.on('message', (job: Job) => {
  void runTrial(job).then(
    (trial) => process.send?.({ trial, memory: process.memoryUsage().rss }),
    (error: unknown) => process.send?.({ problem: (error as Error).stack ?? String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
