/** Serves the embedded tenant on its own until it is interrupted, and prints how to point the suite at it. */
import { readPort } from '../config/port';
import { startEmulator, type Emulator } from '../emulator/server';

function introduction({ url, app, people, deptId, templateName, coverMediaId }: Emulator): string {
  return [
    `The embedded tenant listens on ${url} (both gateways). To run the suite against it from another shell:`,
    '',
    'export DINGTALK_TARGET=live',
    `export DINGTALK_OAPI_URL=${url}`,
    `export DINGTALK_API_URL=${url}`,
    `export DINGTALK_APP_KEY=${app.appKey}`,
    `export DINGTALK_APP_SECRET=${app.appSecret}`,
    `export DINGTALK_OPERATOR_USERID=${people.operator}`,
    `export DINGTALK_USERID=${people.user}`,
    `export DINGTALK_DEPT_ID=${deptId}`,
    `export DINGTALK_TEMPLATE_NAME=${templateName}`,
    `export DINGTALK_COVER_MEDIA_ID='${coverMediaId}'`,
    '',
    'The secret is made up at every start. Stop with Ctrl+C.',
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const emulator = await startEmulator({ port: readPort() });
  process.stdout.write(introduction(emulator));
  const stop = () => void emulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The embedded tenant did not start: ${reason}\n`);
  process.exitCode = 2;
});
