/** `npm run schemas`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { readEndpointFiles, type EndpointFile } from '../../schemas/files';
import { root } from '../../config/root';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { start } from '../cli/start';

const { values } = commandLine({
  command: 'npm run schemas',
  says: {
    en: 'Writes schemas/types.ts and schemas/index.ts from the endpoint files.',
    zh: '由接口文件生成 schemas/types.ts 和 schemas/index.ts。',
  },
  options: {
    check: flag({
      en: 'writes nothing, and says whether both are fresh',
      zh: '不写文件，只检查两者是否为最新',
    }),
  },
  statuses: {
    0: { en: 'both are fresh', zh: '两者均为最新' },
    1: { en: 'with --check: one of them is stale', zh: '使用 --check 时：有文件已过期' },
  },
});

const folder = join(root, 'schemas');
const banner = '// Generated from the endpoint files by `npm run schemas`. Do not edit.\n';

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

async function interfaces({ endpoint }: EndpointFile): Promise<string> {
  const style = { singleQuote: true, printWidth: 110 };
  const options = { bannerComment: '', additionalProperties: false, ignoreMinAndMaxItems: true, style };
  const name = pascal(endpoint.operation);
  const request = await compile(
    { ...endpoint.request, windows: undefined, pairs: undefined },
    `${name}Request`,
    options,
  );
  const response = await compile(withLists(endpoint.response), `${name}Response`, options);
  return `${request}\n${response}`;
}

interface Node extends Readonly<Record<string, unknown>> {
  readonly required?: readonly string[];
  readonly usual?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

// The client hands out every list, and whatever holds one, also where an answer leaves it out; see `client/lists.ts`.
function withLists(schema: Node): object {
  const { properties = {}, required = [], usual = [], items } = schema;
  const lists = usual.filter((name) => ['array', 'object'].includes(String(properties[name]?.type)));
  const members = Object.entries(properties).map(([name, member]) => [name, withLists(member)] as const);
  return {
    ...schema,
    ...(schema.properties
      ? { properties: Object.fromEntries(members) as object, required: [...required, ...lists] }
      : {}),
    ...(items ? { items: withLists(items) } : {}),
  };
}

function constants(files: EndpointFile[]): string {
  const imports = files.map(({ endpoint, path }) => `import ${endpoint.operation}File from './${path}';`);
  const exports = files.map(({ endpoint }) => {
    const name = pascal(endpoint.operation);
    return [
      `/** ${endpoint.title.zh} — ${endpoint.title.en}: \`${endpoint.method} ${endpoint.path}\`. @see ${endpoint.docs.url} */`,
      `export const ${endpoint.operation} = endpoint<types.${name}Request, types.${name}Response>(${endpoint.operation}File);`,
    ].join('\n');
  });
  const all = `/** Every endpoint, in the order of their ids. */\nexport const endpoints: readonly Endpoint[] = [\n${files
    .map(({ endpoint }) => `  ${endpoint.operation},\n`)
    .join('')}];\n`;
  return [
    banner,
    `import type { Endpoint } from './endpoint';\nimport { endpoint } from './load';\nimport type * as types from './types';\n${imports.join('\n')}\n`,
    `${exports.join('\n\n')}\n`,
    all,
  ].join('\n');
}

async function main(): Promise<number> {
  const files = readEndpointFiles();
  const generated = {
    'types.ts': `${banner}\n${(await Promise.all(files.map(interfaces))).join('\n')}`,
    'index.ts': constants(files),
  };
  const stale = Object.entries(generated).filter(([name, text]) => {
    try {
      return readFileSync(join(folder, name), 'utf8') !== text;
    } catch {
      return true;
    }
  });
  if (values.check) {
    if (stale.length === 0) return 0;
    const names = stale.map(([name]) => `schemas/${name}`).join(' and ');
    process.stderr.write(
      `${names} no longer match the endpoint files. Run \`npm run schemas\` and commit the result.\n`,
    );
    return 1;
  }
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  process.stdout.write(
    `${files.length} endpoints; ${stale.length === 0 ? 'nothing to write' : `wrote ${stale.map(([name]) => name).join(', ')}`}\n`,
  );
  return 0;
}

start(main);
