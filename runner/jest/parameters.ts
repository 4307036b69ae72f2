import { buildArgv } from 'jest';
import type { Named } from '../planning/named';

/** What of a run its parameters ask for by name. @throws an Error with Jest's own words where it does not know one of them. */
export async function namedIn(parameters: readonly string[]): Promise<Named> {
  if (parameters.length === 0) return { paths: [] };
  const { _: words, testPathPatterns = [], testNamePattern: titles } = await buildArgv([...parameters]);
  const paths = [...words, ...testPathPatterns].map(String);
  return { paths, ...(titles === undefined ? {} : { titles }) };
}
