#!/usr/bin/env bash
# jest-ctrf-json-reporter 0.0.11 and jest-sonar 0.2.16 write what a run of Jest came to for other programs. Neither knows of a file that throws while it
# loads, nor of an `afterAll` that throws: no test of theirs failed, and only tests are written. Where nothing else fails, Jest ends with 1 and
# "2 failed" while both reports show passed tests alone: who reads them takes a red run for a green one. Nothing of them documents it.
#
# Seen: of a file that passes, one that does not load and one whose `afterAll` throws, the one report counts 2 tests, 2 passed, 0 failed, and the other
# shows no failure. This script fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --save-exact jest@30.5.2 jest-ctrf-json-reporter@0.0.11 jest-sonar@0.2.16 >/dev/null 2>&1
echo "module.exports = { reporters: ['jest-ctrf-json-reporter', 'jest-sonar', 'summary'] };" >jest.config.js
echo "test('passes', () => {});" >passes.test.js
echo "throw new Error('it does not load');" >does-not-load.test.js
echo "afterAll(() => { throw new Error('it is not cleaned up'); }); test('passes, too', () => {});" >not-cleaned-up.test.js

status=0
npx jest >printed.txt 2>&1 || status=$?
jest="status $status, $(grep -o '^Test Suites: .* failed' printed.txt)"
ctrf=$(node -p 'const { tests, passed, failed } = require("./ctrf/ctrf-report.json").results.summary; `${tests} tests, ${passed} passed, ${failed} failed`')
sonar="$(grep -c '<testCase' coverage/sonar-report.xml) tests, $(grep -c '<failure\|<error' coverage/sonar-report.xml || true) failures"
echo "node $(node -v). Jest: $jest. CTRF: $ctrf. Sonar: $sonar."
test "$jest" = 'status 1, Test Suites: 2 failed'
test "$ctrf" = '2 tests, 2 passed, 0 failed'
test "$sonar" = '2 tests, 0 failures'
echo 'As seen on 2026-12-01.'
