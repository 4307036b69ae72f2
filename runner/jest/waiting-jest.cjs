/* Jest in a process of its own. It takes half a second to load, so it starts before it is known what it has to run; see jest-process.ts. */
const jest = require('jest');
// It loads what stands behind each of its members when that is looked at.
Object.values(jest);
require('jest-runner');

process.env.NODE_ENV ??= 'test';
const leave = () => process.exit();
process.once('disconnect', leave);
// A run of one file needs these in this process, one of many files in its workers.
const soon = ['jest-runtime', './transform.cjs', './raw-reporter', './environment', '../../client/client'];
const loading = setInterval(() => {
  const next = soon.shift();
  if (next === undefined) clearInterval(loading);
  else require(next);
}, 0);
process.once('message', (/** @type {{ parameters: string[], env: Record<string, string> }} */ asked) => {
  clearInterval(loading);
  process.off('disconnect', leave);
  process.disconnect();
  Object.assign(process.env, asked.env);
  void jest.run(asked.parameters);
});
