/**
 * `npm run sweep`: removes the announcements that earlier runs left on the tenant, which their titles tell by the run's tag, and nothing else.
 * `-- --days 7` how far back, `--older-than-minutes 60` leaves younger ones to the run that may be at work, `--all` takes these too, `--run ID` those of that run,
 * `--dry-run` only lists, `--live` takes the live tenant whatever DINGTALK_TARGET says.
 */
import { parseArgs } from 'node:util';
import { Redactor } from '../../client/redaction/redact';
import { readConfig } from '../../config/config';
import { environment } from '../../config/environment';
import { peopleKey, secretsIn } from '../../config/secrets';
import { connect } from '../session/connect';
import { sweep, type Leftover, type Sweep, type Swept } from '../cleanup/leftovers';

const redactor = new Redactor(secretsIn(environment()), peopleKey(environment()));
const say = (text: string): boolean => process.stdout.write(`${redactor.redact(text)}\n`);

async function main(): Promise<number> {
  const { isLive, ...asked } = readParameters();
  const config = readConfig({ ...environment(), ...(isLive ? { DINGTALK_TARGET: 'live' } : {}) });
  if (config.target !== 'live')
    say('DINGTALK_TARGET is not live: this is a new embedded tenant, where nothing was left.');
  const connection = await connect(config, redactor);
  const { client, tenant, exchanges } = connection;
  const swept = await sweep({ client, operator: tenant.people.operator }, asked).finally(() =>
    connection.close(),
  );
  say(sweptText(swept, asked));
  const counted = exchanges.filter((exchange) => exchange.counted).length;
  say(`${exchanges.length} calls were made, ${counted} of them count against the monthly quota.`);
  say('Reports cannot be deleted through the API: those of earlier runs stay.');
  return swept.trouble.length > 0 ? 1 : 0;
}

function readParameters(): Sweep & { isLive: boolean } {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '7' },
      'older-than-minutes': { type: 'string', default: '60' },
      all: { type: 'boolean', default: false },
      run: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
    },
  });
  return {
    days: within('days', values.days, 1, 180),
    olderThanMinutes: values.all
      ? -Infinity
      : within('older-than-minutes', values['older-than-minutes'], 0, 259_200),
    ...(values.run === undefined ? {} : { run: values.run }),
    dryRun: values['dry-run'],
    isLive: values.live,
  };
}

function within(name: string, given: string, least: number, most: number): number {
  if (/^\d{1,6}$/.test(given) && Number(given) >= least && Number(given) <= most) return Number(given);
  throw new Error(`--${name} is '${given}': it has to be a whole number from ${least} to ${most}.`);
}

function sweptText(
  { looked, removed, young, foreign, trouble }: Swept,
  { days, olderThanMinutes, dryRun }: Sweep,
): string {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [dryRun ? 'would be removed' : 'removed', removed.map(inWords)],
    [`left alone, younger than ${olderThanMinutes} minutes (--all takes them too)`, young.map(inWords)],
    ['left alone, for somebody else sent them', foreign.map(inWords)],
    ['failed', trouble],
  ];
  return [
    `${looked} announcements of the last ${days} day(s) were looked at.`,
    ...lists.flatMap(([what, items]) =>
      items.length === 0 && what !== lists[0]?.[0]
        ? []
        : [`${items.length} ${what}`, ...items.map((item) => `  ${item}`)],
    ),
  ].join('\n');
}

const inWords = ({ id, title, createdAt, sender }: Leftover): string =>
  `${new Date(createdAt).toISOString()}  ${id}  ${title}${sender === undefined ? '' : `  by ${sender}`}`;

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(redactor.redact(`${error instanceof Error ? error.message : String(error)}\n`));
    process.exitCode = 2;
  },
);
