import { counted, har, useFolder } from '../testing/recorded';
import { readFiles } from './read-files';

const { file } = useFolder();

async function placesIn(files: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  for await (const item of readFiles(files)) places.push('place' in item ? item.place : item.kind);
  return places;
}

const at = (...seconds: number[]): object => har(...seconds.map((second) => counted({ at: second * 1000 })));

describe('Several files', () => {
  it('are read side by side, in the order in which the calls were made', async () => {
    const files = [file('a.har', at(1, 4, 5)), file('b.har', at(2, 3, 9)), file('c.har', at())];

    expect(await placesIn(files)).toEqual([
      ...['a.har entry 1', 'b.har entry 1', 'b.har entry 2'],
      ...['a.har entry 2', 'a.har entry 3', 'b.har entry 3'],
    ]);
  });

  it('are read to the last one, however many there are', async () => {
    const files = Array.from({ length: 120 }, (_, index) => file(`${index}.har`, at(index)));

    expect(await placesIn(files)).toHaveLength(120);
  });

  it('are none where one of them is broken', async () => {
    const files = [file('a.har', at(1)), file('b.har', '{"log":')];

    await expect(placesIn(files)).rejects.toThrow('b.har is cut short');
  });
});
