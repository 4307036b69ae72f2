import { buildArgv } from 'jest';
import type { Named } from '../planning/named';

/**
 * What of a run its parameters ask for by name.
 * @throws an Error where Jest does not know one of them, in its own words as far as it says anything.
 */
export async function namedIn(parameters: readonly string[]): Promise<Named> {
  if (parameters.length === 0) return { paths: [] };
  // For this Jest itself would end the process with a page of usage.
  if (/^(-t|--testNamePattern)$/.test(parameters.at(-1) ?? ''))
    throw new Error(`${parameters.at(-1) ?? ''} needs the title of a case, or a part of it.`);
  // Where options contradict each other Jest ends the process, with 1.
  process.once('exit', couldNotStart);
  const known = await buildArgv(spelled(parameters)).catch((error: unknown) => {
    throw new Error(shortened((error as Error).message));
  });
  process.off('exit', couldNotStart);
  const { _: words, testPathPatterns = [], testNamePattern: titles } = known;
  const paths = [...words, ...testPathPatterns].map(String);
  return { paths, ...(titles === undefined ? {} : { titles }) };
}

function couldNotStart(): void {
  process.exitCode = 2;
}

// Jest takes any name that is spelled `--no-name` or `--name=value`, and forgets it.
function spelled(parameters: readonly string[]): string[] {
  return parameters.flatMap((parameter) => {
    const [, name, value] = /^(--[\w-]+)=(.*)$/s.exec(parameter) ?? [];
    if (name !== undefined && value !== undefined) return [name, value];
    return parameter.replace(/^--no-/, '--');
  });
}

// The sentence in the middle of its heading and its links.
function shortened(message: string): string {
  const said = message.split('\n').find((line) => /^\s+\w/.test(line)) ?? message;
  return `${said.trim()} See \`npm test -- --help\`.`;
}
