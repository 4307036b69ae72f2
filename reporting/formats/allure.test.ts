import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startAllure, writeAllure } from './allure';
import { aCase } from '../testing/sample';
import { aRun } from '../testing/run-jest';
import { temporaryFolder } from '../testing/temporary-folder';
import type { RunInfo } from '../records/run';

const root = temporaryFolder();
const google = 'https://www.googletagmanager.com/gtag/js?id=G-1';
const page = [
  '<head>',
  `<script async src="${google}"></script>`,
  '<script>',
  "gtag('config');",
  '</script>',
  '<script>d("a","b")</script></head>',
].join('\n');

let count = 0;

/** Writes the report with an Allure that renders nothing, and tells what it was asked. */
async function written({
  run,
  left = {},
  page: made = page,
}: { run?: Partial<RunInfo>; left?: Record<string, string>; page?: string } = {}) {
  const reportsDir = join(root, String((count += 1)));
  const read = (name: string): string => readFileSync(join(reportsDir, name), 'utf8');
  mkdirSync(join(reportsDir, 'allure-results'), { recursive: true });
  for (const [name, text] of Object.entries(left)) {
    mkdirSync(dirname(join(reportsDir, name)), { recursive: true });
    writeFileSync(join(reportsDir, name), text);
  }
  let asked: { folder: string; from: string; config: Record<string, unknown> } | undefined;
  await writeAllure(reportsDir, aRun(run), [aCase()], (input) => {
    const {
      folder,
      config: file,
      results,
    } = JSON.parse(input) as Record<'folder' | 'config' | 'results', string>;
    const config = JSON.parse(readFileSync(file, 'utf8')) as { output: string };
    asked = { folder, from: results, config };
    mkdirSync(config.output);
    writeFileSync(join(config.output, 'index.html'), made);
    return Promise.resolve();
  });
  return { reportsDir, read, ...asked };
}

describe("Allure's report", () => {
  it("is made by Allure, out of results that agree with Jest's", async () => {
    const { reportsDir, from } = await written();
    const results = readdirSync(join(reportsDir, 'allure-results'));

    expect(results.filter((name) => name.endsWith('-result.json'))).toHaveLength(1);
    expect(from).toBe(join(reportsDir, 'allure-results'));
  });

  it('is one file with a history, and has a group for each class of failure', async () => {
    const { reportsDir, folder = '', config } = await written({ run: { id: 'r7' } });
    const name = 'DingTalk API suite · run r7 · embedded tenant';
    const category = (failureClass: string, title: string): object => ({
      name: title,
      matchers: [{ labels: { failureClass: `^${failureClass}$` } }],
    });

    expect(config).toEqual({
      name,
      output: join(folder, 'report'),
      environment: 'emulator',
      historyPath: join(reportsDir, 'history', 'allure.jsonl'),
      historyLimit: 10,
      hideLabels: [...['language', 'framework', 'package', 'host', 'thread', 'parentSuite', 'suite']],
      categories: [
        category('product', 'Product: the service broke its contract'),
        category('suite', 'Suite: our own fault'),
        category('tenant', 'Tenant: a permission or a setting is missing'),
        category('quota', 'Quota: throttled or used up'),
        category('network', 'Network: no answer'),
      ],
      plugins: {
        awesome: {
          options: { reportName: name, singleFile: true, reportLanguage: 'en', groupBy: ['epic', 'feature'] },
        },
        agent: { enabled: false },
      },
    });
  });

  it('says when the tenant was a real one', async () => {
    const { config } = await written({ run: { target: 'live' } });

    expect(config).toMatchObject({
      name: 'DingTalk API suite · run a1b2c3 · live tenant',
      environment: 'live',
      historyPath: expect.stringMatching(/history.allure-live\.jsonl$/) as string,
    });
  });

  it('is as wide as what shows it', async () => {
    const { read } = await written({ page: `<head><meta charset="utf-8">${page}` });

    expect(read('allure/index.html')).toContain(
      '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    );
  });

  it('reports nobody to Google, and is otherwise as Allure made it', async () => {
    const { read } = await written({ left: { 'allure/index.html': 'before' } });

    expect(read('allure/index.html')).toBe('<head>\n\n<script>d("a","b")</script></head>');
  });

  it('tells the facts of the run, unless somebody has told them', async () => {
    const urls = { oapi: 'https://o.example.com', api: 'https://a.example.com' };
    const fresh = await written({ run: { urls } });
    const told = await written({ left: { 'allure-results/environment.properties': 'run = 1' } });

    expect(fresh.read('allure-results/environment.properties')).toBe(
      [
        'run = a1b2c3',
        'target = emulator',
        'profile = full',
        'oapi = https://o.example.com',
        'api = https://a.example.com',
        `node = ${process.version}`,
        '',
      ].join('\n'),
    );
    expect(told.read('allure-results/environment.properties')).toBe('run = 1');
  });
});

describe("Allure's process", () => {
  it('ends by itself where there is nothing to report', async () => {
    await expect(startAllure()('')).resolves.toBeUndefined();
  });
});
