import Ajv2020 from 'ajv/dist/2020';
import createAnnouncement from './blackboard/create.json';
import metaSchema from './endpoint.schema.json';
import { readEndpointFiles } from './files';
import { endpoints, getToken } from './index';
import { problemsAmong, problemsOf, problemsOfSamples } from './lint';
import { productOf, products } from './products';

const files = readEndpointFiles();

describe('endpoint files', () => {
  it('are all in the index', () => {
    expect(files.length).toBeGreaterThanOrEqual(28);
    expect(endpoints.map(({ id }) => id)).toEqual(files.map(({ endpoint }) => endpoint.id));
  });

  it.each(files)('$path meets the guard', ({ path, raw }) => {
    expect(problemsOf(path, raw)).toEqual([]);
  });

  it('share no operation and no address, and know each successor', () => {
    expect(problemsAmong(endpoints)).toEqual([]);
  });

  it('are of products that have a row in schemas/products.ts', () => {
    expect(endpoints.map(productOf).filter((product) => !(product in products))).toEqual([]);
  });

  it('fit the samples that the docs print elsewhere', () => {
    expect(problemsOfSamples(endpoints)).toEqual([]);
  });

  it.each(endpoints)('$id describes request and response by JSON Schemas', (endpoint) => {
    const ajv = new Ajv2020({ strict: false });

    expect([ajv.validateSchema(endpoint.request), ajv.validateSchema(endpoint.response)]).toEqual([
      true,
      true,
    ]);
  });

  it('are held to a meta-schema that is a JSON Schema itself', () => {
    expect(new Ajv2020({ strict: false }).validateSchema(metaSchema)).toBe(true);
  });
});

type BadFile = [when: string, spoil: object, want: RegExp];

const { request, response, rules, errors, examples } = createAnnouncement;
const { result } = response.properties;
const spoiltResponse = (change: object): object => ({ response: { ...response, ...change } });
const spoiltResult = (schema: object): object =>
  spoiltResponse({ properties: { ...response.properties, result: schema } });
const spoiltRequest = (schema: object): object => ({ request: { ...request, properties: { x: schema } } });

const bad: BadFile[] = [
  ['it lacks a member', { rules: undefined }, /required property 'rules'/],
  ['it has a member of its own', { mood: 'good' }, /additional properties/],
  [
    'its response is open',
    spoiltResponse({ additionalProperties: true }),
    /\/response\/additionalProperties must be equal to constant/,
  ],
  [
    'an object inside its response is open',
    spoiltResult({ type: 'object', source: 'documented', required: [], properties: {} }),
    /'additionalProperties'/,
  ],
  [
    'an object inside an array of its response is open',
    spoiltResult({
      type: 'array',
      source: 'documented',
      items: { type: 'object', source: 'documented', required: [], properties: {} },
    }),
    /'additionalProperties'/,
  ],
  ['a field of its response has no source', spoiltResult({ type: 'boolean' }), /'source'/],
  ['a parameter has no source', spoiltRequest({ type: 'string' }), /'source'/],
  ['a rule has no source', { rules: [{ id: 'R1', fact: 'It answers.' }] }, /'source'/],
  ['an error has no source', { errors: [{ errcode: 1, when: 'always' }] }, /'source'/],
  [
    'an error has neither errcode nor status',
    { errors: [...errors, { when: 'always', source: 'observed' }] },
    /'errcode'/,
  ],
  ['an id of a rule comes twice', { rules: [rules[0], rules[0]] }, /R1 stands where R2/],
  ['the ids of its rules skip', { rules: rules.slice(1) }, /R2 stands where R1/],
  [
    'an example breaks its own response',
    { examples: examples.map((example) => ({ ...example, errcode: '0' })) },
    /\/examples\/0: \/errcode must be integer/,
  ],
  [
    'an example has a field that its response does not know',
    { examples: examples.map((example) => ({ ...example, id: '1' })) },
    /\/examples\/0: \/id is not documented/,
  ],
  [
    'the example of a field breaks its own schema',
    spoiltResult({ ...result, example: 'yes' }),
    /\/response\/result\/example: \/ must be boolean/,
  ],
  [
    'a required name is not among the properties',
    spoiltResponse({ required: [...response.required, 'id'] }),
    /speaks of id, which is not among its properties/,
  ],
  [
    'a usual name is not among the properties',
    spoiltResponse({ usual: ['id'] }),
    /speaks of id, which is not among its properties/,
  ],
  [
    'a name is both required and usual',
    spoiltResponse({ usual: ['result'] }),
    /\/response has result in both lists/,
  ],
  [
    'an example lacks what is required',
    { examples: examples.map((example) => ({ ...example, result: undefined })) },
    /\/examples\/0: \/result is missing/,
  ],
  [
    'an example breaks a pattern',
    spoiltResponse({
      properties: {
        ...response.properties,
        request_id: { type: 'string', pattern: '^[0-9]+$', source: 'documented' },
      },
    }),
    /\/examples\/0: \/request_id must match pattern/,
  ],
  [
    'what was observed cites nothing',
    { rules: [{ ...rules[0], source: 'observed' }] },
    /\/rules\/0 is observed and cites nothing/,
  ],
  [
    'a citation does not exist',
    spoiltResult({ ...result, cite: 'HEARSAY' }),
    /\/response\/properties\/result cites HEARSAY/,
  ],
  [
    'a source belongs to a keyword that is not there',
    spoiltResult({ ...result, facets: { enum: { source: 'inferred' } } }),
    /has a source of enum, which it does not say/,
  ],
  [
    'the source of a keyword cites nothing',
    spoiltResult({ ...result, facets: { type: { source: 'tenant-recorded' } } }),
    /\/result\/facets\/type is tenant-recorded and cites nothing/,
  ],
  ['a permission has no source', { permission: { anyOf: [] } }, /'source'/],
  [
    'a meaning belongs to no value',
    spoiltResult({ type: 'integer', enum: [0], meanings: { 1: 'one' }, source: 'documented' }),
    /gives a meaning to 1/,
  ],
  [
    'its envelope lacks request_id',
    spoiltResponse({ required: ['result'], properties: { result } }),
    /lacks request_id/,
  ],
  [
    'a reference leads outside the envelope file',
    spoiltResult({ $ref: '../elsewhere.json#/$defs/result' }),
    /must match pattern/,
  ],
];

describe('the guard of endpoint files', () => {
  it.each(bad)('refuses a file when %s', (_, spoil, want) => {
    const file: unknown = JSON.parse(JSON.stringify({ ...createAnnouncement, ...spoil }));

    expect(problemsOf('blackboard/create.json', file).join('\n')).toMatch(want);
  });

  it('refuses a file whose path is not its id', () => {
    expect(problemsOf('blackboard/make.json', createAnnouncement)).toContainEqual(
      expect.stringContaining('does not match its path'),
    );
  });

  it('refuses a field that a printed sample does not fit, or a sample of nothing', () => {
    const text: unknown = JSON.parse(
      JSON.stringify(getToken).replace('"access_token":{', '"access_token":{"maxLength":9,'),
    );

    const found = problemsOfSamples([text as (typeof endpoints)[number]]);

    expect(found).toContain(
      'samples.json: token/get#access_token fw8ef8we8f76e6f7s8dxxxx: / must NOT have more than 9 characters',
    );
    expect(found).toContain('samples.json: report/create#result is no field');
  });

  it('refuses a name, an address or a successor that does not fit among the others', () => {
    const [first] = endpoints;
    const lost = {
      ...first,
      docs: { ...first?.docs, successor: 'token/none' },
    } as (typeof endpoints)[number];

    expect(problemsAmong([lost, lost])).toHaveLength(4);
  });
});
