import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bin, npm, printed, steps, type Bench, type Tool } from './tool';

const strict = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext'] as const;

/** Tools that read the description and write TypeScript, or find fault with it. */
export const readers: readonly Tool[] = [
  {
    name: 'openapi-typescript',
    version: '7.13.0',
    did: 'wrote types, compiled them with `tsc --strict`',
    know: 'Types alone. A success and a refusal of oapi are a union: narrow it by `errcode`.',
    install: npm('openapi-typescript@7.13.0', 'typescript@5.9.3'),
    tryOn: async (bench) => {
      await steps(bench, [bin('openapi-typescript'), bench.document, '-o', 'types.d.ts']);
      await steps(bench, [bin('tsc'), ...strict, '--skipLibCheck', 'false', 'types.d.ts']);
      return 'types compile';
    },
  },
  {
    name: 'orval',
    version: '8.38.0',
    did: 'wrote a client of `fetch`, compiled it with `tsc --strict`',
    know: 'Set `output.baseUrl`, and all calls go there, those of v1.0 too; without it every URL is relative.',
    install: npm('orval@8.38.0', 'typescript@5.9.3'),
    tryOn: tryOrval,
  },
  {
    name: 'Spectral',
    version: '6.16.3',
    did: 'linted with `spectral:oas`',
    know: '`npm run openapi` lints with Redocly already, and stricter.',
    install: npm('@stoplight/spectral-cli@6.16.3'),
    tryOn: async (bench) => {
      writeFileSync(join(bench.folder, '.spectral.json'), '{ "extends": ["spectral:oas"] }');
      const out = await printed(bench, [bin('spectral'), 'lint', bench.document, '-r', '.spectral.json']);
      return out.trim().split('\n').at(-1) ?? '';
    },
  },
];

async function tryOrval(bench: Bench): Promise<string> {
  const output = { target: 'client.ts', client: 'fetch', baseUrl: bench.url };
  const config = { dingtalk: { input: bench.document, output } };
  writeFileSync(join(bench.folder, 'orval.config.cjs'), `module.exports = ${JSON.stringify(config)}`);
  await steps(bench, [bin('orval'), '--config', 'orval.config.cjs']);
  const lib = ['--moduleResolution', 'bundler', '--lib', 'es2022,dom,dom.iterable'] as const;
  await steps(bench, [bin('tsc'), ...strict, ...lib, 'client.ts']);
  return 'client compiles';
}
