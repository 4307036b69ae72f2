/* Loaded before everything else, in a way that every Node since 12 understands: says in one line that this one is too old, and exits 2. */
const { engines } = require('../package.json');

/**
 * Why a version of Node (`v18.20.4`) will not do where `wanted` is (`>=20.19`); undefined where it will.
 * @param {string} version
 * @param {string} wanted
 * @returns {string | undefined}
 */
function problemWith(version, wanted) {
  const numbers = (/** @type {string} */ text) => (text.match(/\d+/g) || []).map(Number);
  const [[major = 0, minor = 0], [least = 0, leastMinor = 0]] = [numbers(version), numbers(wanted)];
  if (major > least || (major === least && minor >= leastMinor)) return undefined;
  return `This is Node ${version.replace('v', '')}; the suite needs Node ${least}.${leastMinor} or newer: https://nodejs.org/en/download (nvm: \`nvm install\` takes what .nvmrc says).`;
}

const problem = problemWith(process.version, engines.node);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}

module.exports = { problemWith };
