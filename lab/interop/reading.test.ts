import { lostMembers, outcomeOf } from './reading';

const answer = { errcode: 0, request_id: 'r', result: { user_id: 'u1', times: [1, 2], empty: [], note: '' } };

describe('What a client read', () => {
  it.each([
    { of: 'the same', read: answer },
    { of: 'other spellings and types', read: { result: { userId: 'u1', times: ['1', '2'] } } },
    { of: 'the result alone', read: { user_id: 'u1', times: [1, 2] } },
  ])('is all where it hands out $of', ({ read }) => {
    expect(outcomeOf({ id: 'a/b', read }, answer)).toEqual({ word: 'ok' });
  });

  it.each([
    { of: 'a member that is not there', read: { result: { times: [1, 2] } }, lost: ['user_id'] },
    { of: 'a number that was cut', read: { result: { userId: 'u1', times: [1] } }, lost: ['times'] },
  ])('lacks $of', ({ read, lost }) => {
    expect(lostMembers(answer, read)).toEqual(lost);
  });

  it('may be a bare value', () => {
    expect(lostMembers({ errcode: 0, count: 7 }, 7)).toEqual([]);
    expect(lostMembers({ errcode: 0, count: 7 }, 8)).toEqual(['count']);
  });
});

describe('A call', () => {
  it.each([
    { is: { absent: true }, of: undefined, word: 'none' },
    { is: { elsewhere: 'another.example' }, of: undefined, word: 'elsewhere' },
    { is: { error: 'no setter' }, of: answer, word: 'fails' },
    { is: { error: 'E' }, of: { errcode: 40, errmsg: 'Missing' }, word: 'refused' },
    { is: { read: {} }, of: { code: 'Forbidden', message: 'no' }, word: 'refused' },
    { is: { read: {} }, of: undefined, word: 'fails' },
  ])('counts as $word', ({ is, of, word }) => {
    expect(outcomeOf({ id: 'a/b', ...is }, of).word).toBe(word);
  });
});
