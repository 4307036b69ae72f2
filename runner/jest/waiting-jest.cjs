/* Jest in a process of its own. It takes half a second to load, so it starts before it is known what it has to run; see jest-process.ts. */
const jest = require('jest');
// It loads what stands behind each of its members when that is looked at.
Object.values(jest);
require('jest-runner');

process.env.NODE_ENV ??= 'test';
const leave = () => process.exit();
process.once('disconnect', leave);
process.once('message', (/** @type {{ parameters: string[], env: Record<string, string> }} */ asked) => {
  process.off('disconnect', leave);
  process.disconnect();
  Object.assign(process.env, asked.env);
  void jest.run(asked.parameters);
});
