import fc from 'fast-check';
import { deleted, published } from './model';
import { limits, stories, type Step } from './steps';
import { problemOf, sentence, Account } from './describe';

const one = published(
  { name: 'A', tag: '[tag-1]', id: '1', created: '', to: ['operator'], level: 20, pinned: false },
  { text: 0 },
);

const sentences: { readonly step: Step; readonly about?: typeof one; readonly want: string }[] = [
  {
    step: {
      kind: 'publish',
      by: 'operator',
      to: ['user', 'operator'],
      level: 20,
      pinned: true,
      text: 0,
      author: 0,
      place: 'first',
    },
    about: one,
    want: '王主管 publishes A, «周报截止时间» for 小李 and 王主管, confidential, pinned in the first category by 杨晓',
  },
  {
    step: { kind: 'publish', by: 'user', to: ['user'], level: 0, pinned: false, text: 1 },
    about: one,
    want: '小李 tries to publish A, «会议室调整» for 小李: refused',
  },
  {
    step: { kind: 'change', by: 'operator', which: 0, text: 1, place: 'second' },
    about: one,
    want: '王主管 changes A to «会议室调整» in the second category',
  },
  {
    step: { kind: 'change', by: 'operator', which: 0, text: 1 },
    about: deleted(one),
    want: '王主管 tries to change A, which is deleted to «会议室调整»: refused',
  },
  { step: { kind: 'delete', by: 'user', which: 0 }, about: one, want: '小李 tries to delete A: refused' },
  { step: { kind: 'read', by: 'operator', which: 0 }, about: one, want: '王主管 reads A' },
  { step: { kind: 'read', by: 'user', which: 0 }, about: one, want: '小李 tries to read A: refused' },
  {
    step: { kind: 'list', by: 'operator', place: 'first' },
    want: '王主管 lists the announcements in the first category',
  },
  { step: { kind: 'list', by: 'user' }, want: '小李 tries to list the announcements: refused' },
  { step: { kind: 'top ten', by: 'user' }, want: '小李 looks at the ten announcements of the work page' },
];

const done = (): Promise<void> => Promise.resolve();
const fails = (): Promise<void> => Promise.reject(new Error('broken'));

describe('sentence', () => {
  it.each(sentences)('says: $want', ({ step, about, want }) => {
    expect(sentence(step, about)).toBe(want);
  });
});

describe('a account', () => {
  it('is a numbered list that says what went wrong in its last step', async () => {
    const account = new Account();
    await account.tell('one', done);
    await account.ask('two', done);
    await expect(account.ask('three', fails)).rejects.toThrow('broken');

    expect(account.text('no')).toBe('  1. one\n  2. in the end, three  <- here: no');
  });
});

describe('problemOf', () => {
  it.each([
    {
      expected: { title: 'new', level: 0 },
      actual: { title: 'old', level: 0 },
      want: 'expected title "new", got "old"',
    },
    { expected: { author: '杨晓' }, actual: {}, want: 'expected author "杨晓", got none' },
  ])('names the members that differ or are missing: $want', ({ want, ...matcherResult }) => {
    expect(problemOf(Object.assign(new Error('x'), { matcherResult }))).toBe(want);
  });

  it('says the first line of what is no comparison of members', () => {
    expect(problemOf(new Error('it was refused\nHTTP 200'))).toBe('it was refused');
  });
});

describe('stories', () => {
  const some = fc.sample(stories, { numRuns: 200, seed: 1 });

  it('begin with something that the operator publishes, and are bounded', () => {
    expect(new Set(some.map(([first]) => `${first?.kind} by ${first?.by}`))).toEqual(
      new Set(['publish by operator']),
    );
    expect(Math.max(...some.map((steps) => steps.length))).toBe(limits.steps);
  });

  it('hold every kind of step by everybody', () => {
    const seen = new Set(some.flat().map(({ kind, by }) => `${kind} by ${by}`));

    expect(seen.size).toBe(12);
  });

  it('are the same for the same seed', () => {
    expect(fc.sample(stories, { numRuns: 200, seed: 1 })).toEqual(some);
  });
});
