import { Arrangements } from './arrangements';
import { CaseRecord } from './case-record';

/** Arrangements whose parts remember which record was asking. */
function arrangements(): {
  shared: Arrangements;
  asked: CaseRecord[];
  part: (of: CaseRecord) => () => CaseRecord;
} {
  const asked: CaseRecord[] = [];
  const shared = new Arrangements((record, body) => {
    asked.push(record);
    return body();
  });
  return { shared, asked, part: (of) => () => new CaseRecord({ of, arrangement: 'the target' }) };
}

describe('what the cases of a file share', () => {
  it('is made once, by the first that asks, and every case that uses it is marked', async () => {
    const { shared, asked, part } = arrangements();
    const cases = [new CaseRecord(), new CaseRecord()];
    let made = 0;
    const make = (): Promise<number> => Promise.resolve((made += 1));

    const values = await Promise.all(cases.map((one) => shared.get(one, 'the target', make, part(one))));

    expect({ values, asked: asked.length }).toEqual({ values: [1, 1], asked: 1 });
    expect(cases.map(({ uses }) => [...uses])).toEqual([['the target'], ['the target']]);
  });

  it('books its calls under its name, with the case that made it', async () => {
    const { shared, asked, part } = arrangements();
    const one = new CaseRecord();
    const make = (): Promise<void> => Promise.resolve(asked[0]?.took({ endpoint: 'report/list' } as never));

    await shared.get(one, 'the target', make, part(one));

    expect(one.exchanges).toEqual([{ endpoint: 'report/list', shared: 'the target' }]);
  });

  it('is tried again by the next case when it could not be made', async () => {
    const { shared, part } = arrangements();
    const one = new CaseRecord();
    const fails = (): Promise<number> => Promise.reject(new Error('busy'));

    await expect(shared.get(one, 'the target', fails, part(one))).rejects.toThrow('busy');

    await expect(shared.get(one, 'the target', () => Promise.resolve(2), part(one))).resolves.toBe(2);
  });

  it('is removed in the end, the newest first, past an error that is told', async () => {
    const { shared, asked, part } = arrangements();
    const one = new CaseRecord();
    const removed: string[] = [];
    const make = (name: string, undo: () => Promise<void>) => (): Promise<void> =>
      Promise.resolve(asked.at(-1)?.cleanUpLater(name, undo));
    const undoFirst = (): Promise<void> => Promise.resolve(void removed.push('first'));
    await shared.get(one, 'first', make('first', undoFirst), part(one));
    await shared.get(
      one,
      'second',
      make('second', () => Promise.reject(new Error('busy'))),
      part(one),
    );

    const left = await shared.cleanUp(() => new CaseRecord(), Date.now() + 1000);

    expect({ left, removed }).toEqual({ left: ['second: busy'], removed: ['first'] });
  });
});
