import { compile } from 'json-schema-to-typescript';
import { readEndpointFiles, type EndpointFile } from '../../schemas/files';

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

/** The types and constants of all endpoints, by the file to write. */
export async function endpointModules(): Promise<Record<string, string>> {
  const files = readEndpointFiles();
  return {
    'schemas/types.ts': `${banner}\n${(await Promise.all(files.map(interfaces))).join('\n')}`,
    'schemas/index.ts': constants(files),
  };
}
