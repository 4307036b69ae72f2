/** `npm run new:endpoint`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../config/root';
import { UserError, type Text } from '../../config/language';
import { commandLine } from '../cli/command-line';
import { word } from '../cli/options';
import { start } from '../cli/start';
import { foundText } from '../generate/found-text';
import { skeletonOf, unwritten, type Skeleton } from '../generate/new-endpoint';

const { values, args, language } = commandLine({
  command: 'npm run new:endpoint',
  says: {
    en: 'Writes the first version of the files of an endpoint. Files that are there are left alone.',
    zh: '生成一个接口所需各文件的初稿；已存在的文件不会改动。',
  },
  argument: {
    name: '<request...>',
    says: { en: 'its method, GET or POST, and its path', zh: '请求方法（GET 或 POST）和路径' },
  },
  options: {
    id: word('product/name', { en: 'another id than its path gives', zh: '指定 id，代替由路径得出的 id' }),
    operation: word('verbNoun', { en: 'another name in code', zh: '指定代码中的名称' }),
    request: word('file', {
      en: 'the JSON that the page prints as a request',
      zh: '文档页面上的请求示例（JSON 文件）',
    }),
    answer: word('file', {
      en: 'the JSON that the page prints as an answer',
      zh: '文档页面上的返回示例（JSON 文件）',
    }),
    recording: word('KEY', {
      en: 'the answer is no sample of the page but a recording; its key in schemas/citations.json',
      zh: '返回不是文档示例而是抓取的记录；写它在 schemas/citations.json 中的键',
    }),
  },
  examples: [
    ['POST /topapi/report/create', { en: 'its files', zh: '生成它的文件' }],
    [
      'GET /checkin/record --request asked.json --answer got.json',
      { en: 'with the fields of the samples', zh: '包含示例中的字段' },
    ],
  ],
  statuses: {
    0: { en: 'written', zh: '已生成' },
    2: { en: 'nothing was written', zh: '未写任何文件' },
  },
});

const wrote: Text = { en: 'wrote', zh: '已写入' };
const next: Text = {
  en: `Now put what the page says in the place of each ${unwritten}, and take out of "required" what it calls optional, and add its limits; then: npm run schemas && npm run docs, npm test and npm run prove of the spec: docs/guides/case.md. A full npm test and npm run plan -- --measure tell the nights what they cost.`,
  zh: `接下来：把每处 ${unwritten} 换成文档页面上的内容，并从 required 中去掉非必填的字段，补上各项限制，然后运行 npm run schemas && npm run docs，再用 npm test 和 npm run prove 运行它的 spec，见 docs/guides/zh-CN/case.md。最后完整运行 npm test 和 npm run plan -- --measure，把调用成本计入夜间计划。`,
};

const unnamed = (product: string): Text => ({
  en: `'${product}' is a new product: give it a row in schemas/products.ts.`,
  zh: `'${product}' 是新的产品：请在 schemas/products.ts 里加一行。`,
});

const whatNext = ({ newProduct }: Skeleton): string =>
  [...(newProduct === undefined ? [] : [unnamed(newProduct)]), next].map((text) => text[language]).join('\n');

// A sample as the page prints it, and as people copy it.
function sampleIn(file: string | undefined): object | undefined {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object;
  } catch (error) {
    const { message } = error as Error;
    throw new UserError({
      en: `${file} is no JSON file: ${message}.`,
      zh: `${file} 不是 JSON 文件：${message}。`,
    });
  }
}

start(async () => {
  const [method, path] = args;
  if ((method !== 'GET' && method !== 'POST') || !path?.startsWith('/'))
    throw new UserError({
      en: 'It takes GET or POST and a path, as in `npm run new:endpoint -- POST /topapi/report/create`.',
      zh: '请给出 GET 或 POST，以及路径，例如 `npm run new:endpoint -- POST /topapi/report/create`。',
    });
  const { id, operation } = values;
  const [request, answer] = [values.request, values.answer].map(sampleIn);
  const { recording } = values;
  const skeleton = skeletonOf({ method, path, id, operation, request, answer, recording });
  const files = Object.entries(skeleton.files);
  const there = files.filter(([file]) => existsSync(join(root, file))).map(([file]) => file);
  if (there.length > 0)
    throw new UserError({
      en: `There is already ${there.join(', ')}. Nothing was written.`,
      zh: `${there.join('、')} 已存在，没有写任何文件。`,
    });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    const filepath = join(root, file);
    writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
    process.stdout.write(`${wrote[language]} ${file}\n`);
  }
  if (answer) process.stdout.write(`${foundText(skeleton, language)}\n`);
  process.stdout.write(`${whatNext(skeleton)}\n`);
});
