import {
  getCheckinRecords,
  deleteAnnouncement,
  getAccessToken,
  getToken,
  listDismissedEmployees,
  listOnJobEmployees,
  translateText,
} from '../../schemas';
import type { Endpoint } from '../../schemas/endpoint';
import { gatewayItems, itemsOf, type Kind } from './items';

const ids = (endpoint: Endpoint, kind: Kind): string[] =>
  itemsOf(endpoint)
    .filter((item) => item.kind === kind)
    .map(({ id }) => id.slice(endpoint.id.length));

describe('What a file of an endpoint promises', () => {
  it('is its operation, with two outcomes', () => {
    expect(ids(listOnJobEmployees, 'operations')).toEqual(['']);
    expect(ids(listOnJobEmployees, 'outcomes')).toEqual([' accepted', ' refused']);
  });

  it.each([
    {
      endpoint: listOnJobEmployees,
      want: [' takes application/json', ' takes application/x-www-form-urlencoded'],
    },
    { endpoint: getAccessToken, want: [' takes application/json'] },
    { endpoint: getToken, want: [] },
    { endpoint: listDismissedEmployees, want: [] },
  ])('are the bodies that it takes: $want', ({ endpoint, want }) => {
    expect(ids(endpoint as Endpoint, 'request content types')).toEqual(want);
    expect(ids(endpoint as Endpoint, 'response content types')).toEqual([' answers application/json']);
  });

  it('are its parameters, with their values and limits', () => {
    expect(ids(listOnJobEmployees, 'parameters')).toEqual(['?status_list', '?offset', '?size']);
    expect(ids(listOnJobEmployees, 'values and limits')).toEqual([
      ...['2', '3', '5', '-1', 'max', '>max'].map((value) => `?status_list=${value}`),
      ...['min', '<min'].map((value) => `?offset=${value}`),
      ...['max', '>max', 'min', '<min'].map((value) => `?size=${value}`),
    ]);
  });

  it('are no refusals of the token by what gives one', () => {
    expect(ids(getAccessToken, 'errors').filter((code) => code.includes('Authentication'))).toEqual([]);
  });

  it('is no lack of a permission where every app has it', () => {
    expect(ids(getCheckinRecords, 'errors')).toContain('!88/40014');
    expect(ids(getCheckinRecords, 'errors')).not.toContain('!88/60011');
  });

  it('is no refusal for what is missing where nothing is required', () => {
    const free = { ...deleteAnnouncement, request: {} } as Endpoint;

    expect(ids(free, 'errors')).toEqual(['!400001', '!88/40000', '!88/40014', '!88/60011']);
  });

  it('are pairs of values in both directions', () => {
    const found = ids(translateText, 'values and limits');

    expect(found).toContain('?source_language/target_language=zh/en');
    expect(found).toContain('?source_language/target_language=en/zh');
  });

  it('are the fields of its answer at every depth', () => {
    expect(ids(listOnJobEmployees, 'response fields')).toEqual([
      ...[
        'errcode',
        'errmsg',
        'result',
        'result.data_list',
        'result.next_cursor',
        'success',
        'request_id',
      ].map((name) => `#${name}`),
    ]);
  });

  it.each([
    { endpoint: deleteAnnouncement, want: ['400001', '88/40000', '88/40014', '40', '88/60011'] },
    {
      endpoint: listDismissedEmployees,
      want: [
        'invalidParameter',
        'systemError',
        'AuthenticationFailed.MissingParameter',
        'InvalidAuthentication',
        'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      ],
    },
    { endpoint: getToken, want: ['40096', '40035', '40089'] },
  ])('are the refusals that are documented or observed: $want', ({ endpoint, want }) => {
    expect(ids(endpoint as Endpoint, 'errors')).toEqual(want.map((code) => `!${code}`));
  });

  it('are the rules that are documented or observed, and none that was inferred', () => {
    const promised = listOnJobEmployees.rules.filter(({ source }) =>
      ['documented', 'observed'].includes(source),
    );

    expect(ids(listOnJobEmployees, 'rules')).toEqual(promised.map(({ id }) => `/${id}`));
    expect(promised.length).toBeLessThan(listOnJobEmployees.rules.length);
  });

  it('names the reason of what no case can cover, and only of that', () => {
    const items = itemsOf(listOnJobEmployees);
    const untestable = listOnJobEmployees.rules.find(({ id }) => id === 'R1')?.untestable;

    expect(items.find(({ id }) => id === 'hrm/queryonjob/R1')).toStrictEqual({
      id: 'hrm/queryonjob/R1',
      kind: 'rules',
      untestable,
    });
    expect(items.find(({ id }) => id === 'hrm/queryonjob/R2')).toStrictEqual({
      id: 'hrm/queryonjob/R2',
      kind: 'rules',
    });
    expect(
      items.filter(({ id }) => ['hrm/queryonjob?size', 'hrm/queryonjob#errmsg'].includes(id)),
    ).toStrictEqual([
      { id: 'hrm/queryonjob?size', kind: 'parameters' },
      {
        id: 'hrm/queryonjob#errmsg',
        kind: 'response fields',
        untestable: 'texts are never asserted, codes are',
      },
    ]);
  });

  it('is each thing once', () => {
    const all = itemsOf(translateText).map(({ id }) => id);

    expect(new Set(all).size).toBe(all.length);
  });
});

describe('What the gateways promise', () => {
  it('are their rules', () => {
    expect(gatewayItems()[0]).toEqual({ id: 'gateway/G1', kind: 'rules' });
  });
});
