import { readPort } from './port';

describe('readPort', () => {
  it.each([
    { env: {}, port: 7001 },
    { env: { PORT: '0' }, port: 0 },
    { env: { PORT: '65535' }, port: 65_535 },
  ])('reads $env as $port', ({ env, port }) => {
    expect(readPort(env)).toBe(port);
  });

  it.each(['', '-1', '70000', 'http', '80.5'])('refuses %j', (PORT) => {
    expect(() => readPort({ PORT })).toThrow(`PORT is '${PORT}'`);
  });
});
