/** `npm run emulator`. */
import { errorText, UserError, type Text } from '../../config/language';
import { readPort } from '../../config/port';
import { readChosen } from '../../emulator/choices';
import type { Emulator } from '../../emulator/server';
import { settingsOf } from '../../emulator/settings';
import { startInVariants, variants, variantsNamed, type Variant } from '../../emulator/variants';
import { commandLine } from '../cli/command-line';
import { flag, oneOf, words } from '../cli/options';
import { settingsText } from '../cli/settings-text';
import { start } from '../cli/start';

const { values, language } = commandLine({
  command: 'npm run emulator',
  says: {
    en: 'Serves the embedded tenant on its own until Ctrl-C, and prints how to point the suite at it from another shell.',
    zh: '单独启动内置模拟租户，按 Ctrl-C 结束；并输出在另一个终端中指向它所需的设置。',
  },
  options: {
    format: oneOf(['bash', 'powershell', 'env'], process.platform === 'win32' ? 'powershell' : 'bash', {
      en: 'how the settings are written; env is a block for .env',
      zh: '设置的写法；env 为可粘贴到 .env 的内容',
    }),
    variant: words('name', {
      en: 'makes it this variant; any number of times',
      zh: '采用指定变体，可多次使用',
    }),
    variants: flag({ en: 'lists the variants, and ends', zh: '列出全部变体后结束' }),
    choice: words('id=answer', {
      en: 'has it answer so what the sources leave open (see emulator/README.md); any number of times',
      zh: '对文档未说明之处采用指定答案（见 emulator/README.md），可多次使用',
    }),
  },
  examples: [
    ['', { en: 'on port 7001, or that of PORT', zh: '端口为 7001，或由 PORT 指定' }],
    ['--format env', { en: 'a block for .env', zh: '输出 .env 内容' }],
    ['--variant slow', { en: 'a slow tenant', zh: '响应缓慢的租户' }],
  ],
  statuses: {
    0: { en: 'it was stopped', zh: '已停止' },
    2: { en: 'it did not start', zh: '未能启动' },
  },
});

const listening = (url: string): Text => ({
  en: `The embedded tenant listens on ${url} (both gateways). To run the suite on it, ${values.format === 'env' ? 'put this into .env' : 'say this in another shell'}, then \`npm run test:live\`:`,
  zh: `内置模拟租户已启动：${url}（两个网关共用）。要在它上面运行套件，请${values.format === 'env' ? '把下面的内容写入 .env' : '在另一个终端执行下面几行'}，再运行 \`npm run test:live\`：`,
});

const ending: Text = {
  en: 'The secrets are made up at every start. Stop with Ctrl+C.',
  zh: '密钥每次启动都会重新生成。按 Ctrl+C 停止。',
};

const portInUse: Text = {
  en: 'the port is in use; use PORT=7002, or another one that is free.',
  zh: '端口已被占用；可用 PORT=7002 换端口。',
};

function introduction(emulator: Emulator, chosen: readonly Variant[]): string {
  return [
    listening(emulator.url)[language],
    '',
    // Without the target: what is pasted may stay when the tenant is another, and `npm test` must not mean a live one by that.
    ...settingsText(settingsOf(emulator), values.format),
    '',
    ...chosen.map(({ id, what }) => `${language === 'zh' ? '变体' : 'Variant'} ${id}: ${what}`),
    ending[language],
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  if (values.variants) {
    process.stdout.write(variants.map(({ id, what }) => `${id.padEnd(20)} ${what}\n`).join(''));
    return;
  }
  const chosen = variantsNamed(values.variant);
  const choices = readChosen(values.choice);
  const emulator = await startInVariants(chosen, { port: readPort(), choices });
  process.stdout.write(introduction(emulator, chosen));
  const stop = () => void emulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start(() =>
  main().catch((error: unknown) => {
    const { en, zh } = (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portInUse : errorText(error);
    throw new UserError({
      en: `The embedded tenant did not start: ${en}`,
      zh: `内置模拟租户未能启动：${zh}`,
    });
  }),
);
