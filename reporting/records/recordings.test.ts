import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDismissedEmployees, listOnJobEmployees } from '../../schemas';
import type { Endpoint, KnownError } from '../../schemas/endpoint';
import { temporaryFolder } from '../testing/temporary-folder';
import type { Recording } from './recording';
import { contradicted, readRecordings } from './recordings';

const recorded = '2026-11-22';

describe('The recordings in a folder', () => {
  const folder = temporaryFolder();

  it('are its JSON files at every depth', () => {
    mkdirSync(join(folder, 'report'));
    writeFileSync(join(folder, 'report', 'list.json'), '{"endpoint":"report/list"}');
    writeFileSync(join(folder, 'README.md'), 'none');
    writeFileSync(join(folder, 'one.json'), '{"endpoint":"one"}');

    const ids = readRecordings(folder).map(({ endpoint }) => endpoint);

    expect(ids.sort()).toEqual(['one', 'report/list']);
  });

  it('are none where there is no folder', () => {
    expect(readRecordings(join(folder, 'none'))).toEqual([]);
  });
});

describe('A field that was recorded', () => {
  const response = {
    properties: {
      a: { type: 'number' },
      b: { type: ['string', 'null'] },
      c: { type: 'integer' },
      list: { type: 'array', items: { properties: { d: { type: 'string' } } } },
    },
  };
  const endpoint = { ...listOnJobEmployees, id: 'x', response } as unknown as Endpoint;
  const problems = (path: string, types: readonly string[]): string[] =>
    contradicted(endpoint, { fields: { [path]: { types, recorded } }, refusals: {} } as unknown as Recording);

  it.each([
    ['a', ['number', 'integer']],
    ['b', ['string', 'null']],
    ['list', ['array']],
    ['list[].d', ['string']],
  ])('agrees: %s was %j', (path, types) => {
    expect(problems(path, types)).toEqual([]);
  });

  it.each([
    ['a', ['number', 'string'], 'x: a was recorded as string, and the schema says number'],
    ['b', ['boolean'], 'x: b was recorded as boolean, and the schema says string or null'],
    ['c', ['integer', 'number'], 'x: c was recorded as number, and the schema says integer'],
    ['list[].e', ['string'], 'x: list[].e was recorded, and the schema does not know it'],
    ['none[].d', ['string'], 'x: none[].d was recorded, and the schema does not know it'],
    ['a.b.c', ['string'], 'x: a.b.c was recorded, and the schema does not know it'],
  ])('speaks against its file: %s was %j', (path, types, want) => {
    expect(problems(path, types)).toEqual([want]);
  });
});

describe('A refusal that was recorded', () => {
  const errors = [
    { errcode: 7001, subCode: 'sub.seven' },
    { errcode: 7002 },
    { code: 'own.name' },
  ] as unknown as KnownError[];
  const problems = (endpoint: Endpoint, code: string): string[] =>
    contradicted({ ...endpoint, id: 'x', errors }, {
      fields: {},
      refusals: { [code]: { recorded } },
    } as unknown as Recording);

  it.each([
    { what: 'its code is that of a page', code: '7002' },
    { what: 'it is wrapped, and its page names both codes', code: '7001/sub.seven' },
    { what: 'its page names the code inside', code: '88/sub.seven' },
    { what: 'its page names it', code: 'own.name' },
    { what: 'its page names the code that is wrapped here', code: '88/7002' },
    { what: 'the gateway gives it', code: 'InvalidAuthentication', endpoint: listDismissedEmployees },
    { what: 'the catalogue of all codes has it', code: '88/60011' },
  ])('is known when $what: $code', ({ code, endpoint = listOnJobEmployees }) => {
    expect(problems(endpoint, code)).toEqual([]);
  });

  it.each([
    { endpoint: listOnJobEmployees, code: 'other.name' },
    { endpoint: listOnJobEmployees, code: 'InvalidAuthentication' },
    { endpoint: listOnJobEmployees, code: 'undefined' },
    { endpoint: listOnJobEmployees, code: '88/7003' },
    { endpoint: listDismissedEmployees, code: '7003' },
  ])('speaks against its file when no source knows it: $code', ({ endpoint, code }) => {
    expect(problems(endpoint, code)).toEqual([`x: the refusal ${code} was recorded, and no source knows it`]);
  });
});
