import { resolve } from 'node:path';

/** The folder of the project, wherever a command is run from. */
export const root = resolve(__dirname, '..');
