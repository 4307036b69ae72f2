import { transpileModule } from 'typescript';
import { problemsOf } from '../../schemas/lint';
import { skeletonOf, unwritten } from './new-endpoint';

const rows = [
  { method: 'GET', path: '/checkin/record', id: 'checkin/record', operation: 'getCheckinRecord' },
  { method: 'POST', path: '/topapi/process/list_by_user', id: 'process/list-by-user', operation: 'list' },
  { method: 'GET', path: '/v1.0/calendar/events', id: 'calendar/events', operation: 'getCalendarEvents' },
] as const;

type Files = Record<string, string>;

const textOf = (files: Files, file: string): string => files[file] ?? '';

const problemsIn = (files: Files, id: string, instead = unwritten): string[] =>
  problemsOf(`${id}.json`, JSON.parse(textOf(files, `schemas/${id}.json`).replaceAll(unwritten, instead)));

describe.each(rows)('The first version of $method $path', ({ method, path, id, operation }) => {
  const files = skeletonOf({ method, path, operation });

  it('is four files, found by their place', () => {
    expect(Object.keys(files)).toEqual([
      `schemas/${id}.json`,
      `fixtures/${id}.cases.ts`,
      `specs/${id}.spec.ts`,
      `emulator/products/${id.replace('/', '-')}.ts`,
    ]);
  });

  it('passes the guard of endpoint files when everything is written, and not before', () => {
    expect(problemsIn(files, id, 'written')).toEqual([]);
    expect(problemsIn(files, id)).toContain('/ has a TODO: something is still to be written');
  });

  it.each(Object.keys(files).filter((file) => file.endsWith('.ts')))(
    'has code in %s that compiles',
    (file) => {
      const { diagnostics } = transpileModule(textOf(files, file), { reportDiagnostics: true });

      expect(diagnostics).toEqual([]);
    },
  );
});

describe('The names of an endpoint', () => {
  it('are taken from its path and method where nobody gives them', () => {
    const files = skeletonOf({ method: 'GET', path: '/checkin/record' });

    expect(JSON.parse(textOf(files, 'schemas/checkin/record.json'))).toMatchObject({
      ...{ id: 'checkin/record', operation: 'getCheckinRecord', gateway: 'oapi' },
    });
  });
});
