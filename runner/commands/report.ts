/** `npm run report` serves the latest reports on this machine; `npm run report:merge -- DIR...` makes one report of several shards. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { Redactor } from '../../client/redaction/redact';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { peopleKey, secretsIn } from '../../config/secrets';
import { merge } from '../../reporting/merge';
import { claimReports } from '../session/reports-folder';
import { verdictText } from '../../reporting/verdict';

/** Serves `reportsDir` on 127.0.0.1 until Ctrl-C; prints the URL. */
function serveReports(reportsDir: string): void {
  if (!existsSync(join(reportsDir, 'index.html'))) {
    throw new Error(`${reportsDir} holds no reports yet: run \`npm test\` first.`);
  }
  const app = new Hono().use('*', serveStatic({ root: reportsDir }));
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    process.stdout.write(`Reports of ${reportsDir}: http://127.0.0.1:${port}/  (Ctrl-C stops)\n`);
  });
  const stop = () => void server.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

async function main([command, ...folders]: readonly string[]): Promise<void> {
  // Only the folder matters here: whoever looks at reports needs no credentials.
  const reportsDir = readReportsDir(environment());
  if (command !== 'merge') {
    serveReports(reportsDir);
    return;
  }
  const release = await claimReports(reportsDir, { command: 'npm run report:merge' });
  const secrets = new Redactor(secretsIn(environment()), peopleKey(environment()));
  const summary = await merge(folders, reportsDir, secrets).finally(release);
  process.stdout.write(verdictText(summary, reportsDir, process.stdout.isTTY));
  process.exitCode = summary.exitStatus;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
