/** `npm run report`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { UserError } from '../../config/language';
import { commandLine } from '../cli/command-line';
import { start } from '../cli/start';

const { language } = commandLine({
  command: 'npm run report',
  says: {
    en: 'Serves the latest reports on this machine (127.0.0.1) until Ctrl-C, and prints their address.',
    zh: '在本机（127.0.0.1）打开最近一次报告的网页服务并显示地址，按 Ctrl-C 结束。',
  },
  statuses: {
    0: { en: 'it was stopped', zh: '已停止' },
    2: { en: 'there are no reports', zh: '没有报告' },
  },
});

// Only the folder matters here: whoever looks at reports needs no credentials.
start(() => {
  const reportsDir = readReportsDir(environment());
  if (!existsSync(join(reportsDir, 'index.html')))
    throw new UserError({
      en: `${reportsDir} holds no reports yet: run \`npm test\` first.`,
      zh: `${reportsDir} 里还没有报告：请先运行 \`npm test\`。`,
    });
  const app = new Hono().use('*', serveStatic({ root: reportsDir }));
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    const url = `http://127.0.0.1:${port}/`;
    const says = {
      en: `Reports of ${reportsDir}: ${url}  (Ctrl-C stops)`,
      zh: `${reportsDir} 的报告：${url}（按 Ctrl-C 停止）`,
    };
    process.stdout.write(`${says[language]}\n`);
  });
  const stop = () => void server.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
});
