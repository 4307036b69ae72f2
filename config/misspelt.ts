import type { Text } from './language';
import { settings } from './settings';
import { text, type Environment } from './variables';

const names = settings.flatMap(({ rows }) => rows.flatMap((row) => row.names)).filter(isOurs);

// REPORT_DIR and its like may be another program's.
function isOurs(name: string): boolean {
  return /^(DINGTALK|SUITE)_/.test(name);
}

/**
 * The variables that are set under almost the name of one that is not, each as a problem. Others that nobody here knows may be for other
 * programs, and are left alone.
 */
export function misspelt(env: Environment, known = names): Text[] {
  const unset = known.filter((name) => text(env, name) === undefined);
  return Object.keys(env)
    .filter((name) => text(env, name) !== undefined && !known.includes(name))
    .flatMap((name) => {
      const meant = unset.find((other) => isAlmost(name, other));
      return meant === undefined ? [] : [isMisspelt(name, meant)];
    });
}

const isMisspelt = (name: string, meant: string): Text => ({
  en: `${name} is set, which nothing reads: ${meant} is meant, it seems.`,
  zh: `设置了 ${name}，但没有这个变量：可能想写的是 ${meant}。`,
});

// The same but for case and underscores, or but for one letter too many, too few or another.
function isAlmost(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.toUpperCase().replaceAll('_', '')) as [string, string];
  if (Math.abs(a.length - b.length) > 1) return false;
  let [start, end] = [0, 0];
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
}
