import { compared, costOf, median } from './measure';

const busy = (milliseconds: number): string =>
  `'${process.execPath}' -e "const end = Date.now() + ${milliseconds}; while (Date.now() < end);"`;

describe('A measured command', () => {
  it('costs the processor time of its children too', async () => {
    const { cpu, wall } = await costOf({
      line: `bash -c "${busy(300).replaceAll('"', String.raw`\"`)}"`,
      cwd: '/',
    });

    expect(cpu).toBeGreaterThan(0.1);
    expect(wall).toBeGreaterThan(0.29);
  });

  it('that does not pass is an error that shows what it printed', async () => {
    await expect(costOf({ line: 'echo broken && false', cwd: '/' })).rejects.toThrow(/did not pass:\nbroken/);
  });

  it('is compared in turn, as a ratio', async () => {
    const { ratio, spread } = await compared({ line: busy(600), cwd: '/' }, { line: busy(60), cwd: '/' }, 1);

    expect(ratio.wall).toBeGreaterThan(1.2);
    expect(spread[0]).toBeLessThanOrEqual(spread[1]);
  });
});

describe('The median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2],
    [[], 0],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});
