import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';
import { readCaseLines } from '../../reporting/records/recorded';
import type { Results } from '../../reporting/records/results';
import type { Command } from './measure';

/** How much a run does. */
export interface Load {
  readonly files: number;
  readonly cases: number;
  readonly calls: number;
}

/** What the last run in `reportsDir` has done in its cases. */
export function loadOf(reportsDir: string): Load {
  const raw = join(reportsDir, 'raw');
  const { files } = JSON.parse(readFileSync(join(raw, 'results.json'), 'utf8')) as Results;
  const ran = new Set(files.map(({ file }) => file));
  // Where Jest is started by hand, the lines of runs before are still there.
  const calls = new Map(
    readCaseLines(raw).flatMap((line) =>
      line.kind === 'case' && ran.has(line.file)
        ? [[`${line.file} ${line.title}`, line.exchanges.length] as const]
        : [],
    ),
  );
  return {
    files: files.length,
    cases: files.flatMap(({ cases }) => cases).filter(({ status }) => status === 'passed').length,
    calls: [...calls.values()].reduce((sum, each) => sum + each, 0),
  };
}

/**
 * A project in `folder` that does as much as a run of the suite with the libraries alone: Jest runs as many cases in as many files, supertest makes as
 * many calls to a server that answers all the same, Ajv judges each answer by one schema, allure-jest takes them down, jest-html-reporters makes its
 * page, and at the end Allure, where `allure` asks for it. Nothing of ours is in it, and everything is loaded as cheaply as we know how: it is the least
 * that a suite on these libraries takes.
 * @returns the command that runs it.
 */
export function librariesAlone(folder: string, { files, cases, calls }: Load, allure: boolean): Command {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  put('package.json', '{}');
  put('jest.config.json', JSON.stringify(jestConfig));
  put('run.cjs', runner);
  for (let file = 0; file < files; file += 1) {
    const [own, before] = [share(cases, files, file), share(cases, files, file, 0)];
    put(
      `file-${file}.test.js`,
      specOf(own, (row) => share(calls, cases, before + row)),
    );
  }
  return { line: `'${process.execPath}' run.cjs ${allure ? 'allure' : ''}`, cwd: folder };
}

// How many of `all` come to the place `at` of `places`; with `from`, how many come before it.
function share(all: number, places: number, at: number, from?: number): number {
  const upTo = (place: number): number => Math.floor((all * place) / places);
  return from === undefined ? upTo(at + 1) - upTo(at) : upTo(at);
}

const jestConfig = {
  rootDir: '.',
  transform: {},
  maxWorkers: '100%',
  testEnvironment: require.resolve('allure-jest/node'),
  reporters: ['default', [require.resolve('jest-html-reporters'), { openReport: false }]],
};

// A library that is loaded anew for every file takes more.
const specOf = (cases: number, callsOf: (row: number) => number): string => `
const load = process.getBuiltinModule('module').createRequire(${JSON.stringify(join(root, 'package.json'))});
const [request, Ajv] = [load('supertest'), load('ajv')];
const { attachment } = require(${JSON.stringify(require.resolve('allure-js-commons'))});
const isRight = new Ajv().compile({
  type: 'object',
  required: ['errcode'],
  properties: { errcode: { type: 'integer' }, result: { type: 'object' } },
});
${Array.from(
  { length: cases },
  (_, row) => `it('case ${row}', async () => {
  for (let call = 0; call < ${callsOf(row)}; call += 1) {
    const { status, headers, body } = await request(process.env.SERVER).post('/').send({ call });
    expect(isRight(body)).toBe(true);
    await attachment('exchange', JSON.stringify({ status, headers, body }), 'application/json');
  }
});`,
).join('\n')}
`;

const runner = `
const answer = JSON.stringify({ errcode: 0, errmsg: 'ok', result: { id: 'one' }, request_id: 'two' });
const server = require('node:http').createServer((request, response) => {
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer));
});
const run = (...parameters) =>
  new Promise((done) => require('node:child_process').spawn(process.execPath, parameters, { stdio: 'inherit' }).on('exit', done));
server.listen(0, '127.0.0.1', async () => {
  process.env.SERVER = 'http://127.0.0.1:' + server.address().port;
  const jest = await run(${JSON.stringify(join(root, 'node_modules', 'jest', 'bin', 'jest.js'))});
  const allure = process.argv[2] ? await run('-e', ${JSON.stringify(`
import(${JSON.stringify(require.resolve('@allurereport/core'))}).then(async ({ readConfig, AllureReport }) => {
  require('node:fs').writeFileSync('allurerc.json', JSON.stringify({
    output: 'allure', plugins: { awesome: { options: { singleFile: true } }, agent: { enabled: false } },
  }));
  const report = new AllureReport(await readConfig(process.cwd(), 'allurerc.json'));
  await report.start();
  await report.readDirectory('allure-results');
  await report.done();
});`)}) : 0;
  server.closeAllConnections();
  server.close();
  process.exitCode = jest || allure;
});
`;
