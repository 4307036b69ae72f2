import { steadilyFailing } from './steady-errors';
import { anExchange } from './testing/sample';

const down = (startedAt: number, overrides = {}) =>
  anExchange({ startedAt, status: 500, outcome: 'refused -1', ...overrides });
const other = (startedAt: number, overrides = {}) =>
  anExchange({ endpoint: 'report/list', startedAt, ...overrides });

describe('The endpoints that fail steadily', () => {
  const steady = [[down(1), down(2)], [down(3)]];

  it.each([
    { when: 'others answer meanwhile', calls: [...steady, [other(2)]], want: ['blackboard/create'] },
    { when: 'it answers in between', calls: [...steady, [anExchange()], [other(2)]], want: [] },
    { when: 'others answered only before', calls: [[other(0)], ...steady], want: [] },
    { when: 'others fail, too', calls: [...steady, [other(2, { outcome: 'refused -1' })]], want: [] },
    {
      when: 'those of the other gateway answer',
      calls: [...steady, [other(2, { endpoint: 'blackboard/get-blackboard' })]],
      want: [],
    },
    { when: 'it was asked by one case', calls: [[down(1), down(2), down(3)], [other(2)]], want: [] },
    { when: 'it was asked twice', calls: [[down(1)], [down(2)], [other(2)]], want: [] },
    {
      when: 'it is refused with 200',
      calls: [[down(1, { status: 200 }), down(2, { status: 200 })], [down(3, { status: 200 })], [other(2)]],
      want: [],
    },
  ])('are $want when $when', ({ calls, want }) => {
    expect([...steadilyFailing(calls)]).toEqual(want);
  });
});
