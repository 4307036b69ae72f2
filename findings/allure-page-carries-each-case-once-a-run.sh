#!/usr/bin/env bash
# @allurereport/core 3.18.0 with @allurereport/plugin-awesome 3.18.0 as one file (`singleFile`) and with a history (`historyPath`): the data of each case
# carry an entry for every run that is remembered, each with all labels of the case again. The page of one and the same results grows with every run,
# and nothing says so: a nightly report that was fine at first is several times as large after a month. `historyLimit` bounds it; its default is none.
#
# Seen: the data of 300 cases with eight labels grow run by run, to 12 times as much after the 20th as after the 1st; with `historyLimit: 5` to less than
# half of that. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --save-exact --ignore-scripts @allurereport/core@3.18.0 @allurereport/plugin-awesome@3.18.0 >/dev/null

cat >run.mjs <<'JS'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { AllureReport, readConfig } from '@allurereport/core';

const [runs, limit] = process.argv.slice(2).map(Number);
mkdirSync('results', { recursive: true });
const labels = Array.from({ length: 8 }, (_, at) => ({ name: `label${at}`, value: `the value of label ${at}` }));
for (let at = 0; at < 300; at += 1) {
  const [name, id] = [`case ${at}`, `${at}`.padStart(32, '0')];
  const result = { uuid: id, name, fullName: `file#${name}`, historyId: `${id}:none`, testCaseId: id, status: 'passed', stage: 'finished' };
  const nothing = { links: [], parameters: [], steps: [], attachments: [] };
  writeFileSync(`results/${id}-result.json`, JSON.stringify({ ...result, ...nothing, labels, start: 1, stop: 2 }));
}
const history = `history-${limit}.jsonl`;
writeFileSync('allurerc.json', JSON.stringify({
  output: 'page', historyPath: `${process.cwd()}/${history}`, ...(limit > 0 && { historyLimit: limit }),
  plugins: { awesome: { options: { singleFile: true } }, agent: { enabled: false } },
}));
for (let run = 0; run < runs; run += 1) {
  const report = new AllureReport(await readConfig(process.cwd(), 'allurerc.json'));
  await report.start();
  await report.readDirectory('results');
  await report.done();
}
const page = readFileSync('page/index.html', 'utf8');
console.log([...page.matchAll(/\bd\("data\/[^"]+","([^"]*)"\)/g)].reduce((sum, [, data]) => sum + data.length, 0));
JS

first=$(node run.mjs 1 0)
last=$(node run.mjs 19 0)
node run.mjs 1 5 >/dev/null
bounded=$(node run.mjs 19 5)
echo "characters of data: $first after one run, $last after 20, $bounded after 20 with historyLimit 5"
[ "$last" -gt $((first * 8)) ]
[ $((bounded * 2)) -lt "$last" ]
