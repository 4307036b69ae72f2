import {
  changed,
  deleted,
  listedNames,
  mayRead,
  published,
  wantedInTopTen,
  type Announcement,
} from './model';

const birth = {
  name: 'A',
  tag: '[tag-1]',
  id: 'a'.repeat(32),
  created: '2026-11-24 10:00:00',
  to: ['user'],
  level: 0,
  pinned: false,
} as const;
const words = { text: 0, author: 0, place: 'first' } as const;
const one = published(birth, words);
const secret = { ...one, level: 20, to: ['operator'] } as const;
const named = (name: string, given: Partial<Announcement> = {}): Announcement => ({ ...one, name, ...given });

describe('a new announcement', () => {
  it('is what was sent', () => {
    expect(one).toMatchObject({
      title: '周报截止时间 [tag-1]',
      author: '杨晓',
      place: 'first',
      deleted: false,
    });
  });

  it('stands in no category when none is sent', () => {
    expect(published(birth, { text: 0 }).place).toBe('none');
  });
});

describe('a change', () => {
  it('brings title, content, author and category', () => {
    const after = changed(one, { text: 1, author: 1, place: 'second' });

    expect(after).toMatchObject({ title: '会议室调整 [tag-1]', author: '李雷', place: 'second' });
  });

  it('leaves receivers, level, pin, id and time of creation alone', () => {
    expect(changed(one, { text: 1 })).toMatchObject(birth);
  });

  it('leaves it open who the author is and in which category it stands when they are not sent', () => {
    expect(changed(one, { text: 1 })).toMatchObject({ author: undefined, place: undefined });
  });

  it('leaves what is in no category in none', () => {
    expect(changed(published(birth, { text: 0 }), { text: 1 }).place).toBe('none');
  });
});

describe('mayRead', () => {
  it.each([
    { what: 'a normal one', announcement: one, operator: true, user: true },
    { what: 'a confidential one for somebody else', announcement: secret, operator: true, user: false },
    {
      what: 'a confidential one for the user',
      announcement: { ...secret, to: ['user'] } as const,
      operator: true,
      user: true,
    },
    { what: 'a deleted one', announcement: deleted(one), operator: false, user: false },
  ])('knows who reads $what', ({ announcement, operator, user }) => {
    const readers = [mayRead(announcement, 'operator'), mayRead(announcement, 'user')];

    expect(readers).toEqual([operator, user]);
  });
});

describe('listedNames', () => {
  const all = [named('C', { place: 'second' }), named('B', { deleted: true }), named('A')];

  it('holds what lives, sorted', () => {
    expect(listedNames(all)).toEqual(['A', 'C']);
  });

  it('holds what lives in a category', () => {
    expect(listedNames(all, 'second')).toEqual(['C']);
  });
});

describe('wantedInTopTen', () => {
  const shownA = [['A', one.title]] as const;

  it.each([
    { when: 'it was sent to the user and there is room', given: one, isFull: false, want: shownA },
    {
      when: 'it was sent to somebody else',
      given: { ...one, to: ['operator'] } as const,
      isFull: false,
      want: [],
    },
    { when: 'ten others are shown', given: one, isFull: true, want: [] },
    { when: 'it is deleted', given: deleted(one), isFull: false, want: [] },
  ])('asks for what is not shown, or not, when $when', ({ given, isFull, want }) => {
    expect(wantedInTopTen([given], 'user', [], isFull)).toEqual(want);
  });

  it('wants what is shown once, with its present title', () => {
    const shown = [
      ['A', 'old'],
      ['A', 'old'],
    ] as const;

    expect(wantedInTopTen([one], 'user', shown, true)).toEqual(shownA);
  });

  it('does not want what may not be seen', () => {
    expect(wantedInTopTen([secret], 'user', shownA, true)).toEqual([]);
  });
});
