#!/usr/bin/env bash
# @usebruno/cli 4.1.0 imports OpenAPI. A request whose operation names a server of its own gets a variable `baseUrl` of its own, which goes
# before `bru run --env-var baseUrl=…`: who moves a collection to a test server so still sends these requests, and the secrets in them, to the server
# of the description. Nothing is printed about it, and every other request is moved.
#
# Seen: of two requests one comes to the server that --env-var names and one to the other. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --ignore-scripts --save-exact @usebruno/cli@4.1.0 >/dev/null
cat >try.cjs <<'JS'
const { execFile } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const { promisify } = require('node:util');

const run = promisify(execFile);
const came = { named: 0, own: 0 };
const listen = (name) =>
  new Promise((resolve) => {
    const server = createServer((_, answer) => {
      came[name] += 1;
      answer.end('{}');
    }).listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });

(async () => {
  const [named, own] = [await listen('named'), await listen('own')];
  const get = { responses: { 200: { description: 'd' } } };
  const paths = { '/a': { get: { ...get, operationId: 'a' } }, '/b': { get: { ...get, operationId: 'b', servers: [{ url: own }] } } };
  const document = { openapi: '3.1.0', info: { title: 't', version: '1' }, servers: [{ url: 'http://127.0.0.1:9' }], paths };
  writeFileSync('openapi.json', JSON.stringify(document));
  const bru = `${process.cwd()}/node_modules/.bin/bru`;
  await run(bru, ['import', 'openapi', '-s', 'openapi.json', '-o', 'collection', '-n', 'c']);
  await run(bru, ['run', '-r', '--env-var', `baseUrl=${named}`], { cwd: 'collection' }).catch(() => undefined);
  console.log(`${came.named} request came to the server of --env-var, ${came.own} to the one of the operation`);
  process.exit(came.named === 1 && came.own === 1 ? 0 : 1);
})();
JS
node try.cjs
