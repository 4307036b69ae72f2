import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Language, Text } from '../../config/language';
import { root } from '../../config/root';
import { settings } from '../../config/settings';
import { endpoints } from '../../schemas';
import { neededScopes } from '../../schemas/permission';
import { productOf, products } from '../../schemas/products';

/** A command as its module declares it: how it is started, what it does, and the names of its options. */
interface Declared {
  readonly command: string;
  readonly says: Text;
  readonly options: readonly string[];
}

const rooms: readonly (readonly [folder: string, chapter: Text])[] = [
  ['runner/commands', { en: 'Using the suite', zh: '使用' }],
  ['lab/commands', { en: 'Proving the suite', zh: '检验套件本身' }],
];

const tables = {
  commands: commandTable,
  environment: settingsTable,
  permissions: permissionTable,
} satisfies Record<string, (language: Language) => string>;

/**
 * A guide with these tables in the place of those that it has: of commands, of settings, of permissions by the product that they open.
 * @throws an Error when the guide has no such place, or a command declares its texts in another way than as literals.
 */
export function withTables(
  guide: string,
  language: Language,
  names: readonly (keyof typeof tables)[],
): string {
  return names.reduce((page, name) => replaced(page, name, tables[name](language)), guide);
}

function replaced(page: string, name: string, table: string): string {
  const place = new RegExp(`<!-- ${name}[^>]*-->[^]*<!-- /${name} -->`);
  if (!place.test(page)) throw new Error(`The guide has no place for the table of ${name}.`);
  return page.replace(
    place,
    () => `<!-- ${name}: written by \`npm run docs\`. Do not edit. -->\n\n${table}\n\n<!-- /${name} -->`,
  );
}

function commandTable(language: Language): string {
  const head: Text = { en: '| command | what it does | options |', zh: '| 命令 | 作用 | 选项 |' };
  const rows = rooms.flatMap(([folder, chapter]) => [
    `| **${chapter[language]}** | | |`,
    ...commandsIn(folder).map(({ command, says, options }) => {
      const names = options.map((name) => `\`--${name}\``).join(', ');
      return `| \`${command}\` | ${firstSentence(says[language])} | ${names} |`;
    }),
  ]);
  return [head[language], '| --- | --- | --- |', ...rows].join('\n');
}

function settingsTable(language: Language): string {
  const head: Text = { en: '| variable | what it is | default |', zh: '| 变量 | 含义 | 默认值 |' };
  const rows = settings.flatMap(({ chapter, rows: those }) => [
    `| **${chapter[language]}** | | |`,
    ...those.map(
      ({ names, says, fallback }) =>
        `| ${names.map((name) => `\`${name}\``).join(', ')} | ${says[language]} | ${fallback?.[language] ?? ''} |`,
    ),
  ]);
  return [head[language], '| --- | --- | --- |', ...rows].join('\n');
}

function permissionTable(language: Language): string {
  const head: Text = { en: '| what | permission |', zh: '| 测什么 | 权限 |' };
  const opened: Text = { en: '; the product has to be open to the company', zh: '，企业还要先开通这个产品' };
  const rows = Object.entries(products).flatMap(([product, { name, says }]) => {
    const own = endpoints.filter((endpoint) => productOf(endpoint) === product);
    const scopes = neededScopes(own).map((scope) => `\`${scope}\``);
    const what = language === 'zh' ? says.zh : `${says.en} (${name})`;
    const note = own.some(({ capability }) => capability !== undefined) ? opened[language] : '';
    return scopes.length === 0
      ? []
      : [`| ${what} | ${scopes.join(language === 'zh' ? '、' : ', ')}${note} |`];
  });
  return [head[language], '| --- | --- |', ...rows].join('\n');
}

const firstSentence = (text: string): string => text.split(/\.(?: (?=[A-Z])|$)|。/)[0] ?? text;

// In the order of package.json.
function commandsIn(folder: string): Declared[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  const names = Object.keys(scripts);
  const placeOf = ({ command }: Declared): number => names.indexOf(command.replace(/^npm (run )?/, ''));
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => declaredIn(join(root, folder, file)))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

/** What a module hands to `commandLine`, read from its source: to load it would start the command. */
function declaredIn(file: string): Declared {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const about = argumentOf(source, 'commandLine') ?? missing(file, 'a command line');
  const says = member(about, 'says');
  return {
    command: literal(member(about, 'command'), file),
    says: { en: literal(member(says, 'en'), file), zh: literal(member(says, 'zh'), file) },
    options: membersOf(member(about, 'options')).map((one) => one.name.getText().replace(/^'|'$/g, '')),
  };
}

function argumentOf(node: ts.Node, callee: string): ts.Node | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === callee) return node.arguments[0];
  return ts.forEachChild(node, (child) => argumentOf(child, callee));
}

function membersOf(node: ts.Node | undefined): ts.PropertyAssignment[] {
  return node !== undefined && ts.isObjectLiteralExpression(node)
    ? node.properties.filter(ts.isPropertyAssignment)
    : [];
}

const member = (node: ts.Node | undefined, name: string): ts.Node | undefined =>
  membersOf(node).find((one) => one.name.getText() === name)?.initializer;

const literal = (node: ts.Node | undefined, file: string): string =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : missing(file, 'its texts');

function missing(file: string, what: string): never {
  throw new Error(`${file} does not declare ${what} as a literal.`);
}
