import { namedIn } from './parameters';

describe('namedIn', () => {
  it.each([
    { parameters: [], want: { paths: [] } },
    { parameters: ['--maxWorkers', '1', '--shard=1/3', '--randomize'], want: { paths: [] } },
    {
      parameters: ['specs/report', '-t', 'with an author'],
      want: { paths: ['specs/report'], titles: 'with an author' },
    },
    { parameters: ['--testNamePattern=R2: ', '--no-cache'], want: { paths: [], titles: 'R2: ' } },
  ])('finds in $parameters what is asked for by name', async ({ parameters, want }) => {
    expect(await namedIn(parameters)).toEqual(want);
  });

  it.each([
    [['--no-such-thing'], 'Unrecognized option "such-thing".'],
    [['--frob=1'], 'Unrecognized option "frob".'],
    [['--maxWorker', '1'], 'Did you mean "maxWorkers"?'],
    [['--config', 'other.json'], '--config is not for the suite'],
    [['--coverage=true'], '--coverage=true is not for the suite'],
    [['-t'], '-t needs the title of a case'],
  ])('refuses %j in one line', async (parameters, message) => {
    const refused = await namedIn(parameters).catch((error: unknown) => (error as Error).message);

    expect(refused).toContain(message);
    expect(refused).not.toContain('\n');
  });
});
