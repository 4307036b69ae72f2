import { endpoints } from '../../schemas';
import type { Contradiction, Endpoint } from '../../schemas/endpoint';
import { gatewayFacts } from '../../schemas/gateways';

const preface = `<!-- Generated from the endpoint files by \`npm run docs\`. Do not edit. -->

# Contradictions

Where the sources of a fact do not agree: what each of them says, what the suite accepts, and how a run on a live tenant would settle
it. An entry belongs to \`contradictions\` of the endpoint file (of \`schemas/gateway-facts.json\` for both gateways as a whole); once
it is settled, the fact goes into the schema or the rules of that file and the entry goes.
`;

/** docs/contradictions.md: where the sources of a fact do not agree. */
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
