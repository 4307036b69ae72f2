import { join } from 'node:path';
import {
  createCompilerHost,
  createProgram,
  flattenDiagnosticMessageText,
  parseJsonConfigFileContent,
  readConfigFile,
  sys,
} from 'typescript';
import { root } from '../../config/root';
import { problemsOf } from '../../schemas/lint';
import { foundText } from './found-text';
import { skeletonOf, unwritten } from './new-endpoint';

const rows = [
  { method: 'GET', path: '/checkin/record', id: 'checkin/record', operation: 'getCheckinRecord' },
  { method: 'POST', path: '/topapi/process/list_by_user', id: 'process/list-by-user', operation: 'list' },
  { method: 'GET', path: '/v1.0/calendar/events', id: 'calendar/events', operation: 'getCalendarEvents' },
] as const;

type Files = Readonly<Record<string, string>>;

const globalTypes = ['specs/support/matchers.ts', 'runner/jest/suite-global.ts'].map((file) =>
  join(root, file),
);

const textOf = (files: Files, file: string): string => files[file] ?? '';

const problemsIn = (files: Files, id: string, instead = unwritten): string[] =>
  problemsOf(`${id}.json`, JSON.parse(written(textOf(files, `schemas/${id}.json`), instead)));

const written = (text: string, instead: string): string =>
  text.replace(`"updated":"${unwritten}"`, '"updated":"2026-05-27"').replaceAll(unwritten, instead);

describe.each(rows)('The first version of $method $path', ({ method, path, id, operation }) => {
  const { files } = skeletonOf({ method, path, operation });

  it('is three files, found by their place', () => {
    expect(Object.keys(files)).toEqual([
      `schemas/${id}.json`,
      `specs/${id}.spec.ts`,
      `emulator/products/${id.replace('/', '-')}.ts`,
    ]);
  });

  it('passes the guard of endpoint files when everything is written, and not before', () => {
    expect(problemsIn(files, id, 'written')).toEqual([]);
    expect(problemsIn(files, id)).toContain('/ has a TODO: something is still to be written');
  });
});

/** What the compiler says of code that stands in no file. */
function complaintsAbout(code: Readonly<Record<string, string>>): string[] {
  const texts = new Map(Object.entries(code).map(([file, text]) => [join(root, file), text]));
  const { config } = readConfigFile(join(root, 'tsconfig.json'), (file) => sys.readFile(file)) as {
    config: object;
  };
  const { options } = parseJsonConfigFileContent(config, sys, root);
  const host = createCompilerHost(options);
  Object.assign(host, {
    readFile: (file: string) => texts.get(file) ?? sys.readFile(file),
    fileExists: (file: string) => texts.has(file) || sys.fileExists(file),
  });
  const program = createProgram([...texts.keys(), ...globalTypes], options, host);
  return [...texts.keys()]
    .flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)))
    .map(({ messageText }) => flattenDiagnosticMessageText(messageText, ' '));
}

const post = { method: 'POST', path: '/topapi/x/y' } as const;
const get = { method: 'GET', path: '/v1.0/x/y' } as const;

describe('The code of an endpoint', () => {
  it('compiles', () => {
    const paged = { request: { offset: 0, size: 1 }, answer: { has_more: true, list: [{ userid: 'u' }] } };
    // Endpoints that there are, so that what it imports is there.
    const files = {
      ...skeletonOf({ ...paged, ...post, id: 'hrm/querypreentry', operation: 'listPreEntryEmployees' }).files,
      ...skeletonOf({ ...post, id: 'report/statistics', operation: 'getReportStatistics' }).files,
      ...skeletonOf({ ...get, id: 'hrm/dismissions', operation: 'listDismissedEmployees' }).files,
    };
    const code = Object.entries(files).filter(([file]) => file.endsWith('.ts'));

    expect(code).toHaveLength(6);
    expect(complaintsAbout(Object.fromEntries(code))).toEqual([]);
  });
});

describe('The samples that a page prints', () => {
  const { files } = skeletonOf({
    ...{ method: 'POST', path: '/topapi/visits/list' },
    request: { query: { dept_id: 1, userids: ['u1', 'u2'] }, cursor: null },
    answer: {
      ...{ errcode: 0, errmsg: 'ok', request_id: 'r' },
      result: { has_more: false, next_cursor: 2, list: [{ userid: 'u1' }, { userid: 'u2', lat: 30.2 }] },
    },
  });
  const source = 'documented';
  const userid = { type: 'string', example: 'u2', source, personal: true };
  const isClosed = { additionalProperties: false };

  it('become the fields of the request, and of a closed answer', () => {
    const { request, response, examples } = JSON.parse(textOf(files, 'schemas/visits/list.json')) as Record<
      'request' | 'response' | 'examples',
      { properties: Record<string, unknown>; required: string[] }
    >;
    const list = {
      ...{ type: 'object', ...isClosed, required: ['userid'], source },
      properties: { userid, lat: { type: 'number', example: 30.2, source } },
    };
    const userids = { type: 'array', items: { type: 'string', example: 'u1', source }, source };

    expect(request.properties).toEqual({
      query: {
        ...{ type: 'object', required: ['dept_id', 'userids'], source },
        properties: { dept_id: { type: 'integer', example: 1, source }, userids },
      },
      cursor: { type: 'string', source },
    });
    expect(response).toMatchObject({
      ...{ ...isClosed, required: ['errcode', 'result'], usual: ['request_id'] },
      properties: {
        result: {
          // The last page names no next one.
          required: ['has_more', 'list'],
          properties: { has_more: { type: 'boolean' }, list: { type: 'array', items: list } },
        },
      },
    });
    expect(examples).toMatchObject([{ result: { has_more: false } }]);
  });

  it('pass the guard when the rest is written, and are what the embedded tenant answers', () => {
    expect(problemsIn(files, 'visits/list', 'written')).toEqual([]);
    expect(textOf(files, 'emulator/products/visits-list.ts')).toContain('[sampled(askVisitsList)]');
  });
});

describe('The cases of a new endpoint', () => {
  it.each([
    { path: '/topapi/report/create', answer: {}, kinds: ['contractCases'] },
    { path: '/topapi/report/statistics', answer: {}, kinds: ['limitCases', 'contractCases'] },
    {
      path: '/topapi/visits/list',
      answer: { next_cursor: 1, list: ['u'] },
      kinds: ['listCases', 'limitCases', 'contractCases'],
    },
  ])('of $path are $kinds', ({ path, answer, kinds }) => {
    const { files } = skeletonOf({ method: 'POST', path, request: { cursor: 0, size: 1 }, answer });
    const code = Object.values(files).join('\n');

    expect(Array.from(code.matchAll(/^ {2}(\w+Cases)\(/gm), ([, kind]) => kind)).toEqual(kinds);
  });
});

describe('The names of an endpoint', () => {
  it('are taken from its path and method where nobody gives them', () => {
    const { files } = skeletonOf({ method: 'GET', path: '/checkin/record' });

    expect(JSON.parse(textOf(files, 'schemas/checkin/record.json'))).toMatchObject({
      ...{ id: 'checkin/record', operation: 'getCheckinRecord', gateway: 'oapi' },
    });
  });
});

describe('The product of an endpoint', () => {
  it.each([
    { path: '/topapi/visits/list', newProduct: 'visits' },
    { path: '/topapi/report/create', newProduct: undefined },
  ])('of $path is new: $newProduct', ({ path, newProduct }) => {
    expect(skeletonOf({ method: 'POST', path }).newProduct).toBe(newProduct);
  });
});

describe('success', () => {
  it.each([
    { answer: { errcode: 0, success: true, result: 1 }, shown: true },
    { answer: { errcode: 0, result: 1 }, shown: false },
  ])('is a field where the page shows it: $shown', ({ answer, shown }) => {
    const { files } = skeletonOf({ method: 'POST', path: '/topapi/x/y', answer });

    const { response } = JSON.parse(textOf(files, 'schemas/x/y.json')) as {
      response: { properties: object };
    };
    expect('success' in response.properties).toBe(shown);
  });
});

describe('An answer that somebody has recorded', () => {
  const recorded = skeletonOf({
    ...{ method: 'POST', path: '/attendance/list', recording: 'BODY-X' },
    request: { workDateFrom: '2020-09-06 00:00:00', workDateTo: '', userIdList: ['u1'], offset: 0, limit: 1 },
    answer: { hasMore: false, list: [{ userId: 'u1', workDate: 1 }] },
  });

  it('is observed, where it was', () => {
    const { response } = JSON.parse(textOf(recorded.files, 'schemas/attendance/list.json')) as {
      response: { properties: object };
    };

    expect(response.properties).toMatchObject({ hasMore: { source: 'observed', cite: 'BODY-X' } });
  });

  it('tells how its list is read and narrowed', () => {
    expect(foundText(recorded, 'en').split('\n')).toEqual([
      'Pages: offset and limit; listCases are in the spec.',
      'Window: workDateFrom to workDateTo, of workDate in a row.',
      'People: userIdList, shown as userId in a row.',
    ]);
    expect(foundText(skeletonOf({ method: 'GET', path: '/checkin/record' }), 'en')).toMatch(
      'No list in pages',
    );
  });
});
