// Calls what @alicloud/dingtalk has of the endpoints that it is given, and writes what it read: node v1.cjs CALLS RESULTS, in the folder of the SDK.
const { appendFileSync, readFileSync, readdirSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [, , callsFile, resultsFile] = process.argv;
const { url, token, calls } = JSON.parse(readFileSync(callsFile, 'utf8'));
const load = createRequire(join(process.cwd(), 'package.json'));
const dist = join(process.cwd(), 'node_modules/@alicloud/dingtalk/dist');

// Where the SDK itself has the path: the folder of a product, and the name of the action.
function actionOf(path) {
  const products = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of products) {
    const file = join(dist, name, 'client.js');
    const text = readFileSync(file, 'utf8');
    const at = text.indexOf(`pathname: \`${path}\``);
    if (at >= 0) return { file, action: [...text.slice(0, at).matchAll(/action: "(\w+)"/g)].at(-1)[1] };
  }
  return undefined;
}

async function read({ path, request }) {
  const found = actionOf(path);
  if (!found) return { absent: true };
  const { file, action } = found;
  const sdk = load(file);
  const { RuntimeOptions } = load('@alicloud/tea-util');
  const { Config } = load('@alicloud/openapi-client');
  const client = new sdk.default(new Config({ protocol: 'http', endpoint: new URL(url).host }));
  const Headers = sdk[`${action}Headers`];
  const method = action[0].toLowerCase() + action.slice(1);
  const asked = new sdk[`${action}Request`](request);
  const runtime = new RuntimeOptions({ autoretry: false, connectTimeout: 5000, readTimeout: 5000 });
  const headers = Headers ? new Headers({ xAcsDingtalkAccessToken: token }) : {};
  const { body } = await client[`${method}WithOptions`](asked, headers, runtime);
  return { read: body.toMap() };
}

async function main() {
  for (const call of calls) {
    const result = await read(call).catch((error) => ({ error: String(error.message ?? error) }));
    appendFileSync(resultsFile, `${JSON.stringify({ id: call.id, ...result })}\n`);
  }
}

void main();
