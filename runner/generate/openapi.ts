import type { SchemaObject } from 'ajv';
import { version } from '../../package.json';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { familyOf, gatewayFacts, refusalCodes, type Family } from '../../schemas/gateways';
import { productOf, products, type Product } from '../../schemas/products';
import { ownKeywords, violations } from '../../schemas/validate';

type Fields = Record<string, unknown>;

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

const tagText = (product?: Product): string => (product ? `${product.name}: ${product.says.en}` : '');

/**
 * The OpenAPI 3.1 description of every endpoint, as an object that is JSON. It is written so that common tools read it right: docs/openapi-tools.md
 * says which, and what each does wrong with other words for the same.
 * @param server the URL that every call goes to, such as that of an embedded tenant; the two gateways unless given.
 */
export function openApiDocument(server?: string): object {
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
    servers: server === undefined ? Object.values(gatewayFacts.gateways).map(serverOf) : [{ url: server }],
    tags: [...new Set(endpoints.map(productOf))].map((name) => ({
      name,
      description: tagText(products[name]),
    })),
    security: [],
    paths: Object.fromEntries(
      endpoints.map((endpoint) => pathItem(endpoint, server === undefined ? serversOf(endpoint) : {})),
    ),
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

function pathItem(endpoint: Endpoint, servers: object): [string, object] {
  const item = { ...servers, [endpoint.method.toLowerCase()]: { ...operation(endpoint), ...servers } };
  return [endpoint.path, item];
}

// The first server of the whole holds unless another is named, and tools that let their user replace it replace only that one. Some read
// the server of a path, some that of an operation.
function serversOf({ gateway }: Endpoint): object {
  return gateway === 'oapi' ? {} : { servers: [serverOf(gatewayFacts.gateways[gateway])] };
}

function operation(endpoint: Endpoint): object {
  const { id, title, docs, permission, counted, capability, rules } = endpoint;
  const scheme = id.startsWith('token/') ? undefined : schemes[familyOf(endpoint)];
  return {
    operationId: endpoint.operation,
    tags: [productOf({ id })],
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
        // A tool that does not read `const` and `not` would find that a success is both.
        schema: { anyOf: [described(endpoint.response), refusal] },
        examples: { ...samplesOf(endpoint), refusal: { value: refusalOf(familyOf(endpoint)) } },
      },
    },
  };
}

function v1Responses(endpoint: Endpoint): object {
  const refused = (description: string): object => ({
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${refusalNames.v1}` },
        example: refusalOf('v1'),
      },
    },
  });
  return {
    '200': {
      description: 'A success',
      content: {
        'application/json': { schema: described(endpoint.response), examples: samplesOf(endpoint) },
      },
    },
    '400': refused('The token or a parameter is missing or bad'),
    '403': refused('The app may not call it, or calls it too often'),
    '500': refused('The service failed'),
  };
}

function samplesOf({ examples }: Endpoint): object {
  return Object.fromEntries(examples.map((value, index) => [`sample${index + 1}`, { value }]));
}

/** The refusal of a bad token, as that family writes it; the id of the request is made up. */
function refusalOf(family: Family): object {
  const text = '不合法的access_token';
  const [requestId, badToken] = ['15r4ya8uhz1g1', refusalCodes[family].badToken];
  if (family === 'classic') return { errcode: Number(badToken), errmsg: text };
  if (family === 'v1') return { code: badToken, message: text, requestid: requestId };
  const [errcode, code] = badToken.split('/');
  const errmsg = `ding talk error[subcode=${code},submsg=${text}]`;
  return { errcode: Number(errcode), errmsg, sub_code: code, sub_msg: text, request_id: requestId };
}

interface Described extends Fields {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

const ours: ReadonlySet<string> = new Set(ownKeywords);

// The same schema in the words of OpenAPI 3.1: our own keywords become extensions, `example` becomes `examples`. What several generators
// read wrong is said otherwise: a boolean `const` is an enum of booleans for some, and an integer without a format is one of 32 bits, which times
// and cursors do not fit, also where it may be null.
function described(schema: object): object {
  const kept = Object.entries(schema).filter(([key, value]) => !isMisread(key, value));
  return {
    ...([(schema as Described).type].flat().includes('integer') ? { format: 'int64' } : {}),
    ...Object.fromEntries(kept.map(([key, value]) => keyword(key, value))),
  };
}

// A condition is not read at all, or closes the object around it.
function isMisread(key: string, value: unknown): boolean {
  return (key === 'const' && typeof value === 'boolean') || ['if', 'then', '$comment'].includes(key);
}

const extension = (key: string): string =>
  `x-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function keyword(key: string, value: unknown): [string, unknown] {
  if (ours.has(key)) return [extension(key), value];
  if (key === 'example') return ['examples', [value]];
  if (key === 'type' && isMixed(value)) return ['anyOf', value.map((type) => ({ type }))];
  return [key, isFields(value) ? (below[key]?.(value) ?? value) : value];
}

// What stands below a keyword is described too.
const below: Readonly<Record<string, (value: Fields) => object>> = {
  items: described,
  properties: describedMembers,
};

function describedMembers(members: Fields): object {
  return Object.fromEntries(
    Object.entries(members).map(([name, each]) => [name, isFields(each) ? described(each) : each]),
  );
}

// Some generators read one type only, or null besides.
const isMixed = (type: unknown): type is string[] =>
  Array.isArray(type) && type.filter((one) => one !== 'null').length > 1;

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
