import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, npm, printed, steps, type Bench, type Tool } from './tool';
import { mocked } from './prism';

const python = join('venv', 'bin', 'python');

/** Tools that call, or answer, as the description says. */
export const callers: readonly Tool[] = [
  {
    name: 'Prism',
    version: '5.16.0',
    did: 'served as a mock, every endpoint asked once',
    know: 'It answers the first sample, a success. Ask for a refusal with `Prefer: example=refusal`. An access token must be there, any will do.',
    install: npm('@stoplight/prism-cli@5.16.0'),
    tryOn: mocked,
  },
  {
    name: 'Schemathesis',
    version: '4.32.5',
    did: 'run against the embedded tenant, with the checks that judge the shape of an answer',
    know: 'oapi refuses with status 200, so what judges by status is wrong here: `--exclude-checks negative_data_rejection,positive_data_acceptance,missing_required_header,unsupported_method,ignored_auth`. Tokens: `[auth.openapi.accessTokenInQuery] api_key` and `accessTokenInHeader` in `schemathesis.toml`.',
    install: [
      ['python3', '-m', 'venv', 'venv'],
      [python, '-m', 'pip', 'install', '--quiet', 'schemathesis==4.32.5'],
    ],
    tryOn: trySchemathesis,
  },
  {
    name: 'openapi-to-postmanv2 and Newman',
    version: '6.3.3 and 6.2.2',
    did: 'made a collection, ran it with `--env-var baseUrl=` the embedded tenant',
    know: '**Warning:** `baseUrl` moves the calls of oapi only. Those of v1.0, with the app secret and the token, go to their own host. For an embedded tenant take the file that `npm run openapi -- --server URL` writes.',
    install: npm('openapi-to-postmanv2@6.3.3', 'newman@6.2.2'),
    tryOn: tryNewman,
  },
  {
    name: 'Bruno',
    version: '4.1.0',
    did: 'imported, ran the collection with `--env-var baseUrl=` the embedded tenant',
    know: '**Warning:** a request of v1.0 has a `baseUrl` of its own, which goes before `--env-var`: the app secret and the token go to its host. For an embedded tenant take the file that `npm run openapi -- --server URL` writes.',
    install: npm('@usebruno/cli@4.1.0'),
    tryOn: tryBruno,
  },
];

const excluded =
  'negative_data_rejection,positive_data_acceptance,missing_required_header,unsupported_method,ignored_auth';

async function trySchemathesis(bench: Bench): Promise<string> {
  const tokens = ['accessTokenInQuery', 'accessTokenInHeader'].map(
    (scheme) => `[auth.openapi.${scheme}]\napi_key = "${bench.token}"\n`,
  );
  writeFileSync(join(bench.folder, 'schemathesis.toml'), tokens.join('\n'));
  const options = [
    '--url',
    bench.url,
    '--exclude-checks',
    excluded,
    '--phases',
    'examples,coverage',
  ] as const;
  const out = await printed(bench, [
    join('venv', 'bin', 'st'),
    'run',
    bench.local,
    ...options,
    '--seed',
    '1',
  ]);
  writeFileSync(join(bench.folder, 'out.txt'), out);
  const line = (start: RegExp): string[] =>
    out.split('\n').flatMap((text) => (start.test(text) ? [text.trim()] : []));
  return [...line(/^ +Tested:/), ...line(/^ +\d+ generated/), ...line(/^=+ .* =+$/).slice(-1)]
    .map((text) => text.replaceAll('=', '').trim())
    .join(', ')
    .replace(/ in [\d.]+s$/, '');
}

async function tryNewman(bench: Bench): Promise<string> {
  const collection = join(bench.folder, 'collection.json');
  const call = (document: string): Promise<string> => runNewman(bench, document, collection);
  const [local, apart] = [await call(bench.local), await call(bench.apart)];
  return `one server: ${local}; two gateways: ${apart}`;
}

async function runNewman(bench: Bench, document: string, collection: string): Promise<string> {
  await steps(bench, [bin('openapi2postmanv2'), '-s', document, '-o', collection]);
  bench.counted();
  const variables = ['--env-var', `baseUrl=${bench.url}`, '--env-var', `apiKey=${bench.token}`] as const;
  await printed(bench, [bin('newman'), 'run', collection, ...variables, '--reporters', 'cli']);
  return calls(bench);
}

async function tryBruno(bench: Bench): Promise<string> {
  const local = await runBruno(bench, bench.local, 'local');
  return `one server: ${local}; two gateways: ${await runBruno(bench, bench.apart, 'apart')}`;
}

async function runBruno(bench: Bench, document: string, name: string): Promise<string> {
  const bru = join(bench.folder, bin('bru'));
  await steps(bench, [bru, 'import', 'openapi', '-s', document, '-o', name, '-n', name]);
  bench.counted();
  const variables = ['--env-var', `baseUrl=${bench.url}`, '--env-var', `apiKey=${bench.token}`] as const;
  await printed({ ...bench, folder: join(bench.folder, name) }, [bru, 'run', '-r', ...variables]);
  return calls(bench);
}

function calls({ counted }: Bench): string {
  const { here, there } = counted();
  return `${here} calls came to the tenant, ${there} went to the host of v1.0`;
}
