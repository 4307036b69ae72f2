/* Jest in a process of its own. It takes half a second to load, so it starts before it is known what it has to run; see jest-process.ts. */
const jest = require('jest');
// What it needs is loaded member by member, when each is looked at; with it what a run of one spec file needs of ours.
Object.values(jest);
require('jest-runner');
require('./raw-reporter');
require('./environment');

process.env.NODE_ENV ??= 'test';
const leave = () => process.exit();
process.once('disconnect', leave);
process.once('message', (/** @type {{ parameters: string[], env: Record<string, string> }} */ asked) => {
  process.off('disconnect', leave);
  process.disconnect();
  Object.assign(process.env, asked.env);
  void jest.run(asked.parameters);
});
