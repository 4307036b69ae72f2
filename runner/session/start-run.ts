import { randomBytes } from 'node:crypto';
import { startBroker } from '../broker/broker';
import type { Exchange } from '../../client/exchange';
import { CredentialsRefused } from '../../client/fetch-token';
import { Meter } from '../broker/meter';
import { Pacer } from '../../client/pacer';
import type { Redactor } from '../../client/redaction/redact';
import type { Config } from '../../config/config';
import { UserError } from '../../config/language';
import type { Run } from '../../config/run';
import { shareOf, type Shard } from '../../config/shard';
import { callsPerStory } from '../planning/story-cost';
import { problemText } from '../doctor/check';
import { consoleAt } from '../doctor/console';
import { foreignAnswer } from '../doctor/foreign-answer';
import { hide, openTenant, tokensOf, type OpenTenant } from './connect';

/** A run that is ready for Jest, and what has to be ended after it. */
export interface StartedRun {
  readonly run: Run;
  readonly redactor: Redactor;
  /** At which the run calls its tenant; whoever calls it before or after the run has to keep to it as well. */
  readonly pacer: Pacer;
  /** The calls that the run made for itself, such as fetching its token. */
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

/**
 * Starts the embedded tenant where the run is not live, fetches the app's token of each gateway once, and starts the broker.
 * @param opened a tenant that runs already, in place of the one that the configuration names.
 * @param shard the part of the run that this is: it has its share of the rate and the budget.
 * @throws an Error with a message for the reader when the tenant gives no token; nothing is left running then.
 */
export async function startRun(
  config: Config,
  redactor: Redactor,
  exchanges: Exchange[],
  opened?: OpenTenant,
  shard: Shard = { index: 1, count: 1 },
): Promise<StartedRun> {
  const pacer = new Pacer(shareOf(config.maxRate, shard, { en: 'calls a second', zh: '次/秒的调用频率' }));
  const { tenant, close } = opened ?? (await openTenant(config));
  hide(tenant, redactor);
  const tokens = tokensOf(config, tenant, redactor, { exchanges, pacer });
  await Promise.all([tokens.current('oapi'), tokens.current('api')]).catch(async (error: unknown) => {
    await close();
    throw explained(error, tenant, exchanges);
  });
  const broker = await startBroker(tokens, pacer, redactor, meterOf(config, shard, exchanges));
  const { target, profile, reportsDir, concurrency, timeoutMs, lagMs, stories } = config;
  const id = randomBytes(3).toString('hex');
  const run = {
    id,
    target,
    profile,
    startedAt: Date.now(),
    reportsDir,
    concurrency,
    timeoutMs,
    lagMs,
    stories: { seed: parseInt(id, 16), ...stories, most: callsPerStory },
    tenant,
    broker: broker.url,
    ...(config.readOnly ? { readOnly: true as const } : {}),
  };
  return {
    run,
    pacer,
    redactor,
    exchanges,
    close: () => Promise.all([broker.close(), close()]).then(() => undefined),
  };
}

// What was remembered of a tenant says nothing of the network of today.
function explained(error: unknown, tenant: OpenTenant['tenant'], exchanges: readonly Exchange[]): unknown {
  const stranger = foreignAnswer(tenant, exchanges);
  if (stranger !== undefined) return new UserError(problemText(stranger));
  if (!(error instanceof CredentialsRefused)) return error;
  return new UserError({
    en: error.message,
    zh: `凭证被拒绝：${error.refusals.replaceAll(/(\S+) by ([^\s,]+)/g, '$2 返回 $1')}。请核对 DINGTALK_APP_KEY 和 DINGTALK_APP_SECRET（${consoleAt.credentials.zh}）；低代码平台创建的应用和一些老应用还需要 DINGTALK_CORP_ID。详情请运行 \`npm run doctor -- --live\`。`,
  });
}

function meterOf({ budget }: Config, shard: Shard, exchanges: readonly Exchange[]): Meter {
  const used = exchanges.filter(({ counted }) => counted).length;
  return new Meter(shareOf(budget, shard, { en: 'counted calls', zh: '次计入配额的调用' }), used);
}
