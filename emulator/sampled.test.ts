import type { Endpoint } from '../schemas/endpoint';
import { day } from './clock';
import { sampled } from './sampled';
import { seed } from './seed/seed';
import type { Tenant } from './tenant';

const now = 1_800_000_000_000;
const { content, people } = seed(now);
const tenant = { ...content, choice: () => 'ignored' } as unknown as Tenant;
const times = { start_time: { type: 'integer' }, end_time: { type: 'integer' } };

const leaves = {
  ...{ id: 'leaves/list', gateway: 'oapi', examples: [] },
  request: {
    properties: { userid_list: { type: 'string' }, ...times, offset: {}, size: { maximum: 20 } },
    windows: [{ start: 'start_time', end: 'end_time', maxDays: 30 }],
  },
  response: {
    properties: {
      result: {
        properties: {
          has_more: { type: 'boolean' },
          leaves: { type: 'array', items: { properties: { ...times, userid: {}, unit: {} } } },
        },
      },
    },
  },
} as unknown as Endpoint;

const samples = ['day', 'hour'].map((unit) => ({ start_time: 0, end_time: 3_600_000, userid: 'u', unit }));
const listed = sampled({ ...leaves, examples: [{ errcode: 0, result: { leaves: samples } }] });

interface Leave {
  readonly start_time: number;
  readonly end_time: number;
  readonly userid: string;
  readonly unit: string;
}

const asked = (given: object): { has_more: boolean; leaves: Leave[] } => {
  const all = { userid_list: people.user, start_time: now - 30 * day, end_time: now, offset: 0, size: 20 };
  const { result } = listed.answer(tenant, { ...all, ...given }, {} as never) as { result: never };
  return result;
};

describe('What a tenant knows by its sample alone', () => {
  it('is a list of rows like those of the sample, in pages that say whether more follow', () => {
    const [first, last] = [asked({}), asked({ offset: 20 })];

    expect([first.has_more, first.leaves.length]).toEqual([true, 20]);
    expect([last.has_more, last.leaves.length]).toEqual([false, 16]);
    expect(new Set(first.leaves.map(({ unit }) => unit))).toEqual(new Set(['day', 'hour']));
  });

  it('has the rows of those who are asked for, each an hour long, and none of a stranger', () => {
    const { leaves: rows } = asked({ userid_list: `nobody,${people.operator}`, size: 3 });

    expect(rows.map(({ userid }) => userid)).toEqual([people.operator, people.operator, people.operator]);
    expect(rows.every(({ start_time, end_time }) => end_time - start_time === 3_600_000)).toBe(true);
    expect(asked({ userid_list: 'nobody' }).leaves).toEqual([]);
  });

  it('has the rows that lie at least in part in the window, and takes none that is too long', () => {
    const [one] = asked({}).leaves as [Leave];

    expect(asked({ start_time: one.end_time, end_time: one.end_time }).leaves).toEqual([one]);
    expect(asked({ start_time: one.end_time + 1, end_time: one.end_time + 1 }).leaves).toEqual([]);
    expect(() => asked({ start_time: now - 31 * day })).toThrow('the window is too long');
  });

  it('is the example without its envelope where nothing is listed', () => {
    const response = { properties: { count: { type: 'integer' } } };
    const counted = sampled({ ...leaves, response, examples: [{ errcode: 0, request_id: 'r', count: 3 }] });

    expect(counted.answer(tenant, {}, {} as never)).toEqual({ count: 3 });
  });
});
