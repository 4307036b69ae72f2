import { Argument, Command, CommanderError, Option as CommanderOption } from 'commander';
import { environment } from '../../config/environment';
import { readLanguage, type Language, type Text } from '../../config/language';
import type { Environment } from '../../config/variables';
import { Misused, type Option, type Options, type Values } from './options';
import { quietOnClosedPipe } from './start';
import { misuse, suggestion, words, wrongs } from './words';

/** What a command is called with, and what its help says. */
export interface About<Of extends Options> {
  /** How it is started: `npm run sweep`, `npm test`. */
  readonly command: string;
  readonly says: Text;
  readonly options?: Of;
  /** What it takes besides, such as `[endpoint]` or `[files...]`. */
  readonly argument?: { readonly name: string; readonly says: Text; readonly choices?: readonly string[] };
  /** Calls with what they do, the call without `npm run …`: `--days 3`. */
  readonly examples?: readonly (readonly [call: string, says: Text])[];
  /** What the exit statuses mean; 2 for a wrong command line is added where it is not told. */
  readonly statuses: Readonly<Record<number, Text>>;
  /** Another program, named in `says`, takes the options that this one does not know. */
  readonly passesOn?: true;
}

/** What a command was called with. */
export interface CommandLine<Of extends Options> {
  readonly values: Values<Of>;
  /** What is no option; where the command passes options on, also those that it does not know, in their order. */
  readonly args: readonly string[];
  /** The language of the user. */
  readonly language: Language;
}

/** The end of a command that only says something about itself (status 0), or was called wrongly (2). */
export class Ended extends Error {
  constructor(
    readonly status: number,
    readonly printed: string,
  ) {
    super(printed);
  }
}

/** Reads the command line of this process. For `--help` it prints the help and ends the process; a wrong one ends it with 2. */
export function commandLine<const Of extends Options>(about: About<Of>): CommandLine<Of> {
  quietOnClosedPipe();
  try {
    return readCommandLine(about, process.argv.slice(2), environment());
  } catch (error) {
    // Anything else is a .env that cannot be read.
    const { status, printed } =
      error instanceof Ended ? error : new Ended(2, `${(error as Error).message}\n`);
    (status === 0 ? process.stdout : process.stderr).write(printed);
    process.exit(status);
  }
}

/** Reads a command line. @throws Ended with the help, or with what is wrong. */
export function readCommandLine<const Of extends Options>(
  about: About<Of>,
  argv: readonly string[],
  env: Environment,
): CommandLine<Of> {
  const problems: Text[] = [];
  const language = readLanguage(env, problems);
  if (problems[0] !== undefined) throw wrong(about, problems[0][language].replace(/[.。]$/, ''), language);
  const program = programOf(about, language);
  let help = '';
  // commander puts a blank after the title, and a Chinese colon brings its own.
  program.configureOutput({
    writeErr: () => undefined,
    writeOut: (text) => (help += text.replace('： ', '：')),
  });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw error.exitCode === 0 ? new Ended(0, help) : wrong(about, wrongText(error, language), language);
  }
  const given = program.opts<Record<string, Given>>();
  const values = Object.entries(about.options ?? {}).map(([name, option]: [string, Option<unknown>]) => {
    const texts = given[name] === true ? [''] : (given[name] ?? []);
    try {
      return [name, option.read(texts)];
    } catch (error) {
      if (!(error instanceof Misused)) throw error;
      throw wrong(about, misuse[language](`--${name}`, texts.at(-1) ?? '', error.says[language]), language);
    }
  });
  return { values: Object.fromEntries(values) as Values<Of>, args: program.args, language };
}

type Given = readonly string[] | true | undefined;

function wrong({ command }: About<Options>, text: string, language: Language): Ended {
  const help = `\`${command} -- --help\``;
  return new Ended(2, { en: `${text}. See ${help}.\n`, zh: `${text}。用法见 ${help}。\n` }[language]);
}

function wrongText({ code, message }: CommanderError, language: Language): string {
  const what = /'([^']*)'/.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (.*)\?\)/.exec(message)?.[1];
  const text = wrongs[code]?.(what)[language] ?? message.replace(/^error: /, '').replace(/\.?\s*$/, '');
  return meant === undefined ? text : text + suggestion(meant)[language];
}

// It ends by exceptions, so that one place decides what is printed where.
function programOf(about: About<Options>, language: Language): Command {
  const { command, says, options = {}, argument, passesOn } = about;
  const program = new Command(`${command} --`)
    .description(says[language])
    .helpOption('-h, --help', words.help[language])
    .configureOutput({ getOutHelpWidth: () => 100 })
    .configureHelp({
      styleTitle: (title) => (words[title as 'Usage:'] as Text | undefined)?.[language] ?? title,
    })
    .exitOverride()
    .addHelpText('after', afterwards(about, language));
  for (const [name, option] of Object.entries(options)) program.addOption(optionOf(name, option, language));
  if (passesOn) program.allowUnknownOption().allowExcessArguments();
  if (argument) {
    const known = new Argument(argument.name, argument.says[language]);
    program.addArgument(argument.choices ? known.choices(argument.choices) : known);
  }
  return program;
}

function optionOf(
  name: string,
  { takes, says, fallback }: Options[string],
  language: Language,
): CommanderOption {
  const text =
    fallback === undefined ? says[language] : `${says[language]} (${words.fallback[language]}: ${fallback})`;
  const option = new CommanderOption(`--${name}${takes === undefined ? '' : ` ${takes}`}`, text);
  option.attributeName = () => name;
  return takes === undefined
    ? option
    : option.argParser((text, before: string[] | undefined) => [...(before ?? []), text]);
}

function afterwards(
  { command, examples = [], statuses, passesOn }: About<Options>,
  language: Language,
): string {
  const all = { ...(passesOn ? {} : { 2: words.badUse }), ...statuses };
  const calls = examples.map(
    ([call, says]) => [call === '' ? command : `${command} -- ${call}`, says] as const,
  );
  const width = Math.max(0, ...calls.map(([call]) => call.length));
  return [
    ...(calls.length > 0 ? ['', words.examples[language]] : []),
    ...calls.map(([call, says]) => `  ${call.padEnd(width)}  ${says[language]}`),
    '',
    words.statuses[language],
    ...Object.entries(all).map(([status, says]) => `  ${status.padStart(3)}  ${says[language]}`),
  ].join('\n');
}
