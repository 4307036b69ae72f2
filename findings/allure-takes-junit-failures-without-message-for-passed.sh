#!/usr/bin/env bash
# allure 3.18.0 reads JUnit files. A <failure> that has neither a `type` nor a `message`, which is what jest-junit 16.0.0 (the reporter of most Jest
# projects) writes, is shown as passed: a red run becomes green. With both attributes the same file is read right. The JUnit schema marks both as
# optional.
#
# Seen: of one failed case without attributes and one with them, Allure counts one passed and one failed. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --save-exact allure@3.18.0 >/dev/null
mkdir results
cat >results/junit.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="suite" tests="2" failures="2" errors="0" time="1">
  <testsuite name="a.test.js" errors="0" failures="2" skipped="0" time="1" tests="2">
    <testcase classname="a" name="without attributes" time="0.1"><failure>Error: expected 1 and got 2</failure></testcase>
    <testcase classname="a" name="with attributes" time="0.1"><failure type="Error" message="expected 1 and got 2">Error: expected 1 and got 2</failure></testcase>
  </testsuite>
</testsuites>
XML
npx --no-install allure awesome results --output report >/dev/null 2>&1
counts=$(node -e "
  const fs = require('node:fs');
  const find = (folder) => fs.readdirSync(folder, { recursive: true }).map(String).find((name) => name.endsWith('statistic.json'));
  console.log(JSON.stringify(JSON.parse(fs.readFileSync('report/' + find('report'), 'utf8'))));
")
echo "Allure counts: $counts"
node -e "const { passed = 0, failed = 0, broken = 0 } = $counts; process.exit(passed === 1 && failed + broken === 1 ? 0 : 1)"
