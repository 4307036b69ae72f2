/**
 * Jest's test functions in this process: jest-circus runs the tests, `expect` and jest-mock serve them, and what they import is
 * loaded once. Jest itself loads everything anew for each run, which costs seconds of CPU; here a run costs milliseconds.
 */
import { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { ModernFakeTimers } from '@jest/fake-timers';
import { expect } from 'expect';
import * as circus from 'jest-circus';
import { ModuleMocker } from 'jest-mock';
import { register } from 'tsx/cjs/api';

const longestTest = 20_000;
const { addEventHandler, getState, resetState, run, ...functions } = circus;

/** Makes global what a test file expects of Jest, and TypeScript loadable. */
export function install() {
  const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = functions;
  const timers = new ModernFakeTimers({
    config: { fakeTimers: {}, rootDir: process.cwd() },
    global: globalThis,
  });
  const mocker = new ModuleMocker(globalThis);
  const jest = {
    fn: (act) => mocker.fn(act),
    spyOn: (object, name) => mocker.spyOn(object, name),
    restoreAllMocks: () => mocker.restoreAllMocks(),
    useFakeTimers: (options) => timers.useFakeTimers(options),
    useRealTimers: () => timers.useRealTimers(),
    advanceTimersByTimeAsync: (ms) => timers.advanceTimersByTimeAsync(ms),
  };
  Object.assign(globalThis, {
    ...{ afterAll, afterEach, beforeAll, beforeEach, describe, it, test, expect, jest },
    [Symbol.for('TEST_TIMEOUT_SYMBOL')]: longestTest,
  });
  register();
}

/** Loads test files, and all that they import from `root`, as if for the first time. */
export function load(root, files) {
  const require = createRequire(resolve(root, 'package.json'));
  const ours = (path) => path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`);
  for (const path of Object.keys(require.cache).filter(ours)) delete require.cache[path];
  resetState();
  // A file is a block of its own, so that its hooks are for its tests only.
  for (const file of files) functions.describe(file, () => void require(resolve(root, file)));
  identify(testsOf(getState().rootDescribeBlock, []));
}

/** Every test that is loaded: an id of its own, its full name, its file, and jest-circus' record of it. */
function loadedTests() {
  return testsOf(getState().rootDescribeBlock, []).map(({ names, record }) => ({
    id: record.mutationId,
    name: names.join(' › '),
    file: names[0],
    record,
  }));
}

function testsOf(block, names) {
  return block.children.flatMap((child) => {
    const path = [...names, child.name];
    return child.type === 'describeBlock' ? testsOf(child, path) : [{ names: path, record: child }];
  });
}

// Two tests may have one name; an id is unique.
function identify(tests) {
  const times = new Map();
  for (const { names, record } of tests) {
    const name = names.join(' › ');
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    Object.assign(record, { mutationId: count === 1 ? name : `${name} (${count})`, ownMode: record.mode });
  }
}

/**
 * Runs the tests that `chosen` accepts and returns all, with what happened in their records. `watch` hears of each event of
 * jest-circus and may call its second argument to skip whatever has not begun.
 */
export async function runTests(chosen, watch) {
  const tests = loadedTests();
  for (const test of tests) forget(test.record, chosen(test));
  const skipRest = () => {
    for (const { record } of tests) if (record.startedAt === null) record.mode = 'skip';
  };
  const listen = (event) => watch(event, skipRest);
  addEventHandler(listen);
  try {
    await run();
  } finally {
    circus.removeEventHandler(listen);
  }
  return tests;
}

function forget(record, chosen) {
  const mode = chosen ? record.ownMode : 'skip';
  Object.assign(record, { errors: [], status: null, invocations: 0, startedAt: null, duration: null, mode });
}
