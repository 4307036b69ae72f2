import { endpoints } from '../../schemas';
import { table } from '../results/markdown';
import type { Outcome } from './reading';
import type { Tried } from './try-sdks';

const words: Readonly<Record<Outcome['word'], string>> = {
  ok: 'reads all',
  loses: 'loses',
  fails: 'fails',
  refused: 'is refused',
  elsewhere: 'calls elsewhere',
  none: '–',
};

/** The page that shows, by SDK and endpoint, what was read. */
export function sdksPage(tried: readonly Tried[], day: string): string {
  return [
    '<!-- Written by `npm run sdks`. Do not edit. -->',
    '',
    '# SDKs on the embedded tenant',
    '',
    `Each SDK was installed at the version below on ${day} and called every endpoint of this suite that it has, once, against an embedded tenant of its own that gives its default answers. What it handed out was compared, value by value, with what the tenant had answered. \`npm run sdks\` does it again.`,
    '',
    '## What to know',
    '',
    table(
      ['SDK', 'version', 'pointed at the tenant by', 'endpoints', 'sends bodies as', 'note'],
      tried.map(row),
    ),
    '',
    '## Endpoint by endpoint',
    '',
    '**reads all**: every value of the answer is in the object that the SDK hands out, dates and numbers as texts or not. **loses**: these members are not. **fails**: the SDK throws on a success. **is refused**: the tenant refuses what it sends. **calls elsewhere**: the call goes to another host than the one that it was told. **–**: it has no such endpoint.',
    '',
    table(
      ['endpoint', ...tried.map(({ sdk }) => sdk.name)],
      endpoints.map(({ id }) => [id, ...tried.map(({ outcomes }) => cell(outcomes[id]))]),
    ),
    '',
  ].join('\n');
}

function row({ sdk, outcomes, contentTypes, notTried }: Tried): string[] {
  const has = Object.values(outcomes).filter(({ word }) => word !== 'none');
  const read = has.filter(({ word }) => word === 'ok').length;
  const result =
    notTried === undefined ? `reads ${read} of the ${has.length} that it has` : `not tried: ${notTried}`;
  return [sdk.name, sdk.version, sdk.host, result, contentTypes.join(', '), noteOn(has, contentTypes)];
}

function noteOn(has: readonly Outcome[], contentTypes: readonly string[]): string {
  const hosts = [...new Set(has.flatMap(({ word, more }) => (word === 'elsewhere' ? [more] : [])))];
  return [
    ...hosts.map(
      (host) => `**Warning:** its calls of topapi go to ${host} whatever it is told, with the access token.`,
    ),
    ...(contentTypes.includes('text/plain')
      ? ['Needs a tenant that reads JSON sent as `text/plain`: the default, not `topapi/plain-text=empty`.']
      : []),
  ].join(' ');
}

const cell = (outcome: Outcome | undefined): string =>
  outcome === undefined ? '' : [words[outcome.word], outcome.more?.slice(0, 160)].filter(Boolean).join(': ');
