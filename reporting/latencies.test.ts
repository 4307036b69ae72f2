import type { Exchange } from '../client/exchange';
import { anExchange } from './testing/sample';
import { latenciesOf } from './latencies';

describe('The latencies of a run', () => {
  it('are the median, the 95th percentile and the slowest answer, by the nearest rank', () => {
    const exchanges = Array.from({ length: 20 }, (_, at) => anExchange({ durationMs: 20 - at }));

    expect(latenciesOf(exchanges)).toEqual([
      { endpoint: 'blackboard/create', answers: 20, medianMs: 10, p95Ms: 19, slowestMs: 20 },
    ]);
  });

  it('are the one time of a single answer', () => {
    expect(latenciesOf([anExchange({ durationMs: 7 })])).toMatchObject([
      { medianMs: 7, p95Ms: 7, slowestMs: 7 },
    ]);
  });

  it('leave out what got no answer', () => {
    const unanswered = Object.entries(anExchange()).filter(([name]) => name !== 'status');

    expect(latenciesOf([Object.fromEntries(unanswered) as unknown as Exchange])).toEqual([]);
  });

  it('stand in the order of the ids', () => {
    const ids = ['report/list', 'ai/ocr'].map((endpoint) => anExchange({ endpoint }));

    expect(latenciesOf(ids).map(({ endpoint }) => endpoint)).toEqual(['ai/ocr', 'report/list']);
  });
});
