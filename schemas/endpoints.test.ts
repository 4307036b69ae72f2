import Ajv2020 from 'ajv/dist/2020';
import createAnnouncement from './blackboard/create.json';
import metaSchema from './endpoint.schema.json';
import { readEndpointFiles } from './files';
import { endpoints, getToken } from './index';
import { problemsAmong, problemsOf, problemsOfSamples } from './lint';

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

interface BadFile {
  readonly when: string;
  readonly path?: string;
  readonly spoil: object;
  readonly want: RegExp;
}

const { request, response, rules, errors, examples } = createAnnouncement;
const { result } = response.properties;
const spoiltResponse = (change: object): object => ({ response: { ...response, ...change } });
const spoiltResult = (schema: object): object =>
  spoiltResponse({ properties: { ...response.properties, result: schema } });
const spoiltRequest = (schema: object): object => ({ request: { ...request, properties: { x: schema } } });

const bad: BadFile[] = [
  {
    when: 'its path is not its id',
    path: 'blackboard/make.json',
    spoil: {},
    want: /does not match its path/,
  },
  { when: 'it lacks a member', spoil: { rules: undefined }, want: /required property 'rules'/ },
  { when: 'it has a member of its own', spoil: { mood: 'good' }, want: /additional properties/ },
  {
    when: 'its response is open',
    spoil: spoiltResponse({ additionalProperties: true }),
    want: /\/response\/additionalProperties must be equal to constant/,
  },
  {
    when: 'an object inside its response is open',
    spoil: spoiltResult({ type: 'object', source: 'documented', required: [], properties: {} }),
    want: /'additionalProperties'/,
  },
  {
    when: 'an object inside an array of its response is open',
    spoil: spoiltResult({
      type: 'array',
      source: 'documented',
      items: { type: 'object', source: 'documented', required: [], properties: {} },
    }),
    want: /'additionalProperties'/,
  },
  {
    when: 'a field of its response has no source',
    spoil: spoiltResult({ type: 'boolean' }),
    want: /'source'/,
  },
  {
    when: 'a parameter has no source',
    spoil: spoiltRequest({ type: 'string' }),
    want: /'source'/,
  },
  {
    when: 'a rule has no source',
    spoil: { rules: [{ id: 'R1', fact: 'It answers.' }] },
    want: /'source'/,
  },
  {
    when: 'an error has no source',
    spoil: { errors: [{ errcode: 1, when: 'always' }] },
    want: /'source'/,
  },
  {
    when: 'an error has neither errcode nor status',
    spoil: { errors: [...errors, { when: 'always', source: 'observed' }] },
    want: /'errcode'/,
  },
  {
    when: 'an id of a rule comes twice',
    spoil: { rules: [rules[0], rules[0]] },
    want: /R1 stands where R2/,
  },
  { when: 'the ids of its rules skip', spoil: { rules: rules.slice(1) }, want: /R2 stands where R1/ },
  {
    when: 'an example breaks its own response',
    spoil: { examples: examples.map((example) => ({ ...example, errcode: '0' })) },
    want: /\/examples\/0: \/errcode must be integer/,
  },
  {
    when: 'an example has a field that its response does not know',
    spoil: { examples: examples.map((example) => ({ ...example, id: '1' })) },
    want: /\/examples\/0: \/id is not documented/,
  },
  {
    when: 'the example of a field breaks its own schema',
    spoil: spoiltResult({ ...result, example: 'yes' }),
    want: /\/response\/result\/example: \/ must be boolean/,
  },
  {
    when: 'a required name is not among the properties',
    spoil: spoiltResponse({ required: [...response.required, 'id'] }),
    want: /speaks of id, which is not among its properties/,
  },
  {
    when: 'a usual name is not among the properties',
    spoil: spoiltResponse({ usual: ['id'] }),
    want: /speaks of id, which is not among its properties/,
  },
  {
    when: 'a name is both required and usual',
    spoil: spoiltResponse({ usual: ['result'] }),
    want: /\/response has result in both lists/,
  },
  {
    when: 'an example lacks what is required',
    spoil: { examples: examples.map((example) => ({ ...example, result: undefined })) },
    want: /\/examples\/0: \/result is missing/,
  },
  {
    when: 'an example breaks a pattern',
    spoil: spoiltResponse({
      properties: {
        ...response.properties,
        request_id: { type: 'string', pattern: '^[0-9]+$', source: 'documented' },
      },
    }),
    want: /\/examples\/0: \/request_id must match pattern/,
  },
  {
    when: 'what was observed cites nothing',
    spoil: { rules: [{ ...rules[0], source: 'observed' }] },
    want: /\/rules\/0 is observed and cites nothing/,
  },
  {
    when: 'a citation does not exist',
    spoil: spoiltResult({ ...result, cite: 'HEARSAY' }),
    want: /\/response\/properties\/result cites HEARSAY/,
  },
  {
    when: 'a source belongs to a keyword that is not there',
    spoil: spoiltResult({ ...result, facets: { enum: { source: 'inferred' } } }),
    want: /has a source of enum, which it does not say/,
  },
  {
    when: 'the source of a keyword cites nothing',
    spoil: spoiltResult({ ...result, facets: { type: { source: 'tenant-recorded' } } }),
    want: /\/result\/facets\/type is tenant-recorded and cites nothing/,
  },
  {
    when: 'a permission has no source',
    spoil: { permission: { anyOf: [] } },
    want: /'source'/,
  },
  {
    when: 'a meaning belongs to no value',
    spoil: spoiltResult({ type: 'integer', enum: [0], meanings: { 1: 'one' }, source: 'documented' }),
    want: /gives a meaning to 1/,
  },
  {
    when: 'its envelope lacks request_id',
    spoil: spoiltResponse({ required: ['result'], properties: { result } }),
    want: /lacks request_id/,
  },
  {
    when: 'a reference leads outside the envelope file',
    spoil: spoiltResult({ $ref: '../elsewhere.json#/$defs/result' }),
    want: /must match pattern/,
  },
];

describe('the guard of endpoint files', () => {
  it.each(bad)('refuses a file when $when', ({ path = 'blackboard/create.json', spoil, want }) => {
    const file: unknown = JSON.parse(JSON.stringify({ ...createAnnouncement, ...spoil }));

    expect(problemsOf(path, file).join('\n')).toMatch(want);
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
