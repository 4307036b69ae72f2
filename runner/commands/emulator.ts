/**
 * Serves the embedded tenant on its own until it is interrupted, and prints how to point the suite at it. `-- --variant NAME`, any number
 * of times, makes it a variant of emulator/variants; `-- --variants` lists them. `-- --choice ID=ANSWER`, any number of times, has it answer otherwise
 * what the sources leave open; the choices stand in emulator/README.md.
 */
import { parseArgs } from 'node:util';
import { readPort } from '../../config/port';
import { readChosen } from '../../emulator/choices';
import { startEmulator, type Emulator } from '../../emulator/server';
import { choicesOf, layersOf, variants, variantsNamed, prepare, type Variant } from '../../emulator/variants';
import { liveEnvironment } from '../session/live-environment';

function introduction(emulator: Emulator, chosen: readonly Variant[]): string {
  const variables = Object.entries(liveEnvironment(emulator));
  return [
    `The embedded tenant listens on ${emulator.url} (both gateways). To run the suite against it from another shell:`,
    '',
    ...variables.map(([name, value]) => `export ${name}=${/^[\w:/.-]+$/.test(value) ? value : `'${value}'`}`),
    '',
    ...chosen.map(({ id, what }) => `Variant ${id}: ${what}`),
    'The secrets are made up at every start. Stop with Ctrl+C.',
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      variant: { type: 'string', multiple: true, default: [] },
      variants: { type: 'boolean' },
      choice: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.variants) {
    process.stdout.write(variants.map(({ id, what }) => `${id.padEnd(20)} ${what}\n`).join(''));
    return;
  }
  const chosen = variantsNamed(values.variant);
  const emulator = await startEmulator({
    port: readPort(),
    layers: layersOf(chosen),
    choices: { ...choicesOf(chosen), ...readChosen(values.choice) },
  });
  prepare(emulator.tenant, chosen);
  process.stdout.write(introduction(emulator, chosen));
  const stop = () => void emulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The embedded tenant did not start: ${reason}\n`);
  process.exitCode = 2;
});
