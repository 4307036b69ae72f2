/**
 * `npm run prove`: runs the suite against one wrong tenant after the other and prints what it noticed. For each fault the spec of
 * its endpoint runs first, and every other file that calls the endpoint only when that notices nothing.
 * `--list` prints the faults, `--only TEXT` takes those whose id holds the text, `--endpoint ID` those of one endpoint; paths of specs
 * replace the choice of files.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { environment } from '../config/environment';
import { faults, type CataloguedFault as Fault } from '../faults';
import { readCosts } from '../planning/forecast';

const root = resolve(__dirname, '..');
const folder = join(root, 'reports', 'prove');
const atOnce = 2;
const costs = readCosts();

interface Noticed {
  readonly cases: readonly { readonly title: string; readonly message: string }[];
  readonly total: number;
}

interface JestJson {
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    endpoint: { type: 'string', default: '' },
  },
});

async function main(): Promise<void> {
  const chosen = faults.filter(({ id }) => id.includes(values.only) && id.startsWith(values.endpoint));
  if (values.list) {
    print(chosen.map(({ id, breaks }) => `${id} — ${breaks}`).join('\n'));
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  const honest = await run('honest', undefined, positionals);
  if (honest.cases.length > 0) throw new Error(`The honest tenant does not pass: ${summary(honest)}`);
  print(`The honest tenant passes ${honest.total} cases. ${chosen.length} faults follow.`);
  const missed = await tryAll(chosen);
  print(`\n${chosen.length - missed.length} of ${chosen.length} faults noticed.`);
  for (const { id, breaks } of missed) print(`NOT NOTICED  ${id} — ${breaks}`);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

async function tryAll(chosen: readonly Fault[]): Promise<Fault[]> {
  const queue = chosen.entries();
  const missed: Fault[] = [];
  const worker = async (): Promise<void> => {
    for (const [index, fault] of queue) {
      const noticed = await notice(index, fault);
      if (noticed.cases.length === 0) missed.push(fault);
      print(
        `[${index + 1}/${chosen.length}] ${noticed.cases.length > 0 ? 'noticed' : 'NOT NOTICED'}  ${fault.id}\n${summary(noticed)}`,
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return missed;
}

async function notice(index: number, fault: Fault): Promise<Noticed> {
  const stages = positionals.length > 0 ? [positionals] : stagesFor(fault);
  let noticed: Noticed = { cases: [], total: 0 };
  for (const files of stages) {
    if (noticed.cases.length === 0 && files.length > 0) noticed = await run(String(index), fault.id, files);
  }
  return noticed;
}

// The endpoint's own spec, then the other files with a case that calls it; a fault of no endpoint is for those of the gateways.
function stagesFor({ id }: Fault): string[][] {
  const endpoint = id.split(':')[0] ?? '';
  const own = `specs/${endpoint}.spec.ts`;
  if (!existsSync(join(root, own))) return [['specs/flows/gateways.spec.ts', 'specs/token']];
  const others = Object.entries(costs)
    .filter(([file, cases]) => file !== own && Object.values(cases).some((cost) => endpoint in cost))
    .map(([file]) => file);
  return [[own], others];
}

function run(name: string, fault: string | undefined, files: readonly string[]): Promise<Noticed> {
  const reports = join(folder, name);
  const output = join(reports, 'jest.json');
  mkdirSync(reports, { recursive: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(
    process.execPath,
    [jest, '--json', `--outputFile=${output}`, '--reporters=default', '--silent', ...files],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ...environment(),
        REPORTS_DIR: reports,
        SUITE_LAG_MS: '400',
        DINGTALK_TARGET: 'emulator',
        ...(fault === undefined ? {} : { SUITE_FAULT: fault }),
      },
    },
  );
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  return new Promise((done) =>
    child.on('exit', () => {
      done(readResult(output, errors));
    }),
  );
}

function readResult(output: string, errors: string): Noticed {
  let json: JestJson;
  try {
    json = JSON.parse(readFileSync(output, 'utf8')) as JestJson;
  } catch {
    return { total: 0, cases: [{ title: 'the run could start', message: errors.slice(0, 2000) }] };
  }
  const cases = json.testResults.flatMap(({ assertionResults, message }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (assertionResults.length === 0) return [{ title: 'the file loads', message }];
    return failed.map(({ fullName: title, failureMessages }) => ({
      title,
      message: failureMessages.join('\n'),
    }));
  });
  return { total: json.numTotalTests, cases };
}

function summary({ cases, total }: Noticed): string {
  const [first] = cases;
  if (!first) return '';
  const message = first.message
    .split('\n\nCalls of this case')[0]
    ?.split('\n')
    .slice(0, 14)
    .map((line) => `      ${line}`);
  return [`    by ${cases.length} of ${total} cases, first: ${first.title}`, ...(message ?? [])].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

void main().catch((error: unknown) => {
  print((error as Error).message);
  process.exitCode = 1;
});
