/** `npm run new:endpoint`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../config/root';
import { UserError, type Text } from '../../config/language';
import { commandLine } from '../cli/command-line';
import { word } from '../cli/options';
import { start } from '../cli/start';
import { skeletonOf, unwritten } from '../generate/new-endpoint';

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
  },
  examples: [['POST /topapi/report/create', { en: 'its files', zh: '生成它的文件' }]],
  statuses: {
    0: { en: 'written', zh: '已生成' },
    2: { en: 'nothing was written', zh: '未写任何文件' },
  },
});

const wrote: Text = { en: 'wrote', zh: '已写入' };
const next: Text = {
  en: `Now put what the page says in the place of each ${unwritten}, then: npm run schemas, npm test -- specs, npm run plan -- --measure, npm run check.`,
  zh: `接下来：把每处 ${unwritten} 换成文档页面上的内容，然后依次运行 npm run schemas、npm test -- specs、npm run plan -- --measure、npm run check。`,
};

start(() => {
  const [method, path] = args;
  if ((method !== 'GET' && method !== 'POST') || !path?.startsWith('/'))
    throw new UserError({
      en: 'It takes GET or POST and a path, as in `npm run new:endpoint -- POST /topapi/report/create`.',
      zh: '请给出 GET 或 POST，以及路径，例如 `npm run new:endpoint -- POST /topapi/report/create`。',
    });
  const files = Object.entries(skeletonOf({ method, path, ...values }));
  const there = files.filter(([file]) => existsSync(join(root, file))).map(([file]) => file);
  if (there.length > 0)
    throw new UserError({
      en: `There is already ${there.join(', ')}. Nothing was written.`,
      zh: `${there.join('、')} 已存在，没有写任何文件。`,
    });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    process.stdout.write(`${wrote[language]} ${file}\n`);
  }
  process.stdout.write(`${next[language]}\n`);
});
