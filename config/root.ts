import { join, resolve } from 'node:path';

/** The folder of the project, wherever a command is run from. */
export const root = resolve(__dirname, '..');

/** What Node is started with to run a TypeScript file, whose path from the project's folder is `file`. */
export const nodeRuns = (file: string, parameters: readonly string[] = []): string[] => [
  '--require',
  require.resolve('tsx/cjs'),
  join(root, file),
  ...parameters,
];

/** The folders that hold code of ours, for Jest: to look through all others, `node_modules` above all, takes it longer than to run a spec. */
export const rooms: string[] = [
  ...['schemas', 'fixtures', 'specs', 'config', 'client'],
  ...['emulator', 'reporting', 'runner', 'lab'],
].map((room) => `<rootDir>/${room}`);
