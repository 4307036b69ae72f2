/** `npm run docs`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withAssumedAnswers } from '../../emulator/choices/list';
import { endpoints } from '../../schemas';
import type { Contradiction, Endpoint } from '../../schemas/endpoint';
import { gatewayFacts } from '../../schemas/gateways';
import { root } from '../../config/root';
import { commandLine } from '../cli/command-line';
import { flag } from '../cli/options';
import { start } from '../cli/start';

const { values } = commandLine({
  command: 'npm run docs',
  says: {
    en: 'Writes docs/contradictions.md from the endpoint files, and the list of the choices into emulator/README.md.',
    zh: '由接口文件生成 docs/contradictions.md，并把可选答案的列表写入 emulator/README.md。',
  },
  options: {
    check: flag({
      en: 'writes nothing, and says whether both are fresh',
      zh: '不写文件，只检查两者是否为最新',
    }),
  },
  statuses: {
    0: { en: 'both are fresh', zh: '两者均为最新' },
    1: { en: 'with --check: one of them is stale', zh: '使用 --check 时：有文件已过期' },
  },
});

const preface = `<!-- Generated from the endpoint files by \`npm run docs\`. Do not edit. -->

# Contradictions

Where the sources of a fact do not agree: what each of them says, what the suite accepts, and how a run on a live tenant would settle
it. An entry belongs to \`contradictions\` of the endpoint file (of \`schemas/gateway-facts.json\` for both gateways as a whole); once
it is settled, the fact goes into the schema or the rules of that file and the entry goes.
`;

/** The whole page, Markdown. */
function contradictionsPage(): string {
  const contested = endpoints.filter(({ contradictions }) => contradictions.length > 0);
  const count = contested.reduce((sum, { contradictions }) => sum + contradictions.length, 0);
  return [
    preface,
    `${count + gatewayFacts.contradictions.length} in all: ${gatewayFacts.contradictions.length} of the gateways, ${count} of ${contested.length} endpoints.\n`,
    ['## The gateways\n', ...gatewayFacts.contradictions.map(entry)].join('\n'),
    ...contested.map(chapter),
  ].join('\n');
}

function chapter({ id, title, method, path, docs, contradictions }: Endpoint): string {
  const archived = docs.status === 'archived' ? ', archived' : '';
  const page = `[documentation](${docs.url}) of ${docs.updated}${archived}`;
  return [`## ${id}\n`, `${title.zh}, \`${method} ${path}\`, ${page}\n`, ...contradictions.map(entry)].join(
    '\n',
  );
}

function entry({ field, says, accept, settle }: Contradiction): string {
  return [
    `### ${escaped(field)}\n`,
    ...says.map(({ who, what }) => `- ${escaped(who)}: ${escaped(what)}`),
    '',
    `**Accepted:** ${escaped(accept)}  `,
    `**To settle it:** ${escaped(settle)}\n`,
  ].join('\n');
}

// What Markdown would take for itself.
const escaped = (text: string): string => text.replace(/[\\`*<>|[\]#]|(?<!\w)_|_(?!\w)/g, '\\$&');

const pages: Readonly<Record<string, (old: string) => string>> = {
  'docs/contradictions.md': contradictionsPage,
  'emulator/README.md': withAssumedAnswers,
};

function main(): number {
  const stale = Object.entries(pages).filter(([name, fresh]) => {
    const file = join(root, name);
    const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const page = fresh(old);
    if (!values.check) writeFileSync(file, page);
    return page !== old;
  });
  const names = stale.map(([name]) => name).join(' and ');
  if (!values.check) process.stdout.write(names === '' ? 'nothing to write\n' : `wrote ${names}\n`);
  else if (names !== '')
    process.stderr.write(`${names} is stale. Run \`npm run docs\` and commit the result.\n`);
  return values.check && names !== '' ? 1 : 0;
}

start(main);
