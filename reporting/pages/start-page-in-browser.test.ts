import { graveViolations, isThere, openAll, shown, topOf, useBrowser } from '../testing/open-page';
import { aRunOfEverything } from '../testing/run-of-everything';

// Where there is no browser nothing can be tried in one, and the one test that is skipped there says so.
const describeInBrowser = isThere ? describe : describe.skip;
const itWithBrowser = isThere ? it : it.skip;

const [, [linkedCase] = ['']] = aRunOfEverything().cases;

describe('A browser for the start page', () => {
  itWithBrowser('is there: without one (CHROME_PATH, /usr/bin/chromium) the page is not looked at', () => {
    expect(isThere).toBe(true);
  });
});

describeInBrowser('The start page in a browser', () => {
  const { open, addressOf } = useBrowser();

  it.each([
    { locale: 'zh-CN', lang: 'zh-CN', heading: '未通过', title: '未通过 · 钉钉 API 测试' },
    { locale: 'de-DE', lang: 'en', heading: 'Failed', title: 'Failed · DingTalk API suite' },
  ])('speaks the language of a browser in $locale', async ({ locale, lang, heading, title }) => {
    const page = await open({ locale });

    expect(await page.title()).toBe(title);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.locator('h1').allTextContents()).toEqual([heading]);
  });

  it('keeps the language that was chosen', async () => {
    const page = await open({ locale: 'en-US' });

    await page.getByRole('button', { name: '中文' }).click();
    // It is kept once it is shown.
    await page.locator('h1', { hasText: '未通过' }).waitFor();
    await page.reload();

    expect(await page.locator('h1').textContent()).toBe('未通过');
  });

  it.each(['#cause=0a1b2c3d', '#cause-0a1b2c3d'])('opens a cause and scrolls to it: %s', async (hash) => {
    const page = await open({ hash });

    const cause = page.locator('#cause-0a1b2c3d');
    expect(await cause.locator('details').first().getAttribute('open')).not.toBeNull();
    expect(await topOf(page, '#cause-0a1b2c3d')).toBeLessThan(200);
  });

  it('opens a case with its calls and scrolls to it, wherever it stands in the list', async () => {
    const selector = `#case-${linkedCase}`;
    const page = await open({ hash: `#case=${linkedCase}` });

    expect(await page.locator(`${selector} .calls > li.guilty`).count()).toBe(1);
    expect(await topOf(page, selector)).toBeLessThan(700);
  });

  it('copies the script of a cause, and says so', async () => {
    const page = await open({ locale: 'zh-CN' });
    const button = page.locator('.cause').first().getByRole('button', { name: '复制脚本' });

    await button.click();

    expect(await page.evaluate('copied')).toMatch(/^# For bash\. Set DINGTALK_APP_KEY[^]*curl /);
    expect(await page.getByRole('button', { name: '已复制' }).count()).toBe(1);
  });

  it('says in the language of the reader what was noted of a permission', async () => {
    const [chinese, english] = [await open({ locale: 'zh-CN' }), await open({ locale: 'en-US' })];

    expect(await chinese.locator('#capabilities').textContent()).toContain('没有调用');
    expect(await english.locator('#capabilities').textContent()).toContain('it was not asked');
  });

  it('finds cases and causes by every word, and filters them', async () => {
    const page = await open({ locale: 'en-US' });

    await page.getByRole('searchbox').fill('request-id-7 DELETE');
    expect(await shown(page)).toEqual({ causes: 1, cases: 2 });
    expect(await page.getByRole('status').textContent()).toBe('2 of 5');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('State').selectOption('skipped');
    expect(await shown(page)).toEqual({ causes: 0, cases: 1 });
  });

  it('takes no text for HTML', async () => {
    const page = await open({ hash: '#cause=0a1b2c3d' });

    expect(await page.locator('main script, main img, main b.injected').count()).toBe(0);
    expect(await page.getByText('<b class="injected">', { exact: false }).count()).toBeGreaterThan(0);
  });

  it('asks nobody for anything, and complains of nothing', async () => {
    const page = await open({});
    await openAll(page);

    expect(page.heard).toEqual([addressOf('few')]);
  });

  it.each([
    { colorScheme: 'light', locale: 'en-US' },
    { colorScheme: 'dark', locale: 'zh-CN' },
  ] as const)('is open to everybody: $colorScheme, $locale', async (options) => {
    const page = await open(options);
    await openAll(page);

    expect(await graveViolations(page)).toEqual([]);
  });

  it.each(['en-US', 'zh-CN'])('fits a phone: %s', async (locale) => {
    const page = await open({ locale, viewport: { width: 390, height: 844 } });
    await openAll(page);

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  it('says the verdict and the causes where no script runs', async () => {
    const page = await open({ javaScriptEnabled: false });

    expect(await page.locator('h1').allInnerTexts()).toEqual(['Failed', '未通过']);
    expect(await page.locator('.cause h3').allInnerTexts()).toHaveLength(4);
  });

  it('of 10,000 cases is there within a second', async () => {
    const page = await open({ name: 'many' });
    const times = [await page.evaluate<number>('ready')];
    for (let round = 0; round < 2; round += 1) {
      await page.reload();
      await page.locator('.toolbar').waitFor();
      times.push(await page.evaluate<number>('ready'));
    }

    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it('searches 10,000 cases within 100 ms', async () => {
    const page = await open({ name: 'many' });
    const times: number[] = [];
    for (const text of ['delete', 'delete r1', 'nothing like it']) {
      times.push(await page.evaluate<number>(`searched(${JSON.stringify(text)})`));
    }

    expect(Math.min(...times)).toBeLessThan(100);
    expect(await shown(page)).toEqual({ causes: 0, cases: 0 });
  });
});
