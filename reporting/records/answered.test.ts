import { successesOf, valuesAt } from './answered';
import { anExchange } from '../testing/sample';

describe('The successes of an endpoint', () => {
  it('are its bodies that were answered well and can be read', () => {
    const exchanges = [
      anExchange({ responseBody: '{"a":1}' }),
      anExchange({ responseBody: '{"a":' }),
      anExchange({ responseBody: undefined } as object),
      anExchange({ responseBody: '{"a":2}', outcome: 'refused 88/60011' }),
      anExchange({ responseBody: '{"a":3}', endpoint: 'report/list' }),
      anExchange({ responseBody: '{"a":4}' }),
    ];

    expect(successesOf('blackboard/create', exchanges)).toEqual([{ a: 1 }, { a: 4 }]);
  });
});

describe('What stands at a path', () => {
  it.each([
    ['x', [1]],
    ['none', [undefined]],
    ['in.y', [2]],
    ['x.y', []],
    ['nothing.y', []],
    ['in.z.y', []],
    ['list[]', [{ y: 3 }, { z: 4 }, 5, null]],
    ['list[].y', [3, undefined]],
    ['in[].y', []],
    ['none[]', []],
  ])('%s is %j', (path, want) => {
    const body = { x: 1, nothing: null, in: { y: 2 }, list: [{ y: 3 }, { z: 4 }, 5, null] };

    expect(valuesAt(body, path)).toEqual(want);
  });
});
