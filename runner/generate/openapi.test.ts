import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend, type Document } from 'openapi-backend';
import { refusedRows } from '../../fixtures/generated';
import { overRows } from '../../fixtures/generated-limits';
import { completeRequests } from '../../fixtures/requests';
import { temporaryFolder } from '../../reporting/testing/temporary-folder';
import { endpoints } from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { refusalSchema, familyOf } from '../../schemas/gateways';
import { violations } from '../../schemas/validate';
import { nodeRuns } from '../../config/root';
import { openApiDocument } from './openapi';

// An independent tool that validates with, and mocks from, an OpenAPI description. `quick`: it would check it as OpenAPI 3.0 first.
const backend = new OpenAPIBackend({
  definition: openApiDocument() as Document,
  quick: true,
  ajvOpts: { strict: false },
});

const people = { operator: 'manager01', user: 'user01', templateName: '日报', tag: '[tag]' };
const complete = completeRequests(people).filter(({ endpoint }) => endpoint.method === 'POST');

const requests = complete.flatMap(({ endpoint, request }) =>
  [{ when: 'complete', request }, ...refusedRows(endpoint, request), ...overRows(endpoint, request)].map(
    ({ when, request: body }) => ({ title: `${endpoint.id}: ${when}`, endpoint, body }),
  ),
);

const answers = endpoints.flatMap((endpoint) => {
  const [sample] = endpoint.examples;
  const first = Object.keys(sample ?? {}).at(0) ?? '';
  const rows: { what: string; body: object }[] = sample
    ? [
        { what: 'its sample', body: sample },
        { what: 'its sample with a field more', body: { ...sample, surprise: 1 } },
        { what: `its sample with another ${first}`, body: { ...sample, [first]: { wrong: true } } },
      ]
    : [];
  return [{ what: 'nothing', body: {} }, ...rows].map(({ what, body }) => ({
    title: `${endpoint.id}: ${what}`,
    endpoint,
    body,
  }));
});

function isGoodRequest({ operation }: Endpoint, body: object): boolean {
  const request = {
    method: 'post',
    path: '',
    body,
    query: {},
    headers: { 'content-type': 'application/json' },
  };
  return (backend.validateRequest(request, operation).errors ?? []).length === 0;
}

function isGoodAnswer({ operation }: Endpoint, body: object): boolean {
  return (backend.validateResponse(body, operation, 200).errors ?? []).length === 0;
}

function fitsOurs(endpoint: Endpoint, body: object): boolean {
  const schemas = [
    endpoint.response,
    ...(endpoint.gateway === 'oapi' ? [refusalSchema(familyOf(endpoint))] : []),
  ];
  // That a member is usual is no part of the description.
  return schemas.some((schema) => violations(schema, body).every(({ keyword }) => keyword === 'usual'));
}

describe('the OpenAPI description', () => {
  const file = join(temporaryFolder(), 'openapi.json');

  beforeAll(async () => {
    await backend.init();
  });

  it('passes a strict linter, and describes every endpoint', () => {
    const printed = execFileSync(process.execPath, nodeRuns('runner/commands/openapi.ts', [file]), {
      encoding: 'utf8',
    });

    const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: object };
    expect(Object.keys(paths)).toEqual(endpoints.map(({ path }) => path));
    expect(printed).toContain('the linter finds nothing');
  });

  it('writes integers of 64 bits, and no list of types but with null', () => {
    const text = JSON.stringify(openApiDocument());

    const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
    expect(count(/"format":"int64"/g)).toBe(count(/"type":\[?"integer"/g));
    expect(text).not.toMatch(/"type":\["\w+","(?!null)\w+/);
  });

  it('sends every call to a server that is given, and to no other', () => {
    const text = JSON.stringify(openApiDocument('http://127.0.0.1:1'));

    expect(text.match(/"servers":[^\]]*\]/g)).toEqual(['"servers":[{"url":"http://127.0.0.1:1"}]']);
  });

  it.each(requests)('lets another tool judge a request as we do: $title', ({ endpoint, body }) => {
    expect(isGoodRequest(endpoint, body)).toBe(violations(endpoint.request, body).length === 0);
  });

  it.each(answers)('lets another tool judge an answer as we do: $title', ({ endpoint, body }) => {
    expect(isGoodAnswer(endpoint, body)).toBe(fitsOurs(endpoint, body));
  });

  it('tables hold good and bad ones of both', () => {
    const good = requests.filter(({ endpoint, body }) => violations(endpoint.request, body).length === 0);
    const fit = answers.filter(({ endpoint, body }) => fitsOurs(endpoint, body));

    expect(Math.min(good.length, requests.length - good.length)).toBeGreaterThan(10);
    expect(Math.min(fit.length, answers.length - fit.length)).toBeGreaterThan(20);
  });

  it.each(endpoints)('lets another tool mock $id with an answer that we accept', (endpoint) => {
    const { mock } = backend.mockResponseForOperation(endpoint.operation) as { mock: object };

    expect(fitsOurs(endpoint, mock)).toBe(true);
  });
});
