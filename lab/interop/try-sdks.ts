import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import { goodRequests } from '../../emulator/good-requests';
import type { Layer } from '../../emulator/call';
import { startEmulator, type Emulator } from '../../emulator/server';
import { endpoints } from '../../schemas';
import { lastLines, run, runAll, textOf } from '../program';
import { outcomeOf, type Outcome, type Reading } from './reading';
import type { Sdk, Toolchain } from './sdks';

/** What an SDK did with every endpoint, by endpoint id; or why it was not tried. */
export interface Tried {
  readonly sdk: Sdk;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** The content types of its POSTs. */
  readonly contentTypes: readonly string[];
  readonly notTried?: string;
}

const installSeconds = 600;
const callSeconds = 120;

/** Installs the SDKs of a language in a folder and tries each on a tenant of its own. */
export async function tryAll(
  toolchain: Toolchain,
  folder: string,
  say: (line: string) => void,
): Promise<Tried[]> {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(toolchain.files ?? {})) writeFileSync(join(folder, name), text);
  say(`${toolchain.language}: installing`);
  const installing = runAll(toolchain.install, { folder, seconds: installSeconds });
  const failure = await installing.then(() => undefined, textOf);
  const tried: Tried[] = [];
  for (const sdk of toolchain.sdks) {
    say(`${sdk.name} ${sdk.version}`);
    tried.push(failure === undefined ? await trySdk(sdk, folder) : notTried(sdk, failure));
  }
  return tried;
}

const notTried = (sdk: Sdk, reason: string): Tried => ({
  sdk,
  outcomes: {},
  contentTypes: [],
  notTried: reason,
});

async function trySdk(sdk: Sdk, folder: string): Promise<Tried> {
  const answers = new Map<string, object>();
  const contentTypes = new Set<string>();
  const listen: Layer = async ({ id }, call, next) => {
    const reply = await next(call);
    if (typeof reply.body === 'object') answers.set(id, reply.body);
    const type = call.headers['content-type'];
    if (call.method === 'POST') contentTypes.add(type?.split(';')[0] ?? 'none');
    return reply;
  };
  const emulator = await startEmulator({ layers: [listen] });
  try {
    const readings = await drive(sdk, folder, emulator);
    if (typeof readings === 'string') return notTried(sdk, readings);
    const outcomes = readings.map((reading) => [reading.id, outcomeOf(reading, answers.get(reading.id))]);
    return {
      sdk,
      outcomes: Object.fromEntries(outcomes) as Tried['outcomes'],
      contentTypes: [...contentTypes].sort(),
    };
  } finally {
    await emulator.close();
  }
}

async function drive(sdk: Sdk, folder: string, emulator: Emulator): Promise<Reading[] | string> {
  const name = sdk.name.replace(/\W+/g, '-');
  const files = [join(folder, `${name}-calls.json`), join(folder, `${name}-results.jsonl`)] as const;
  writeFileSync(files[0], JSON.stringify(callsOn(emulator)));
  const program = sdk.start((file) => join(root, 'lab/interop/drivers', file), files);
  const env = sdk.env?.(emulator.url) ?? {};
  const { status, out } = await run(program, { folder, seconds: callSeconds, env });
  if (status !== 0 || !existsSync(files[1])) return lastLines(out);
  const lines = readFileSync(files[1], 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Reading);
}

// Deletes last: what it deletes is what others read and change.
function callsOn({ url, app, tenant, ...rest }: Emulator): object {
  const requests = goodRequests({ app, tenant, ...rest });
  const inOrder = [...endpoints].sort(
    (a, b) => Number(a.id.endsWith('/delete')) - Number(b.id.endsWith('/delete')),
  );
  return {
    url,
    token: tenant.tokens.issue(app.appKey),
    key: app.appKey,
    secret: app.appSecret,
    calls: inOrder.map(({ id, method, path }) => ({ id, method, path, request: requests[id] })),
  };
}
