import { startEmulator } from './server';

describe('The embedded tenant', () => {
  it('starts within 200 ms', async () => {
    const before = performance.now();

    const second = await startEmulator();

    expect(performance.now() - before).toBeLessThan(200);
    await second.close();
  });
});
