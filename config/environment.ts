import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { root } from './root';

/**
 * The process environment with `.env` read into it, silently; what the environment already sets wins over the file.
 * @param folder where `.env` is: the project's, wherever a command is started.
 */
export function environment(folder = root): Readonly<Record<string, string | undefined>> {
  const path = join(folder, '.env');
  loadDotenv({ quiet: true, path, encoding: encodingOf(path) });
  return process.env;
}

// Windows' PowerShell 5 writes UTF-16, with its mark, where one says `>`.
function encodingOf(path: string): 'utf8' | 'utf16le' {
  if (!existsSync(path) || !statSync(path).isFile()) return 'utf8';
  const [first, second] = readFileSync(path);
  return first === 0xff && second === 0xfe ? 'utf16le' : 'utf8';
}
