import { InOrder } from './in-order';
import type { JudgedCall } from './judge-call';

const callAt = (startedAt: number): JudgedCall =>
  ({ exchange: { startedAt, requestBody: '{}' } }) as unknown as JudgedCall;

/** When the calls were made that somebody got, who was to get those of `times`; and how many nobody got. */
function given(times: readonly number[]): { got: number[]; late: number } {
  const got: number[] = [];
  const inOrder = new InOrder(({ exchange }) => got.push(exchange.startedAt));
  for (const time of times) inOrder.take(callAt(time));
  inOrder.end();
  return { got, late: inOrder.late };
}

const numbers = Array.from({ length: 10_000 }, (_, index) => index);

describe('Calls', () => {
  it('are given in the order in which they were made', () => {
    const times = numbers.flatMap((index) => [index + 1000, index]);

    const { got, late } = given(times);

    expect(got).toEqual(times.sort((a, b) => a - b));
    expect(late).toBe(0);
  });

  it('are counted where they stand too far from where their time puts them', () => {
    const { got, late } = given([...numbers, 1, 2, 9_999]);

    expect(got).toEqual([...numbers, 9_999]);
    expect(late).toBe(2);
  });
});
