import { UserError, type Text } from '../../config/language';
import { buildArgv } from 'jest';
import type { Named } from '../planning/named';

/**
 * What of a run its parameters ask for by name.
 * @throws UserError where Jest does not know one of them, in its own words as far as it says anything.
 */
export async function namedIn(parameters: readonly string[]): Promise<Named> {
  if (parameters.length === 0) return { paths: [] };
  // For this Jest itself would end the process with a page of usage.
  const last = parameters.at(-1) ?? '';
  if (/^(-t|--testNamePattern)$/.test(last))
    throw new UserError({
      en: `${last} needs the title of a case, or a part of it.`,
      zh: `${last} 后面要写用例的标题，或标题的一部分。`,
    });
  const own = parameters.find((parameter) => suitesOwn.test(parameter));
  if (own !== undefined)
    throw new UserError({
      en: `${own} is not for the suite, which sets that itself. See \`npm test -- --help\`.`,
      zh: `不能使用 ${own}：这一项由本项目自己设定。用法见 \`npm test -- --help\`。`,
    });
  // Where options contradict each other Jest ends the process, with 1.
  process.once('exit', couldNotStart);
  const known = await buildArgv(spelled(parameters)).catch((error: unknown) => {
    throw new UserError(shortened((error as Error).message));
  });
  process.off('exit', couldNotStart);
  const { _: words, testPathPatterns = [], testNamePattern: titles } = known;
  const paths = [...words, ...testPathPatterns].map(String);
  return { paths, ...(titles === undefined ? {} : { titles }) };
}

// With these Jest would run something else, or write beside the reports.
const suitesOwn =
  /^(-c|--(config|projects|rootDir|roots|reporters|env|testEnvironment|globalSetup|globalTeardown|coverage|collectCoverage|outputFile|json|useStderr))(=|$)/;

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
function shortened(message: string): Text {
  const said = message.split('\n').find((line) => /^\s+\w/.test(line)) ?? message;
  const help = '`npm test -- --help`';
  return { en: `${said.trim()} See ${help}.`, zh: `${said.trim()} 用法见 ${help}。` };
}
