#!/usr/bin/env bash
# allure-js-commons 3.12.2, the writer that allure-jest and the other adapters use: every result and every attachment is forced to the disk (fsync) on
# its own, and there is no option against it. A run of some hundred cases with their calls attached waits for the disk thousands of times: on a loaded
# machine this was a third of the time of our whole run. Nothing documents it.
#
# Seen: 100 results and 100 attachments make 200 calls of fsync. This script fails when that is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --save-exact allure-js-commons@3.12.2 >/dev/null

cat >count.cjs <<'JS'
const fs = require('node:fs');
let synced = 0;
const { fsyncSync } = fs;
fs.fsyncSync = (file) => {
  synced += 1;
  return fsyncSync(file);
};
const { FileSystemWriter } = require('allure-js-commons/sdk/reporter');
const writer = new FileSystemWriter({ resultsDir: 'allure-results' });
for (let index = 0; index < 100; index += 1) {
  writer.writeResult({ uuid: `case-${index}`, name: `case ${index}`, status: 'passed', stage: 'finished', labels: [], links: [], parameters: [], steps: [], attachments: [] });
  writer.writeAttachment(`call-${index}.json`, Buffer.from('{}'));
}
console.log(`${fs.readdirSync('allure-results').length} files, ${synced} times forced to the disk`);
process.exit(synced === 200 ? 0 : 1);
JS
node count.cjs
