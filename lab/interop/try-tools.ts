import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layer } from '../../emulator/call';
import { startEmulator, type Emulator } from '../../emulator/server';
import { openApiDocument } from '../../runner/generate/openapi';
import { endpoints } from '../../schemas';
import { gatewayFacts } from '../../schemas/gateways';
import { runAll, textOf } from '../program';
import { callers } from './tools/callers';
import { generators } from './tools/generators';
import { readers } from './tools/readers';
import type { Bench, Tool } from './tools/tool';

/** What came of a tool, at one version and on one day; or why it was not tried. */
export interface ToolTried {
  readonly version: string;
  readonly day: string;
  readonly result?: string;
  readonly notTried?: string;
}

/** The tools that are tried, in their order. */
export const tools: readonly Tool[] = [...readers, ...generators, ...callers];

const installSeconds = 600;

/** Installs a tool in a folder that is made for it, and tries it on tenants of its own. */
export async function tryTool(tool: Tool, folder: string): Promise<ToolTried> {
  const when = { version: tool.version, day: new Date().toISOString().slice(0, 10) };
  mkdirSync(folder);
  try {
    await runAll(tool.install, { folder, seconds: installSeconds });
  } catch (error) {
    return { ...when, notTried: textOf(error) };
  }
  return { ...when, result: await resultOf(tool, folder) };
}

async function resultOf(tool: Tool, folder: string): Promise<string> {
  const calls = { here: 0, there: 0 };
  const counting =
    (where: keyof typeof calls): Layer =>
    (_, call, next) => {
      calls[where] += 1;
      return next(call);
    };
  const here = await startEmulator({ layers: [counting('here')] });
  const there = await startEmulator({ layers: [counting('there')] });
  const counted = (): typeof calls => {
    const seen = { ...calls };
    Object.assign(calls, { here: 0, there: 0 });
    return seen;
  };
  try {
    return await tool.tryOn({ ...filesFor(folder, here, there), counted });
  } catch (error) {
    return `fails: ${textOf(error)}`;
  } finally {
    await Promise.all([here.close(), there.close()]);
  }
}

function filesFor(folder: string, here: Emulator, there: Emulator): Omit<Bench, 'counted'> {
  const { oapi, api } = gatewayFacts.gateways;
  const document = JSON.stringify(openApiDocument());
  const apart = document.replaceAll(oapi.url, 'http://127.0.0.1:9').replaceAll(api.url, there.url);
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    folder,
    document: write('openapi.json', document),
    local: write('local.json', JSON.stringify(openApiDocument(here.url))),
    apart: write('apart.json', apart),
    samples: write('samples.json', JSON.stringify(samples())),
    url: here.url,
    token: here.tenant.tokens.issue(here.app.appKey),
  };
}

// What stands in the description as examples of an answer with status 200.
function samples(): object[] {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, Operation>> };
  return endpoints.flatMap(({ path, method, operation }) => {
    const { examples } =
      paths[path]?.[method.toLowerCase()]?.responses['200'].content['application/json'] ?? {};
    return Object.entries(examples ?? {}).map(([name, { value }]) => ({ operation, name, value }));
  });
}

interface Operation {
  readonly responses: {
    readonly '200': {
      readonly content: {
        readonly 'application/json': { readonly examples?: Readonly<Record<string, { value: unknown }>> };
      };
    };
  };
}
