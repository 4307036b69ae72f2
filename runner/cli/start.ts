import { environment } from '../../config/environment';
import { errorText, readLanguage } from '../../config/language';

/** How a command goes on where something unusual happens. */
interface Manners {
  /** Takes secrets out of the message of an error. */
  readonly redact?: (text: string) => string;
  /** It ends its work, such as cleaning up or writing reports, also when nobody reads what it prints any more. */
  readonly outlivesReader?: true;
}

/**
 * Runs a command to its end. It exits with the status that `main` returns (0 for none), and with 2 where it could not do its work: then the
 * message of the error stands on stderr, in the language of the user, and no stack.
 */
export function start(main: () => unknown, { redact = (text) => text, outlivesReader }: Manners = {}): void {
  quietOnClosedPipe(outlivesReader);
  const run = async (): Promise<void> => {
    const status = await main();
    if (typeof status === 'number') process.exitCode = status;
  };
  run().catch((error: unknown) => {
    process.stderr.write(`${redact(errorText(error)[readLanguage(environment())])}\n`);
    process.exitCode = 2;
  });
}

let goesOn = false;

/** Lets the process end without a word, or go on, when what reads its output has gone, as `head -1` does after a line. */
export function quietOnClosedPipe(outlivesReader = false): void {
  goesOn = outlivesReader;
  for (const stream of [process.stdout, process.stderr]) stream.off('error', onClosed).on('error', onClosed);
}

function onClosed({ code }: NodeJS.ErrnoException): void {
  // Windows says EOF.
  if (!goesOn && (code === 'EPIPE' || code === 'EOF')) process.exit(0);
}
