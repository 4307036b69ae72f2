/**
 * Serves the embedded tenant on its own until it is interrupted, and prints how to point the suite at it. `-- --mood NAME`, any number
 * of times, puts it into a mood of moods/; `-- --moods` lists them. `-- --choice ID=ANSWER`, any number of times, has it answer otherwise
 * what the sources leave open; the choices stand in emulator/README.md.
 */
import { parseArgs } from 'node:util';
import { readPort } from '../../config/port';
import { readChosen } from '../../emulator/choices';
import { startEmulator, type Emulator } from '../../emulator/server';
import { choicesOf, layersOf, moods, moodsNamed, prepare, type Mood } from '../../emulator/variants';
import { liveEnvironment } from '../session/live-environment';

function introduction(emulator: Emulator, chosen: readonly Mood[]): string {
  const variables = Object.entries(liveEnvironment(emulator));
  return [
    `The embedded tenant listens on ${emulator.url} (both gateways). To run the suite against it from another shell:`,
    '',
    ...variables.map(([name, value]) => `export ${name}=${/^[\w:/.-]+$/.test(value) ? value : `'${value}'`}`),
    '',
    ...chosen.map(({ id, what }) => `In the mood ${id}: ${what}`),
    'The secrets are made up at every start. Stop with Ctrl+C.',
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mood: { type: 'string', multiple: true, default: [] },
      moods: { type: 'boolean' },
      choice: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.moods) {
    process.stdout.write(moods.map(({ id, what }) => `${id.padEnd(20)} ${what}\n`).join(''));
    return;
  }
  const chosen = moodsNamed(values.mood);
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
