/**
 * Turns TypeScript into JavaScript for Jest. What knows nothing of Jest is loaded once by a worker and handed to every spec file (see
 * `SuiteGlobal.load`): to load it again for each took a fifth of a run's processor time.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { relative, resolve } = require('node:path');
const { createTransformer } = require('@swc/jest');

const root = resolve(__dirname, '..', '..');
const swc = createTransformer({ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
const isLoadedOnce = (/** @type {string} */ path) =>
  /^(?:client|config|fixtures|schemas)[\\/]/.test(relative(root, path));
const own = createHash('sha256').update(readFileSync(__filename)).digest('hex').slice(0, 8);

/** @type {ReturnType<typeof createTransformer>} */
module.exports = {
  ...swc,
  // Jest keeps what it got under this name, also when this file has changed.
  getCacheKey: (...asked) => `${swc.getCacheKey(...asked)}${own}`,
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
