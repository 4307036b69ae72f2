import { Pool } from './pool';
import type { CaseOutcome, Job } from './trial';

const list = 'specs/report/list.spec.ts';
const blackboard = ['create', 'update', 'delete'].map((name) => `specs/blackboard/${name}.spec.ts`);
const targets = [
  { target: 'as an embedded tenant', live: {} },
  { target: 'as a live tenant', live: { live: true } },
] as const;

// Texts that no service looks up: any will do for them. An id or the name of a person that is `{}` is refused, as it belongs to nothing.
const freeTexts = [
  ...['title', 'content', 'author', 'coverpic_mediaid'].map((name) => `create_request.${name}`),
  ...['title', 'content', 'author', 'coverpic_mediaid'].map((name) => `update_request.${name}`),
  ...['dd_from', 'contents[].content'].map((name) => `create_report_param.${name}`),
];

describe('A tenant that is wrong in one way', () => {
  const pool = new Pool();
  const ended = async (job: Job): Promise<readonly CaseOutcome[]> => (await pool.run(job)).outcomes;

  afterAll(() => {
    pool.close();
  });

  it('and takes {} as a text is noticed by exactly the rows about {}', async () => {
    const fault = 'gateway: takes an empty object as a text';

    const outcomes = await ended({ fault, files: [...blackboard, 'specs/report/create.spec.ts'] });

    const failed = outcomes.filter(({ status }) => status !== 'passed').map(({ title }) => title);
    const about = failed.map((title) => title.replace(/^.* in which (\S+) is an object.*$/, '$1'));
    expect(about.sort()).toEqual([...freeTexts].sort());
  }, 180_000);

  it('and takes {} as a text fails no case of a live tenant, for nobody has promised otherwise', async () => {
    const fault = 'gateway: takes an empty object as a text';

    const { outcomes, inferred } = await pool.run({ fault, files: blackboard, live: true });

    expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(inferred).toEqual(
      expect.arrayContaining([expect.stringContaining('create_request.title is an object is refused')]),
    );
  }, 180_000);

  it.each(targets)(
    'and refuses every token at report/list passes none of its cases $target',
    async ({ live }) => {
      const outcomes = await ended({ fault: 'report/list: refuses every token', files: [list], ...live });

      expect(outcomes.length).toBeGreaterThan(20);
      expect(outcomes.filter(({ status }) => status !== 'failed')).toEqual([]);
    },
    180_000,
  );

  it('and answers a write with status 500 fails the cases that write, and skips none, as a live tenant', async () => {
    const fault = 'report/savecontent: a success with HTTP status 500';

    const outcomes = await ended({ fault, files: ['specs/report/savecontent.spec.ts'], live: true });

    expect(outcomes.filter(({ status }) => status === 'skipped')).toEqual([]);
    expect(outcomes.filter(({ status }) => status === 'failed')).not.toEqual([]);
  }, 180_000);
});
