import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { fileTrouble, same, UserError } from './language';
import { root } from './root';

/**
 * The process environment with `.env` read into it, silently; what the environment already sets wins over the file.
 * @param folder where `.env` is: the project's, wherever a command is started.
 * @throws an Error where there is a `.env` that cannot be read: dotenv would go on without a word, and on another tenant.
 */
export function environment(folder = root): Readonly<Record<string, string | undefined>> {
  const path = join(folder, '.env');
  const encoding = encodingOf(path);
  if (encoding !== undefined) loadDotenv({ quiet: true, path, encoding });
  return process.env;
}

// Windows' PowerShell 5 writes UTF-16, with its mark, where one says `>`. Undefined where there is no file.
function encodingOf(path: string): 'utf8' | 'utf16le' | undefined {
  try {
    const [first, second] = readFileSync(path);
    return first === 0xff && second === 0xfe ? 'utf16le' : 'utf8';
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    const { en, zh } = fileTrouble(error) ?? same(message);
    throw new UserError({ en: `${path} cannot be read: ${en}.`, zh: `无法读取 ${path}：${zh}。` });
  }
}
