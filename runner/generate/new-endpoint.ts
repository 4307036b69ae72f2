import { familyOf, type Family } from '../../schemas/gateways';
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
  const names = { id, operation, family };
  return {
    [`schemas/${id}.json`]: `${JSON.stringify(endpointFile({ ...names, gateway, method, path }), null, 2)}\n`,
    [`fixtures/${id}.cases.ts`]: casesFile(names),
    [`specs/${id}.spec.ts`]: specFile(names),
    [`emulator/products/${id.replace('/', '-')}.ts`]: routeFile(names),
  };
}

interface Names {
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

const responses: Readonly<Record<Family, object>> = {
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
  const { id, operation, gateway, method, path } = names;
  return {
    $schema: '../endpoint.schema.json',
    ...{ id, operation, title: { zh: unwritten, en: unwritten } },
    docs: {
      url: `https://open.dingtalk.com/document/${unwritten}`,
      updated: new Date().toISOString().slice(0, 10),
      status: 'current',
    },
    ...{ gateway, method, path },
    permission: { anyOf: [unwritten], source: 'documented' },
    counted: true,
    request: { type: 'object', required: [], properties: {} },
    response: { type: 'object', additionalProperties: false, ...responses[family] },
    examples: [examples[family]],
    errors: [],
    rules: [{ id: 'R1', fact: unwritten, source: 'documented' }],
    ...{ contradictions: [], unknown: [] },
  };
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

const routeFile = ({ operation }: Names): string => `import { ${operation} } from '../../schemas/index';
import { route } from '../route';

/** How the embedded tenant answers; the request has passed its schema by then, and the envelope is added afterwards. */
export const routes = [route(${operation}, () => ({}))];
`;
