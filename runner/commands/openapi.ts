/** `npm run openapi`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SchemaObject } from 'ajv';
import { version } from '../../package.json';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf, gatewayFacts, type Family } from '../../schemas/gateways';
import { commandLine } from '../cli/command-line';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { ownKeywords, violations } from '../../schemas/validate';

type Fields = Record<string, unknown>;

const products: Readonly<Record<string, string>> = {
  token: '应用凭证: tokens of an internal app',
  blackboard: '公告: announcements',
  report: '日志: reports, their templates and what is said of them',
  hrm: '智能人事: employees who join, work and have left',
  checkin: '签到: check-ins',
  ai: 'AI: translation, and recognition of text and speech',
};

const schemes: Readonly<Record<Family, string | undefined>> = {
  classic: undefined,
  topapi: 'accessTokenInQuery',
  v1: 'accessTokenInHeader',
};

const refusalNames: Readonly<Record<Family, string>> = {
  classic: 'ClassicRefusal',
  topapi: 'TopapiRefusal',
  v1: 'V1Refusal',
};

/** The whole description, as an object that is JSON. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'DingTalk server APIs',
      version,
      summary: 'The endpoints that this suite tests, as their documentation describes them.',
      description:
        'Two gateways: oapi answers every outcome with HTTP status 200 and tells success by errcode 0; api answers with HTTP statuses.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'DingTalk Open Platform', url: 'https://open.dingtalk.com/document/development' },
    },
    externalDocs: {
      description: 'Official documentation',
      url: 'https://open.dingtalk.com/document/development',
    },
    servers: Object.values(gatewayFacts.gateways).map(serverOf),
    tags: Object.entries(products).map(([name, description]) => ({ name, description })),
    security: [],
    paths: Object.fromEntries(endpoints.map(pathItem)),
    components: { securitySchemes: securitySchemes(), schemas: refusalSchemas() },
  };
}

const serverOf = ({ url, style }: { url: string; style: string }): object => ({ url, description: style });

function securitySchemes(): object {
  const { topapi, v1 } = gatewayFacts.families;
  return {
    accessTokenInQuery: {
      type: 'apiKey',
      in: topapi.token.in,
      name: topapi.token.name,
      description: 'Of GET /gettoken or of POST /v1.0/oauth2/accessToken. A form body may hold it instead.',
    },
    accessTokenInHeader: {
      type: 'apiKey',
      in: v1.token.in,
      name: v1.token.name,
      description: 'The same token, for the gateway api.',
    },
  };
}

function refusalSchemas(): object {
  const families = Object.keys(refusalNames) as Family[];
  return Object.fromEntries(
    families.map((family) => [refusalNames[family], described(gatewayFacts.refusals[family])]),
  );
}

function pathItem(endpoint: Endpoint): [string, object] {
  const server = serverOf(gatewayFacts.gateways[endpoint.gateway]);
  return [endpoint.path, { servers: [server], [endpoint.method.toLowerCase()]: operation(endpoint) }];
}

function operation(endpoint: Endpoint): object {
  const { id, title, docs, permission, counted, capability, rules } = endpoint;
  const scheme = id.startsWith('token/') ? undefined : schemes[familyOf(endpoint)];
  return {
    operationId: endpoint.operation,
    tags: id.split('/').slice(0, 1),
    summary: title.zh,
    description: descriptionOf(endpoint),
    externalDocs: { description: `Documentation of ${docs.updated}`, url: docs.url },
    ...(docs.status === 'archived' ? { deprecated: true } : {}),
    security: scheme === undefined ? [] : [{ [scheme]: [] }],
    ...(endpoint.method === 'GET'
      ? { parameters: parameters(endpoint.request) }
      : { requestBody: requestBody(endpoint) }),
    responses: endpoint.gateway === 'api' ? v1Responses(endpoint) : { '200': answer200(endpoint) },
    'x-endpoint': id,
    'x-permission': permission,
    'x-quota': counted ? 'counted' : 'free',
    ...(capability === undefined ? {} : { 'x-capability': capability }),
    'x-rules': rules.map(({ id: rule, fact, source }) => ({ id: `${id}/${rule}`, fact, source })),
    'x-errors': endpoint.errors,
  };
}

function descriptionOf({ title, docs }: Endpoint): string {
  const successor = endpoints.find(({ id }) => id === docs.successor);
  return successor ? `${title.en}. Archived: use ${successor.method} ${successor.path}.` : `${title.en}.`;
}

function parameters(request: SchemaObject): object[] {
  const { properties = {}, required = [] } = request as Described;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(typeof schema.description === 'string' ? { description: schema.description } : {}),
    schema: described(schema),
  }));
}

function requestBody(endpoint: Endpoint): object {
  const { request } = endpoint;
  const { required = [] } = request as Described;
  const schema = described(request);
  const example = exampleOf(request);
  const json = violations(request, example).length === 0 ? { schema, example } : { schema };
  const form = { 'application/x-www-form-urlencoded': { schema, ...encodingOf(request) } };
  return {
    required: required.length > 0,
    content: { 'application/json': json, ...(familyOf(endpoint) === 'topapi' ? form : {}) },
  };
}

// In a form body an object or a list is one JSON text.
function encodingOf(request: SchemaObject): { encoding?: object } {
  const { properties = {} } = request as Described;
  const composite = Object.entries(properties).filter(
    ([, { type }]) => type === 'object' || type === 'array',
  );
  if (composite.length === 0) return {};
  return {
    encoding: Object.fromEntries(composite.map(([name]) => [name, { contentType: 'application/json' }])),
  };
}

function answer200(endpoint: Endpoint): object {
  const refusal = { $ref: `#/components/schemas/${refusalNames[familyOf(endpoint)]}` };
  return {
    description: 'A success, with errcode 0, or a refusal',
    content: {
      'application/json': {
        schema: { oneOf: [described(endpoint.response), refusal] },
        ...examplesOf(endpoint),
      },
    },
  };
}

function v1Responses(endpoint: Endpoint): object {
  const refused = (description: string): object => ({
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${refusalNames.v1}` } } },
  });
  return {
    '200': {
      description: 'A success',
      content: { 'application/json': { schema: described(endpoint.response), ...examplesOf(endpoint) } },
    },
    '400': refused('The token or a parameter is missing or bad'),
    '403': refused('The app may not call it, or calls it too often'),
    '500': refused('The service failed'),
  };
}

function examplesOf({ examples }: Endpoint): { examples?: object } {
  if (examples.length === 0) return {};
  const named = examples.map((value, index) => [`sample${index + 1}`, { value }] as const);
  return { examples: Object.fromEntries(named) };
}

interface Described extends Fields {
  readonly type?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

const ours: ReadonlySet<string> = new Set(ownKeywords);

// The same schema in the words of OpenAPI 3.1: our own keywords become extensions, `example` becomes `examples`.
function described(schema: object): object {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]: [string, unknown]) => keyword(key, value)),
  );
}

function keyword(key: string, value: unknown): [string, unknown] {
  if (ours.has(key)) return [`x-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value];
  if (key === 'example') return ['examples', [value]];
  if (key === 'properties' && isFields(value)) {
    return [
      key,
      Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, isFields(each) ? described(each) : each]),
      ),
    ];
  }
  return [key, key === 'items' && isFields(value) ? described(value) : value];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// What the examples of the parameters add up to; it may lack what has none.
function exampleOf(schema: Described): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.items) {
    const element = exampleOf(schema.items);
    return element === undefined ? undefined : [element];
  }
  if (schema.type !== 'object') return undefined;
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => [name, exampleOf(member)] as const,
  );
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

// The two rules that this API cannot meet.
const strict = {
  extends: ['recommended-strict'],
  rules: {
    // The gateway oapi answers refusals with 200.
    'operation-4xx-response': 'off',
    // It does not see that errcode 0 and any other errcode exclude each other.
    'no-illogical-composition-keywords': 'off',
  } as const,
};

/** What a strict linter (Redocly, `recommended-strict`) finds wrong with a description, one line each. */
async function lint(text: string, file: string): Promise<string[]> {
  const { createConfig, lintFromString } = await import('@redocly/openapi-core');
  const config = await createConfig(strict);
  const problems = await lintFromString({ source: text, absoluteRef: file, config });
  return problems.map(
    ({ ruleId, message, location }) => `${location[0]?.pointer ?? ''} ${ruleId}: ${message}`,
  );
}

async function main(): Promise<number> {
  const { args, language } = commandLine({
    command: 'npm run openapi',
    says: {
      en: 'Writes an OpenAPI 3.1 description of every endpoint, and lints it.',
      zh: '生成全部接口的 OpenAPI 3.1 描述，并做规范检查。',
    },
    argument: {
      name: '[file]',
      says: { en: 'default: reports/openapi.json', zh: '默认 reports/openapi.json' },
    },
    statuses: {
      0: { en: 'written, and the linter finds nothing', zh: '已生成，检查通过' },
      1: { en: 'the linter finds something', zh: '检查发现问题' },
    },
  });
  const [path = 'reports/openapi.json'] = args;
  const file = resolve(path);
  const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const linting = () => ({ en: 'linting it', zh: '正在检查' });
  const problems = await withProgress(language, linting, () => lint(text, file));
  const [well, ill] = [
    {
      en: `${endpoints.length} endpoints in ${path}; the linter finds nothing`,
      zh: `${path} 中有 ${endpoints.length} 个接口；规范检查通过`,
    },
    { en: `${path} does not pass the linter:`, zh: `${path} 没有通过规范检查：` },
  ];
  if (problems.length === 0) process.stdout.write(`${well[language]}\n`);
  else process.stderr.write(`${[ill[language], ...problems].join('\n')}\n`);
  return problems.length > 0 ? 1 : 0;
}

if (require.main === module) start(main);
