import { present } from './route';

describe('The members of an answer', () => {
  it('are left out where they are absent, and only there', () => {
    expect(present({ a: undefined, b: null, c: '', d: 0 })).toStrictEqual({ b: null, c: '', d: 0 });
  });
});
