import type { Endpoint } from '../schemas/endpoint';
import type { Recording } from './records/recording';
import { sourcesOf } from './sources';

const from = (source: string): object => ({ source });
const endpoint = (parts: object): Endpoint =>
  ({
    ...{ request: {}, response: {}, rules: [], errors: [], permission: from('documented') },
    ...parts,
  }) as unknown as Endpoint;
const none = { rules: [], errors: [] };
const counts = { documented: 0, observed: 0, inferred: 0, assumed: 0, 'tenant-recorded': 0 };

describe('The sources of the expectations', () => {
  it('are those of each parameter and field, at every depth', () => {
    const list = {
      type: 'array',
      items: { ...from('inferred'), properties: { y: from('assumed') } },
      source: 'observed',
    };
    const request = { properties: { list, z: { type: 'string' } } };
    const response = { properties: { result: { properties: { x: from('assumed') } } } };

    expect(sourcesOf([endpoint({ request, response })], none, [])).toEqual({
      ...counts,
      documented: 1,
      observed: 1,
      inferred: 1,
      assumed: 2,
    });
  });

  it('are those of rules, errors and the permission, also of the gateways', () => {
    const parts = { rules: [from('observed'), from('inferred')], errors: [from('observed')] };
    const gateways = { rules: [from('assumed')], errors: [from('observed')] } as unknown as Parameters<
      typeof sourcesOf
    >[1];

    expect(sourcesOf([endpoint(parts), endpoint({})], gateways, [])).toEqual({
      ...counts,
      documented: 2,
      observed: 3,
      inferred: 1,
      assumed: 1,
    });
  });

  it('are confirmed by what a real tenant answered, and by no embedded one', () => {
    const recording = (by: Recording['by']) =>
      ({ by, fields: { a: {}, b: {} }, refusals: { '40': {} } }) as unknown as Recording;

    expect(sourcesOf([], none, [recording('tenant'), recording('emulator'), recording('tenant')])).toEqual({
      ...counts,
      'tenant-recorded': 6,
    });
  });
});
