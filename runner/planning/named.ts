import { join } from 'node:path';
import { root } from '../../config/root';
import type { PlannedCase } from './costs';

/** What a run is asked for by name. */
export interface Named {
  /** Patterns of the paths of spec files, as Jest takes them; none stands for all. */
  readonly paths: readonly string[];
  /** The pattern of `-t`. */
  readonly titles?: string;
}

/** Whether a run is asked for anything by name. */
export const isNamed = ({ paths, titles }: Named): boolean => paths.length > 0 || titles !== undefined;

/** The cases that are meant, by Jest's rules: a file whose path matches one of the patterns, and a full title that matches `-t`. */
export function casesNamed(all: readonly PlannedCase[], { paths, titles }: Named): PlannedCase[] {
  return all.filter(
    ({ file, title }) =>
      (paths.length === 0 || paths.some((path) => isIn(path, join(root, file).replaceAll('\\', '/')))) &&
      (titles === undefined || isIn(titles, title)),
  );
}

// What is no pattern is refused by Jest.
function isIn(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern.replace(/^\.\//, ''), 'i').test(text);
  } catch {
    return false;
  }
}
