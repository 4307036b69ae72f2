/** `npm run openapi`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { endpoints } from '../../schemas';
import { commandLine } from '../cli/command-line';
import { word } from '../cli/options';
import { withProgress } from '../cli/progress';
import { start } from '../cli/start';
import { openApiDocument } from '../generate/openapi';

// The two rules that this API cannot meet.
const strict = {
  extends: ['recommended-strict'],
  rules: {
    // The gateway oapi answers refusals with 200.
    'operation-4xx-response': 'off',
    // It does not see that errcode 0 and any other errcode exclude each other.
    'no-illogical-composition-keywords': 'off',
  } as const,
};

/** What a strict linter (Redocly, `recommended-strict`) finds wrong with a description, one line each. */
async function lint(text: string, file: string): Promise<string[]> {
  const { createConfig, lintFromString } = await import('@redocly/openapi-core');
  const config = await createConfig(strict);
  const problems = await lintFromString({ source: text, absoluteRef: file, config });
  return problems.map(
    ({ ruleId, message, location }) => `${location[0]?.pointer ?? ''} ${ruleId}: ${message}`,
  );
}

async function main(): Promise<number> {
  const { args, values, language } = commandLine({
    command: 'npm run openapi',
    says: {
      en: 'Writes an OpenAPI 3.1 description of every endpoint, and lints it.',
      zh: '生成全部接口的 OpenAPI 3.1 描述，并做规范检查。',
    },
    options: {
      server: word('url', {
        en: 'every call goes there, such as to an embedded tenant; else to the two gateways of DingTalk',
        zh: '所有调用都发往该地址，例如内置模拟租户；默认为钉钉的两个网关',
      }),
    },
    argument: {
      name: '[file]',
      says: { en: 'default: reports/openapi.json', zh: '默认 reports/openapi.json' },
    },
    statuses: {
      0: { en: 'written, and the linter finds nothing', zh: '已生成，检查通过' },
      1: { en: 'the linter finds something', zh: '检查发现问题' },
    },
  });
  const [path = 'reports/openapi.json'] = args;
  const file = resolve(path);
  const text = `${JSON.stringify(openApiDocument(values.server), null, 2)}\n`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const linting = () => ({ en: 'linting it', zh: '正在检查' });
  const problems = await withProgress(language, linting, () => lint(text, file));
  const [well, ill] = [
    {
      en: `${endpoints.length} endpoints in ${path}; the linter finds nothing`,
      zh: `${path} 中有 ${endpoints.length} 个接口；规范检查通过`,
    },
    { en: `${path} does not pass the linter:`, zh: `${path} 没有通过规范检查：` },
  ];
  if (problems.length === 0) process.stdout.write(`${well[language]}\n`);
  else process.stderr.write(`${[ill[language], ...problems].join('\n')}\n`);
  return problems.length > 0 ? 1 : 0;
}

start(main);
