import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../schemas/index';
import type { Endpoint } from '../../schemas/endpoint';
import { violations } from '../../schemas/validate';
import { goodRequests } from '../good-requests';
import { startEmulator } from '../server';
import { Visitor } from '../seed/visitor';
import { answersOf, choices, readChosen, type Choice } from '.';
import { withAssumedAnswers } from './list';

const folder = join(__dirname, '..');
const rules = ['.', 'families', 'products', 'seed']
  .flatMap((room) => readdirSync(join(folder, room)).map((file) => join(room, file)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const every = choices.flatMap(({ id, answers }) =>
  answers.map((answer, place) => ({ id, answer, isOwn: place === 0, name: `${id}=${answer.id}` })),
);

describe('The table of choices', () => {
  it('has every id once, and every answer of a choice once', () => {
    const ids = every.map(({ name }) => name);

    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(choices.map(({ id }) => id)).size).toBe(choices.length);
  });

  it('says what there is when a choice or an answer is unknown', () => {
    expect(() => answersOf({ 'token/shape': 'hex' })).toThrow("There is no choice 'token/shape'");
    expect(() => answersOf({ 'token/form': 'round' })).toThrow(
      "'token/form' has no answer 'round'; there are: hex, mixed, short, dotted.",
    );
  });

  it.each(choices)('has somebody in the tenant ask for $id, where no layer answers', (choice) => {
    expect([isAnswered(choice), isAsked(choice)]).toContain(true);
  });

  it('is listed in the README as it is', () => {
    const page = readFileSync(join(folder, 'README.md'), 'utf8');

    expect(withAssumedAnswers(page)).toBe(page);
  });

  it('is read from a command line', () => {
    expect(readChosen(['a/b=c', 'd/e=f'])).toEqual({ 'a/b': 'c', 'd/e': 'f' });
    expect(() => readChosen(['a/b'])).toThrow("'a/b' is not CHOICE=ANSWER.");
    expect(() => readChosen(['a/b=c=d'])).toThrow('is not CHOICE=ANSWER');
  });
});

// What it does by default is for server.test.ts to test.
const others = every.filter(({ isOwn }) => !isOwn);

describe('A tenant that answers', () => {
  it.each(others)(
    '$name grants what it has to, as is documented or as the answer says',
    async ({ id, answer }) => {
      const visitor = new Visitor(await startEmulator({ choices: { [id]: answer.id } }));
      const { allows } = answersOf({ [id]: answer.id });
      const broken: string[] = [];
      for (const endpoint of concernedBy(id)) {
        const { status, body } = await visitor.send(endpoint, {
          ...goodRequests(visitor.emulator)[endpoint.id],
        });
        const found = violations(endpoint.response, body).map(({ keyword, path }) => `${keyword} ${path}`);
        broken.push(...found.filter((promise) => !allows(promise)));
        broken.push(
          ...[status].filter((each) => each !== 200).map((each) => `${endpoint.id} ended with ${each}`),
        );
      }
      await visitor.emulator.close();

      expect(broken).toEqual([]);
    },
  );
});

// What is about no product is tried on one endpoint of each product and gateway.
const some = endpoints.filter(
  ({ id, gateway }, place) =>
    !endpoints
      .slice(0, place)
      .some((each) => each.gateway === gateway && productOf(each.id) === productOf(id)),
);

function productOf(id: string): string | undefined {
  return id.split('/')[0];
}

function concernedBy(choice: string): readonly Endpoint[] {
  const own = endpoints.filter(({ id }) => productOf(id) === productOf(choice));
  return own.length > 0 ? own : some;
}

const isAnswered = ({ answers }: Choice): boolean =>
  answers.slice(1).every(({ layer }) => layer !== undefined);

// By its id as it is, or by one that is put together of the product or of what is refused.
function isAsked({ id }: Choice): boolean {
  const [product = '', subject = ''] = id.split('/');
  const byKind = subject.replace(/(?<=^code-of-)\w+$/, '${unnamed}');
  return [`'${id}'`, `\`${product}/${byKind}\``, `\`\${product}/${subject}\``].some((text) =>
    rules.includes(text),
  );
}
