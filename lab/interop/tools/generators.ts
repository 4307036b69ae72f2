import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../../program';
import { driver, printed, steps, type Bench, type Tool } from './tool';

const version = '7.25.0';
const jar = join('jars', `openapi-generator-cli-${version}.jar`);
const download: Program = [
  ...(['mvn', '-q', '-B', 'dependency:copy', '-DoutputDirectory=jars'] as const),
  `-Dartifact=org.openapitools:openapi-generator-cli:${version}`,
];

const generate = (bench: Bench, language: string, ...options: readonly string[]): Promise<void> =>
  steps(bench, [
    'java',
    '-jar',
    jar,
    'generate',
    '-i',
    bench.document,
    '-g',
    language,
    '-o',
    'client',
    ...options,
  ]);

const python = join('venv', 'bin', 'python');

/** Generators of clients in other languages than TypeScript. */
export const generators: readonly Tool[] = [
  {
    name: 'openapi-generator, Python',
    version,
    did: 'wrote a client, let its models read every documented sample',
    know: 'An answer of oapi is `actual_instance`: the model of the success or that of the refusal. **Warning:** `Configuration(host=…)` moves the calls of oapi only; those of v1.0, with the app secret and the token, go to their own host. For an embedded tenant take the file that `npm run openapi -- --server URL` writes.',
    install: [
      download,
      ['python3', '-m', 'venv', 'venv'],
      [python, '-m', 'pip', 'install', '--quiet', 'pydantic==2.14.4', 'python-dateutil', 'urllib3'],
    ],
    tryOn: async (bench) => {
      await generate(bench, 'python');
      return lastLine(await printed(bench, [python, driver('samples.py'), bench.samples, 'client']));
    },
  },
  {
    name: 'openapi-generator, Go',
    version,
    did: 'wrote a client, compiled it, let its models read every documented sample',
    know: 'An answer of oapi is a struct with a pointer for the success and one for the refusal.',
    install: [download],
    tryOn: async (bench) => {
      await generate(bench, 'go', '--additional-properties=packageName=dingtalk');
      await steps(bench, [process.execPath, driver('go-samples.cjs'), bench.samples, 'client']);
      const out = await printed(bench, ['go', '-C', 'client', 'test', '-v', '-run', 'Test_samples', '.']);
      return out.split('\n').find((line) => line.includes('samples read right')) ?? lastLine(out);
    },
  },
  {
    name: 'openapi-generator, Java',
    version,
    did: 'wrote a client of the library `native`, compiled it with Maven',
    know: 'All integers are `Long`: the description gives them `format: int64`, since times do not fit an `Integer`.',
    install: [download],
    tryOn: async (bench) => {
      await generate(bench, 'java', '--library', 'native');
      await steps(bench, ['mvn', '-q', '-B', '-DskipTests', '-f', 'client', 'compile']);
      return 'client compiles';
    },
  },
  {
    name: 'oapi-codegen',
    version: '2.8.2',
    did: 'wrote types and a client of Go, compiled them',
    know: 'An answer of oapi is a union: read `errcode` first, then call `As…` for the one that it is. Reads 3.1, but no list of types besides null.',
    install: [],
    tryOn: tryOapiCodegen,
  },
];

async function tryOapiCodegen(bench: Bench): Promise<string> {
  mkdirSync(join(bench.folder, 'client'));
  writeFileSync(join(bench.folder, 'client', 'go.mod'), 'module dingtalk\n\ngo 1.24\n');
  const tool = 'github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2';
  const options = ['-generate', 'types,client', '-package', 'dingtalk', '-o', 'client/client.go'] as const;
  await steps(
    bench,
    ['go', 'run', tool, ...options, bench.document],
    ['go', '-C', 'client', 'mod', 'tidy'],
    ['go', '-C', 'client', 'build', './...'],
  );
  return 'client compiles';
}

const lastLine = (out: string): string => out.trim().split('\n').at(-1) ?? '';
