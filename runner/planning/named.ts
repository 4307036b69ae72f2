import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../config/language';
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

/**
 * What is wrong with the names that a run is asked for: a path that no spec file has, or a title that neither a measured case has nor a
 * line of the specs and fixtures, where one that was never run would stand. Undefined where Jest may find something.
 */
export function misnamed(all: readonly PlannedCase[], named: Named): Text | undefined {
  const { paths, titles } = named;
  const files = specFiles();
  const lost = paths.find(
    (path) => !files.some((file) => isIn(path, join(root, file).replaceAll('\\', '/'))),
  );
  if (lost !== undefined)
    return {
      en: `No spec file matches '${lost}': they stand in specs/.`,
      zh: `没有匹配 '${lost}' 的用例文件：用例文件都在 specs/ 里。`,
    };
  if (titles === undefined || paths.length > 0 || casesNamed(all, named).length > 0) return undefined;
  const texts = [...files, ...sources('specs/support'), ...sources('fixtures')];
  const isWritten = texts.some((file) => isIn(titles, readFileSync(join(root, file), 'utf8')));
  if (isWritten) return undefined;
  return {
    en: `No case has a title that matches '${titles}'. The reports show all titles.`,
    zh: `没有标题匹配 '${titles}' 的用例。全部标题见报告。`,
  };
}

/** The spec files that there are, from the project's folder on, with `/`. */
export const specFiles = (): string[] => sources('specs').filter((file) => file.endsWith('.spec.ts'));

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`.replaceAll('\\', '/'));

// What is no pattern is refused by Jest.
function isIn(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern.replace(/^\.\//, ''), 'i').test(text);
  } catch {
    return false;
  }
}
