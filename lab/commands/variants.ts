/**
 * `npm run variants -- [VARIANT...]`: runs the suite over the network interface, on an embedded tenant in one variant after the other (all of
 * them by default), and prints what came of it and what the tenant saw. `--times N`, `--profile full|smoke|nightly`, `--spec PATH`
 * (any number of times) for a slice, `--together` for one tenant in all the variants; `--record` keeps the figures in lab/results/variants.json.
 *
 * `-- --choices`: on tenants that answer in other ways what the sources leave open, every pair of answers at least once; then what
 * the cases that failed have in common. `--seed N` for other pairings, `--only CHOICE` for the answers to one question, `--row K` for one
 * tenant again, `--at-once N`, `--json FILE`; `--record` keeps the figures in lab/results/choices.json. `-- --choice ID=ANSWER` (any
 * number of times) for one tenant made by hand.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readReportsDir } from '../../config/config';
import { environment } from '../../config/environment';
import { readChosen } from '../../emulator/choices';
import { variants, variantsNamed } from '../../emulator/variants';
import { tallied, type VariantResults, type VariantRun } from '../results/variants';
import { proofFolder } from '../results/read-results';
import { visitChoices } from '../variants/choices-run';
import { inNumbers, told } from '../variants/outcome';
import { runSuite, type Host } from '../variants/suite-run';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'full' },
    spec: { type: 'string', multiple: true, default: [] },
    together: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    choices: { type: 'boolean', default: false },
    choice: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    row: { type: 'string' },
    json: { type: 'string' },
    'at-once': { type: 'string', default: '1' },
  },
});

const folder = join(readReportsDir(environment()), 'variants');

async function main(): Promise<void> {
  const isClean = values.choices
    ? await visitChoices({
        ...values,
        folder,
        times: Number(values.times),
        atOnce: Number(values['at-once']),
      })
    : await visitHosts();
  if (!isClean) process.exitCode = 1;
}

async function visitHosts(): Promise<boolean> {
  const runs: VariantRun[] = [];
  for (const [name, host] of hosts()) {
    const ofHost: VariantRun[] = [];
    for (let time = 1; time <= Number(values.times); time += 1) {
      const outcome = await runSuite(host, values, join(folder, `${name.replace(/\W+/g, '-')}-${time}`));
      process.stdout.write(`${told(name, outcome)}\n\n`);
      ofHost.push(inNumbers(outcome));
    }
    if (values.record) record(name, ofHost);
    runs.push(...ofHost);
  }
  return runs.every(({ clean }) => clean);
}

// One by one, or all variants in one; answers that were chosen by hand make one more.
function hosts(): [name: string, host: Host][] {
  const choices = readChosen(values.choice);
  const isByHand = values.choice.length > 0;
  const chosen = positionals.length > 0 || isByHand ? variantsNamed(positionals) : [...variants];
  if (!isByHand && !values.together) return chosen.map((variant) => [variant.id, { variants: [variant] }]);
  return [[[...chosen.map(({ id }) => id), ...values.choice].join('+'), { variants: chosen, choices }]];
}

function record(name: string, runs: readonly VariantRun[]): void {
  const file = join(proofFolder, 'variants.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VariantResults) : {};
  const tally = tallied(runs, new Date().toISOString().slice(0, 10), values.profile);
  writeFileSync(file, `${JSON.stringify({ ...known, [name]: tally }, null, 1)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
