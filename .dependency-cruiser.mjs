/**
 * Which room may import which; a room that is not named may not be imported at all. `npm run check` holds it.
 * The emulator and the suite check each other, so neither knows the other; nobody needs `lab` to run the suite.
 */
const rooms = {
  schemas: [],
  config: [],
  fixtures: ['schemas'],
  client: ['schemas'],
  emulator: ['schemas'],
  specs: ['schemas', 'fixtures', 'specs/support'],
  'specs/support': [
    ...['schemas', 'fixtures', 'config', 'client'],
    ...['runner/jest', 'runner/session', 'runner/broker', 'runner/cleanup'],
  ],
  'runner/doctor': ['schemas', 'fixtures', 'config', 'client'],
  'runner/cli': ['config'],
  'runner/broker': ['client'],
  'runner/planning': ['schemas', 'config', 'runner/broker', 'runner/doctor'],
  'runner/cleanup': ['schemas', 'fixtures', 'config', 'client', 'runner/doctor'],
  'runner/session': [
    ...['schemas', 'fixtures', 'config', 'client', 'emulator', 'reporting'],
    ...['runner/broker', 'runner/doctor', 'runner/planning', 'runner/cleanup'],
  ],
  'runner/judge': ['schemas', 'config', 'client', 'reporting', 'runner/doctor'],
  'runner/generate': ['schemas', 'config', 'emulator/package', 'package.json'],
  'runner/jest': [
    'schemas',
    'config',
    'client',
    'reporting',
    'runner/broker',
    'runner/session',
    'runner/planning',
  ],
  'runner/commands': [
    'schemas',
    'config',
    'client',
    'emulator',
    'fixtures',
    'reporting',
    'runner',
    'package.json',
  ],
  reporting: ['schemas', 'config', 'client', 'runner/planning'],
  lab: [
    'schemas',
    'fixtures',
    'specs',
    'config',
    'client',
    'emulator',
    'reporting',
    'runner',
    'jest.config.ts',
  ],
};

const within = (names) => `^(${names.join('|')})(/|$)`;
const below = Object.keys(rooms).filter((name) => name.includes('/'));

const fences = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment: `${room} may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}`,
  from: {
    path: within([room]),
    // Tests may look further, for what they try a thing on.
    pathNot: [
      '\\.test\\.ts$',
      '/(testing|cases)/',
      ...below.filter((name) => name.startsWith(`${room}/`)).map((name) => within([name])),
    ],
  },
  // What is loaded only when it is asked for (a look for a lost write) is no layer below.
  to: {
    dependencyTypes: ['local'],
    dependencyTypesNot: ['dynamic-import'],
    pathNot: within([room, ...allowed]),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...fences,
    {
      name: 'commands-are-the-top',
      severity: 'error',
      comment: 'a command is started, never imported',
      from: { pathNot: '\\.test\\.ts$' },
      to: { path: '^(runner|lab)/commands/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'modules that need each other are one',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^reports/', '^node_modules'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.json'] },
  },
};
