import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startEmulator, type Emulator } from '../../../emulator/server';
import { chromiumPath, openBrowser } from '../../../reporting/testing/browser';
import { browse } from '../testing/browse';
import { judged, useFolder } from '../testing/recorded';

const path = chromiumPath();
// Where there is no browser nothing can be tried in one; a test of the start page says so.
const describeInBrowser = path === undefined ? describe.skip : describe;

describeInBrowser('A HAR of Chromium', () => {
  const { folder } = useFolder();
  let browser: Browser;
  let emulator: Emulator;

  beforeAll(async () => {
    emulator = await startEmulator();
    browser = await openBrowser(path ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });

  it.each([
    { what: 'with all bodies in it', options: { content: 'embed' } },
    { what: 'with bodies in files beside it', options: { content: 'attach' } },
    { what: 'without sizes and times', options: { mode: 'minimal' } },
  ] as const)('$what is judged as a whole', async ({ options }) => {
    const har = join(folder, 'browser.har');
    await browse(browser, emulator, { path: har, ...options });

    const { judgement } = await judged([har], { hosts: [new URL(emulator.url).host], strict: true });

    expect(judgement).toMatchObject({ calls: 4, judged: 4, foreign: { calls: 0 }, unknown: [], notes: [] });
    expect(judgement.endpoints.flatMap(({ broken }) => broken)).toEqual([]);
    expect(judgement.endpoints.flatMap(({ requests }) => requests)).toMatchObject([
      { what: '/备注 is no documented parameter', count: 1 },
    ]);
  });
});
