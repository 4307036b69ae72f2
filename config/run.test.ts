import { abandonRun, adoptRun, currentRun, runEnvironment, type Run } from './run';

const run: Run = {
  id: 'abc123',
  target: 'emulator',
  profile: 'full',
  startedAt: 1_700_000_000_000,
  reportsDir: '/tmp/reports',
  concurrency: 4,
  timeoutMs: 10_000,
  lagMs: 2_000,
  stories: { count: 20, seed: 7, most: 100 },
  tenant: {
    urls: { oapi: 'http://127.0.0.1:1', api: 'http://127.0.0.1:1' },
    app: { key: 'ding1', secret: 's"e\\cret\n密' },
    people: { operator: 'manager01', user: 'user123' },
    templateName: '日报',
  },
  broker: 'http://127.0.0.1:2/key',
};

describe('A run', () => {
  afterEach(abandonRun);

  it('is none until one is adopted', () => {
    expect(currentRun()).toBeUndefined();
  });

  it('reaches whoever is started with it, whole', () => {
    adoptRun(run);

    expect(currentRun()).toEqual(run);
  });

  it('is one variable of the environment', () => {
    expect(runEnvironment(run)).toEqual({ SUITE_RUN: JSON.stringify(run) });
  });

  it('is none after it was abandoned', () => {
    adoptRun(run);

    abandonRun();

    expect(currentRun()).toBeUndefined();
  });
});
