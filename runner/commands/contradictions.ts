/** `npm run docs` writes `docs/contradictions.md` from the endpoint files; `--check` only says whether it is fresh. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../schemas';
import type { Contradiction, Endpoint } from '../../schemas/endpoint';
import { gatewayFacts } from '../../schemas/gateways';
import { root } from '../../config/root';

const file = join(root, 'docs', 'contradictions.md');

const preface = `<!-- Generated from the endpoint files by \`npm run docs\`. Do not edit. -->

# Contradictions

Where the sources of a fact do not agree: what each of them says, what the suite accepts, and how a run on a live tenant would settle
it. An entry belongs to \`contradictions\` of the endpoint file (of \`schemas/gateway-facts.json\` for both gateways as a whole); once
it is settled, the fact goes into the schema or the rules of that file and the entry goes.
`;

/** The whole page, Markdown. */
export function contradictionsPage(): string {
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

function main(): void {
  const page = contradictionsPage();
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === page;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, page);
    process.stdout.write(
      isFresh ? 'docs/contradictions.md is up to date\n' : 'wrote docs/contradictions.md\n',
    );
  } else if (!isFresh) {
    process.stderr.write(
      'docs/contradictions.md no longer matches the endpoint files. Run `npm run docs` and commit it.\n',
    );
    process.exitCode = 1;
  }
}

if (require.main === module) main();
