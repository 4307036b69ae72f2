import { linkedIn } from './links';

describe('A link into the page', () => {
  it.each([
    { hash: '#cause=0a1b2c3d', want: { cause: '0a1b2c3d' } },
    { hash: '#cause-0a1b2c3d', want: { cause: '0a1b2c3d' } },
    { hash: '#case=0123456789', want: { case: '0123456789' } },
    { hash: '#endpoints', want: {} },
    { hash: '#cause=<b>', want: {} },
    { hash: '', want: {} },
  ])('asks for what it names: $hash', ({ hash, want }) => {
    expect(linkedIn(hash)).toEqual(want);
  });
});
