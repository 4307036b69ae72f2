import { proxyNote } from './proxy';

describe('A proxy that the environment names', () => {
  it.each([
    { env: {}, says: '' },
    { env: { HTTPS_PROXY: '' }, says: '' },
    {
      env: { HTTPS_PROXY: 'http://proxy:3128' },
      says: 'HTTPS_PROXY is set, but calls of this suite go straight',
    },
  ])('is told where a host is not reached: $env', ({ env, says }) => {
    expect(proxyNote(env).en).toContain(says);
    expect(proxyNote(env).en).not.toContain('3128');
  });
});
