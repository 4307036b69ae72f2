import { familyOf, type Family } from '../../schemas/gateways';
import { sampledObjects } from './from-sample';
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
}

/** What stands where only the page of the endpoint can tell; the guard of the endpoint files refuses it. */
export const unwritten = 'TODO';

/** The first version of the four files of an endpoint, by their path: what the docs say, the rows, the spec, and the route of the embedded tenant. */
export function skeletonOf(given: NewEndpoint): Record<string, string> {
  const { method, path } = given;
  const gateway = path.startsWith('/v1.0/') ? 'api' : 'oapi';
  const id = given.id ?? idOf(path);
  const operation = given.operation ?? camel(`${method === 'GET' ? 'get' : 'ask'}-${id.replace('/', '-')}`);
  const family = familyOf({ gateway, path });
  const { request, answer } = given;
  const names = { id, operation, family, request, answer };
  return {
    [`schemas/${id}.json`]: JSON.stringify(endpointFile({ ...names, gateway, method, path })),
    [`fixtures/${id}.cases.ts`]: casesFile(names),
    [`specs/${id}.spec.ts`]: specFile(names),
    [`emulator/products/${id.replace('/', '-')}.ts`]: routeFile(names),
  };
}

interface Names extends Pick<NewEndpoint, 'request' | 'answer'> {
  readonly id: string;
  readonly operation: string;
  readonly family: Family;
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

function endpointFile({
  family,
  ...names
}: Names & { gateway: string; method: string; path: string }): object {
  const { id, operation, gateway, method, path, request = {}, answer = examples[family] } = names;
  const asked = sampledObjects([request], false);
  const { required = [], properties, ...envelope } = responses[family];
  const shown = sampledObjects([resultIn({ family, answer })], true);
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
      properties: { ...properties, ...shown.properties },
    },
    examples: [answer],
    errors: [],
    rules: [{ id: 'R1', fact: unwritten, source: 'documented' }],
    ...{ contradictions: [], unknown: [] },
  };
}

// What an answer says beside its envelope, which the gateway adds.
function resultIn({ family, answer = {} }: Pick<Names, 'family' | 'answer'>): object {
  const { properties } = responses[family];
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !(name in properties)));
}

const casesFile = ({ id }: Names): string => `/** Requests that the docs allow, beside the complete one. */
export const allowedRows = [{ when: 'what is required and no more', given: {}, covers: ['${id}/R1'] }] as const;
`;

function specFile({ id, operation, family }: Names): string {
  const isTopapi = family === 'topapi';
  return `import { ${operation} } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { allowedRows } from '../../fixtures/${id}.cases';
${isTopapi ? "import { otherWaysOf } from '../../fixtures/ways-of-asking';\n" : ''}import { covers } from '../support/coverage';
import { completeRequest, expectRefused, ${isTopapi ? 'expectSameAnswer, ' : ''}refusedRowsOf } from '../support/generated';
import { sendIfPermitted } from '../support/permitted';

const endpoint: Endpoint = ${operation};

describe('${id}', () => {
  it.each(allowedRows)('answers $when', async (row) => {
    covers(...row.covers);

    const reply = await sendIfPermitted(endpoint, { ...completeRequest(endpoint), ...row.given });

    expect(reply).not.toBeRefused();
  });

  it.each(refusedRowsOf(endpoint))('refuses a request in which $when', async (row) => {
    await expectRefused(endpoint, row);
  });
${isTopapi ? sameAnswer : ''}});
`;
}

const sameAnswer = `
  it.each(otherWaysOf(endpoint))('gives the same answer when it is asked in $way', async ({ as }) => {
    await expectSameAnswer(endpoint, completeRequest(endpoint), as);
  });
`;

const routeFile = (names: Names): string => `import { ${names.operation} } from '../../schemas/index';
import { route } from '../route';

/** How the embedded tenant answers; the request has passed its schema by then, and the envelope is added afterwards. */
export const routes = [route(${names.operation}, () => (${JSON.stringify(resultIn(names))}))];
`;
