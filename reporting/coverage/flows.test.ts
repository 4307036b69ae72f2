import { flowsIn } from './flows';
import { anExchange } from '../testing/sample';

const calls = (...endpoints: readonly string[]) => endpoints.map((endpoint) => anExchange({ endpoint }));
const flow = 'flow: a report in both lists';
const [created, listed, shortly] = ['report/create', 'report/list', 'report/simplelist'] as const;

describe('A flow', () => {
  it.each([
    { when: 'its steps come in order', exchanges: calls(created, listed, shortly) },
    {
      when: 'others come between',
      exchanges: calls('token/get', created, 'token/get', listed, listed, shortly),
    },
    { when: 'more comes after it', exchanges: calls(created, listed, shortly, 'token/get', created) },
  ])('is walked when $when', ({ exchanges }) => {
    expect(flowsIn(exchanges)).toContain(flow);
  });

  it.each([
    { when: 'the order is another', exchanges: calls(listed, created, shortly) },
    { when: 'its end is missing', exchanges: calls(created, listed) },
    {
      when: 'a step was refused',
      exchanges: [
        ...calls(created),
        anExchange({ endpoint: listed, outcome: 'refused 40' }),
        ...calls(shortly),
      ],
    },
    { when: 'nothing was called', exchanges: [] },
  ])('is not walked when $when', ({ exchanges }) => {
    expect(flowsIn(exchanges)).not.toContain(flow);
  });
});
