import { join } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { root } from './root';

/**
 * The process environment with `.env` read into it, silently; what the environment already sets wins over the file.
 * @param folder where `.env` is: the project's, wherever a command is started.
 */
export function environment(folder = root): Readonly<Record<string, string | undefined>> {
  loadDotenv({ quiet: true, path: join(folder, '.env') });
  return process.env;
}
