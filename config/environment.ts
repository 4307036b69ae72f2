import { config as loadDotenv } from 'dotenv';

/** The process environment with `.env` read into it, silently; what the environment already sets wins over the file. */
export function environment(): Readonly<Record<string, string | undefined>> {
  loadDotenv({ quiet: true });
  return process.env;
}
