import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../config/root';

const banner = '// Generated from the files beside it by `npm run schemas`. Do not edit.\n';

/** The modules that are found by their place, by the file to write: every file in a folder that exports what the folder is for. */
export function registries(): Record<string, string> {
  const routes = exporting('emulator/products', 'routes');
  const faults = exporting('lab/faults', 'faults').filter((name) => name !== 'index');
  return {
    'emulator/routes.ts': [
      `${banner}import type { Route } from './route';\n`,
      ...routes.map((name) => `import { routes as ${camel(name)} } from './products/${name}';\n`),
      '\n/** Every endpoint that the embedded tenant knows how to answer. */\n',
      `export const routes: readonly Route[] = [\n${routes.map((name) => `  ...${camel(name)},\n`).join('')}];\n`,
    ].join(''),
    'lab/faults/lists.ts': [
      banner,
      ...faults.map((name) => `import { faults as ${camel(name)} } from './${name}';\n`),
      '\n/** The faults of the catalogue, by the file that they stand in. */\n',
      `export const lists = {\n${faults.map((name) => `  ${member(name)},\n`).join('')}};\n`,
    ].join(''),
  };
}

function exporting(folder: string, what: string): string[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => readFileSync(join(root, folder, file), 'utf8').includes(`\nexport const ${what}`))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** `report-people` as `reportPeople`. */
export const camel = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const member = (name: string): string => (camel(name) === name ? name : `'${name}': ${camel(name)}`);
