import { familyOf, type Family } from '../../schemas/gateways';
import { narrowingOf, type Narrowing } from '../../schemas/narrowing';
import { pagingOf, type Paging } from '../../schemas/paging';
import { productOf, products } from '../../schemas/products';
import { sampledObjects, type Origin } from './from-sample';
import { camel } from './registries';

/** What is known of an endpoint before its page has been read. */
export interface NewEndpoint {
  readonly method: 'GET' | 'POST';
  /** As on the page: `/checkin/record`, `/topapi/checkin/record/get`, `/v1.0/blackboard/get_blackboard`. */
  readonly path: string;
  /** Product and operation; taken from the path unless given. */
  readonly id?: string | undefined;
  /** The name in code, a verb first; taken from method and id unless given. */
  readonly operation?: string | undefined;
  /** The request and the answer that the page prints as samples. */
  readonly request?: object | undefined;
  readonly answer?: object | undefined;
  /** What shows the answer, where it is not the page: a key of `schemas/citations.json`, for somebody's recording. */
  readonly recording?: string | undefined;
}

/** What stands where only the page of the endpoint can tell; the guard of the endpoint files refuses it. */
export const unwritten = 'TODO';

/** The first version of what belongs to an endpoint. */
export interface Skeleton {
  /** Texts by their path: what the docs say, its spec, and the route of the embedded tenant. */
  readonly files: Readonly<Record<string, string>>;
  /** How its list is read, by the names in the samples; undefined where they tell of none. */
  readonly paging: Paging | undefined;
  readonly narrowing: Narrowing;
  /** Its product, where `schemas/products.ts` has none of this name. */
  readonly newProduct: string | undefined;
}

/** The first version of an endpoint. */
export function skeletonOf(given: NewEndpoint): Skeleton {
  const { method, path } = given;
  const gateway = path.startsWith('/v1.0/') ? 'api' : 'oapi';
  const id = given.id ?? idOf(path);
  const operation = given.operation ?? camel(`${method === 'GET' ? 'get' : 'ask'}-${id.replace('/', '-')}`);
  const family = familyOf({ gateway, path });
  const { request, answer, recording } = given;
  const file = endpointFile({ id, operation, family, request, answer, recording, gateway, method, path });
  const paging = pagingOf(file);
  const files = {
    [`schemas/${id}.json`]: JSON.stringify(file),
    [`specs/${id}.spec.ts`]: specFile(id, operation, paging),
    [`emulator/products/${id.replace('/', '-')}.ts`]: routeFile(operation),
  };
  const product = productOf({ id });
  const newProduct = product in products ? undefined : product;
  return { files, paging, narrowing: narrowingOf(file), newProduct };
}

interface Names extends Pick<NewEndpoint, 'request' | 'answer' | 'recording'> {
  readonly id: string;
  readonly operation: string;
  readonly family: Family;
  readonly gateway: string;
  readonly method: string;
  readonly path: string;
}

// The first step of a path is its product; the family says nothing of it.
function idOf(path: string): string {
  const [product = '', ...others] = path
    .replace(/^\/(topapi|v1\.0)\//, '/')
    .toLowerCase()
    .split(/[/_]/)
    .filter(Boolean);
  return `${product}/${others.join('-') || 'get'}`;
}

const inEnvelope = (name: string): object => ({ $ref: `../envelope.json#/$defs/${name}` });

interface Envelope {
  readonly required?: readonly string[];
  readonly usual?: readonly string[];
  readonly properties: object;
}

const responses: Readonly<Record<Family, Envelope>> = {
  classic: {
    required: ['errcode'],
    properties: { errcode: inEnvelope('errcode'), errmsg: inEnvelope('errmsg') },
  },
  topapi: {
    required: ['errcode'],
    usual: ['request_id'],
    properties: {
      ...{ errcode: inEnvelope('errcode'), errmsg: inEnvelope('errmsg') },
      ...{ success: inEnvelope('success'), request_id: inEnvelope('request_id') },
    },
  },
  v1: { required: [], properties: {} },
};

const examples: Readonly<Record<Family, object>> = {
  classic: { errcode: 0, errmsg: 'ok' },
  topapi: { errcode: 0, errmsg: 'ok', success: true, request_id: unwritten },
  v1: {},
};

function endpointFile({ family, ...names }: Names) {
  const { id, operation, gateway, method, path, request = {}, answer = examples[family] } = names;
  const asked = sampledObjects([request], { origin: { source: 'documented' }, isClosed: false });
  const { required = [], properties, ...envelope } = responses[family];
  const shown = sampledObjects([resultIn({ family, answer })], { origin: originOf(names), isClosed: true });
  return {
    $schema: '../endpoint.schema.json',
    ...{ id, operation, title: { zh: unwritten, en: unwritten } },
    docs: {
      url: `https://open.dingtalk.com/document/${unwritten}`,
      updated: unwritten,
      status: 'current',
    },
    ...{ gateway, method, path },
    permission: { anyOf: [unwritten], source: 'documented' },
    counted: true,
    request: { type: 'object', required: asked.required, properties: asked.properties },
    response: {
      ...{ type: 'object', additionalProperties: false, ...envelope },
      required: [...required, ...(shown.required ?? [])],
      properties: { ...shownIn(answer, properties), ...shown.properties },
    },
    examples: [answer],
    errors: [],
    ...{ rules: [], contradictions: [], unknown: [] },
  };
}

// Not every answer of topapi says whether it succeeded, and a response has the fields that its page shows.
const shownIn = (answer: object, envelope: object): object =>
  Object.fromEntries(Object.entries(envelope).filter(([name]) => name !== 'success' || name in answer));

const originOf = ({ recording }: Pick<Names, 'recording'>): Origin =>
  recording === undefined ? { source: 'documented' } : { source: 'observed', cite: recording };

// What an answer says beside its envelope, which the gateway adds.
function resultIn({ family, answer = {} }: Pick<Names, 'family' | 'answer'>): object {
  const { properties } = responses[family];
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !(name in properties)));
}

// Whoever asks for all that a writing endpoint takes leaves as much on a tenant.
const writes = /create|add|save|send|update|set|delete|remove/i;

function specFile(id: string, operation: string, paging?: Paging): string {
  const kinds = [
    ...(paging?.cursor === undefined ? [] : ['listCases']),
    ...(writes.test(id) ? [] : ['limitCases']),
    'contractCases',
  ];
  const [own, ofLists] = [kinds.filter((kind) => kind !== 'listCases'), kinds.includes('listCases')];
  return `import { ${operation} } from '../../schemas';
import { ${own.sort().join(', ')} } from '../support/contract-cases';
${ofLists ? "import { listCases } from '../support/list-cases';\n" : ''}
describe('${id}', () => {
${kinds.map((kind) => `  ${kind}(${operation});\n`).join('\n')}});
`;
}

const routeFile = (operation: string): string => `import { ${operation} } from '../../schemas/index';
import { sampled } from '../sampled';

/** Answers with what the page prints, until somebody writes what it does. */
export const routes = [sampled(${operation})];
`;
