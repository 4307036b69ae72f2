import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { root } from '../../config/root';

const home = join(root, 'emulator', 'package');

/**
 * Builds the npm package of the embedded tenant: the folder to publish or to make an image of, with one bundle for each entry and no
 * dependency, and the tarball beside it.
 * @param folder absolute path; what stands there is removed.
 * @returns the absolute path of the tarball.
 */
export async function packEmulator(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const files = ['package.json', 'Dockerfile', 'compose.yaml', '../../LICENSE'];
  for (const file of files) copyFileSync(join(home, file), join(folder, basename(file)));
  copyFileSync(join(home, '..', 'README.md'), join(folder, 'TENANT.md'));
  for (const page of ['README.md', 'README.zh-CN.md'])
    writeFileSync(
      join(folder, page),
      readFileSync(join(home, page), 'utf8').replaceAll('../README.md', 'TENANT.md'),
    );
  const index = await bundle(folder, 'index');
  const cli = await bundle(folder, 'cli', ['./index']);
  writeFileSync(join(folder, 'dist', 'THIRD-PARTY-LICENSES.txt'), licences([...index, ...cli]));
  writeFileSync(join(folder, 'dist', 'index.d.ts'), declarations(join(home, 'index.ts')));
  const parameters = ['pack', '--silent', '--pack-destination', join(folder, '..')];
  const name = execFileSync('npm', parameters, { cwd: folder, encoding: 'utf8' }).trim();
  return join(folder, '..', name);
}

/** Writes one module with all that it needs, but for `external`. @returns the files that are in it, from the project's folder. */
async function bundle(folder: string, name: string, external: string[] = []): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(home, `${name}.ts`)],
    outfile: join(folder, 'dist', `${name}.js`),
    bundle: true,
    external,
    metafile: true,
    minify: true,
    // Names are told in errors.
    keepNames: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    ...(name === 'cli' && { banner: { js: '#!/usr/bin/env node' } }),
  });
  return Object.keys(metafile.inputs);
}

/** The licences of the packages that some of these files belong to. */
function licences(files: readonly string[]): string {
  const packages = files.flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  const texts = [...new Set(packages)].sort().map((folder) => {
    const name = readdirSync(join(root, folder)).find((file) => /^licen[cs]e/i.test(file));
    if (name === undefined) throw new Error(`${folder} has no licence to pass on.`);
    return `${folder.slice('node_modules/'.length)}\n\n${readFileSync(join(root, folder, name), 'utf8')}`;
  });
  return texts.join('\n----\n\n');
}

/** The types of a module whose exports name none of another module. @throws an Error when they do. */
function declarations(file: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  if (diagnostics.length > 0 || outputText.includes("from '.."))
    throw new Error(`The types of ${file} cannot stand alone.`);
  return outputText;
}
