import { refusalSchema } from '../../schemas/gateways';
import { getBlackboard, getToken, listTopTen } from '../../schemas/index';
import { violations } from '../../schemas/validate';
import type { Visitor } from '../seed/visitor';
import { useVariant } from '../testing/use-variant';

const topTen = (visitor: Visitor) => visitor.send(listTopTen, { userid: visitor.emulator.people.user });
const reading = { blackboardId: '0'.repeat(32), operationUserId: 'manager4220' };

const codesOf = (answers: readonly { body: object }[], name: string): unknown[] =>
  answers.map(({ body }) => (body as Record<string, unknown>)[name]);

/** So many calls at once; a connection that broke counts as one that ended with 0. */
const many = (count: number, call: () => Promise<{ status: number; body: object }>) =>
  Promise.all(Array.from({ length: count }, () => call().catch(() => ({ status: 0, body: {} }))));

describe('The variant slow', () => {
  const visitor = useVariant('slow');

  it('takes 80 ms at least', async () => {
    const before = performance.now();

    await topTen(visitor());

    expect(performance.now() - before).toBeGreaterThanOrEqual(79);
  });
});

describe('The variant throttled', () => {
  const visitor = useVariant('throttled');

  it('refuses what is more than 20 in a second, and answers again a second later', async () => {
    const answers = await many(30, () => topTen(visitor()));
    await new Promise((resolve) => setTimeout(resolve, 1100));

    expect(codesOf(answers, 'sub_code').filter((code) => code === '90018')).toHaveLength(10);
    expect(codesOf(answers, 'errmsg')).toContainEqual(expect.stringMatching(/限制将在 \d{4}-/));
    expect((await topTen(visitor())).body).toMatchObject({ errcode: 0 });
  });

  it('refuses on v1.0 with a 403 of its own', async () => {
    const answers = await many(25, () => visitor().send(getBlackboard, reading));
    const refused = answers.filter(({ status }) => status === 403);

    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(refused.flatMap(({ body }) => violations(refusalSchema('v1'), body))).toEqual([]);
    expect(refused.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' }),
    );
  });
});

describe('The variant dying-tokens', () => {
  const visitor = useVariant('dying-tokens');

  it('refuses a token after 150 calls, and gives another', async () => {
    const first = await visitor().fetchToken();
    const path = `${listTopTen.path}?access_token=${first}`;
    const body = JSON.stringify({ userid: visitor().emulator.people.user });
    const init = { headers: { 'content-type': 'application/json' }, body };

    const answers = await many(151, () => visitor().raw('POST', path, init));

    expect(codesOf(answers, 'sub_code').filter((code) => code === '40014')).toHaveLength(1);
    expect(await visitor().fetchToken()).not.toBe(first);
  });
});

describe('The variant flaky', () => {
  const visitor = useVariant('flaky');

  it('loses one read in 40 at most, by a 502 or a broken connection', async () => {
    const answers = await many(120, () => topTen(visitor()));

    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.length).toBeLessThanOrEqual(3);
    expect(lost.every(({ status }) => [0, 502].includes(status))).toBe(true);
  });

  it('never loses the same read twice in a row', async () => {
    const calls = [getToken, listTopTen].map(() => many(100, () => topTen(visitor())));

    const lost = (await Promise.all(calls)).flat().filter(({ status }) => status !== 200);

    expect(lost.length).toBeLessThanOrEqual(1);
  });
});

describe('The variant busy', () => {
  const visitor = useVariant('busy');

  it('answers a read with -1 now and then, in the envelope of its family', async () => {
    const answers = await many(100, () => topTen(visitor()));

    const busy = answers
      .map(({ body }) => body)
      .filter((body) => JSON.stringify(body).includes('"errcode":-1'));
    expect(busy).toHaveLength(1);
    expect(busy.flatMap((body) => violations(refusalSchema('topapi'), body))).toEqual([]);
  });
});
