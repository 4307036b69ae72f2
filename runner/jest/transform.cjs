/**
 * Turns TypeScript into JavaScript for Jest. What knows nothing of Jest is loaded once by a worker and handed to every spec file (see
 * `SuiteGlobal.load`): to load it again for each took a fifth of a run's processor time.
 */
const { relative } = require('node:path');
const { createTransformer } = require('@swc/jest');

const swc = createTransformer({ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
const isLoadedOnce = (/** @type {string} */ path) =>
  /^(?:client|config|fixtures|schemas)[\\/]/.test(relative(process.cwd(), path));

/** @type {import('@jest/transform').SyncTransformer} */
module.exports = {
  ...swc,
  process(source, path, options) {
    const { code, map } = swc.process(source, path, options);
    if (!isLoadedOnce(path)) return { code, map };
    // Outside of a spec file, as in the environment itself, nobody hands it out.
    return {
      code: `"use strict"; if (globalThis.suite) module.exports = globalThis.suite.load(__filename); else {${code}\n}`,
      map,
    };
  },
};
