import { Pacer, type Release } from './pacer';

describe('Pacer', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  /** Asks for so many slots at once; what was granted is noted with its time, and given back so many milliseconds later. */
  function ask(pacer: Pacer, count: number, lasting: number, api = 'report/list'): number[] {
    const times: number[] = [];
    const call = (release: Release) => {
      times.push(Date.now());
      setTimeout(release, lasting);
    };
    for (let asked = 0; asked < count; asked += 1) void pacer.take(api).then(call);
    return times;
  }

  it.each([1, 80, 900, 3000])(
    'lets 20 calls of %i ms begin, and the next a second after they ended',
    async (lasting) => {
      const times = ask(new Pacer(20), 60, lasting);

      await jest.advanceTimersByTimeAsync(20_000);

      const round = lasting + 1050;
      expect(times).toEqual([0, 1, 2].flatMap((turn) => new Array<number>(20).fill(turn * round)));
    },
  );

  it('lets every API have a rate of its own', async () => {
    const pacer = new Pacer(1);

    const [lists, creations] = [ask(pacer, 2, 10), ask(pacer, 1, 10, 'report/create')];
    await jest.advanceTimersByTimeAsync(5000);

    expect({ lists, creations }).toEqual({ lists: [0, 1060], creations: [0] });
  });

  it('counts a call that was given back twice once', async () => {
    const pacer = new Pacer(1);
    const release = await pacer.take('report/list');
    release();
    release();

    const times = ask(pacer, 2, 10);
    await jest.advanceTimersByTimeAsync(5000);

    expect(times).toEqual([1050, 2110]);
  });

  it('serves those who wait as soon as the first slot is free, also beside calls that last', async () => {
    const pacer = new Pacer(2);
    ask(pacer, 1, 30_000);

    const times = ask(pacer, 3, 10);
    await jest.advanceTimersByTimeAsync(5000);

    expect(times).toEqual([0, 1060, 2120]);
  });

  it('takes a call that never ended for lost after a minute', async () => {
    const pacer = new Pacer(1);
    await pacer.take('report/list');

    const wait = jest.spyOn(globalThis, 'setTimeout');
    const times = ask(pacer, 1, 0);
    await jest.advanceTimersByTimeAsync(61_000);

    expect(times).toEqual([60_000]);
    expect(wait.mock.calls[0]?.[1]).toBe(60_000);
  });
});
