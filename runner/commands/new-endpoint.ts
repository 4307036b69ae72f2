/** `npm run new:endpoint`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../config/root';
import { commandLine } from '../cli/command-line';
import { word } from '../cli/options';
import { start } from '../cli/start';
import { skeletonOf, unwritten } from '../generate/new-endpoint';

const { values, args } = commandLine({
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

start(() => {
  const [method, path] = args;
  if ((method !== 'GET' && method !== 'POST') || !path?.startsWith('/'))
    throw new Error(
      'It takes GET or POST and a path, as in `npm run new:endpoint -- POST /topapi/report/create`.',
    );
  const files = Object.entries(skeletonOf({ method, path, ...values }));
  const there = files.filter(([file]) => existsSync(join(root, file))).map(([file]) => file);
  if (there.length > 0) throw new Error(`There is already ${there.join(', ')}. Nothing was written.`);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    process.stdout.write(`wrote ${file}\n`);
  }
  process.stdout.write(
    `Now put what the page says in the place of each ${unwritten}, then: npm run schemas, npm test -- specs, npm run plan -- --measure, npm run check.\n`,
  );
});
