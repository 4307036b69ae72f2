import type { Exchange } from '../../client/exchange';
import type { Pacer } from '../../client/pacer';
import type { Redactor } from '../../client/redaction/redact';
import type { Config } from '../../config/config';
import { joined, same, type Text } from '../../config/language';
import type { Run } from '../../config/run';
import { connect } from './connect';
import { abandonedRuns, beginJournal, cleanUpAfter, unfinished, type Unfinished } from '../cleanup/journals';
import type { Sweeper } from '../cleanup/leftovers';

// Announcements that are looked at before a run and after it; `npm run sweep` looks at the rest.
const atMost = 40;

/** The stay of a run on somebody's tenant. */
export interface LiveSession {
  /** What was removed before the run, for the terminal; empty when nothing was. */
  readonly text: Text;
  /** Ends it and returns what is still on the tenant and could not be removed, in words. */
  readonly end: () => Promise<readonly Text[]>;
}

/**
 * Begins a stay: what killed runs left is removed before it, and what dead processes left after it. The calls that it makes are added to
 * `exchanges`. On an embedded tenant, and where nothing may be written, there is nothing to do.
 */
export async function beginSession(
  config: Config,
  run: Run,
  redactor: Redactor,
  exchanges: Exchange[],
  pacer: Pacer,
): Promise<LiveSession> {
  if (config.target !== 'live' || config.readOnly) return { text: same(''), end: () => Promise.resolve([]) };
  const { reportsDir, tenant } = config;
  const clean = async (those: readonly Unfinished[]) => {
    const { client, exchanges: made } = await connect(config, redactor, pacer);
    const cleaned = await cleanUpAll({ client, operator: tenant.people.operator }, reportsDir, those);
    exchanges.push(...made);
    return cleaned;
  };
  const before = await clean(abandonedRuns(reportsDir, run.id));
  beginJournal(reportsDir, run.id);
  return {
    text: joined(before.removed.map(removedText), same('\n')),
    end: async () => [...before.left, ...(await clean([unfinished(reportsDir, run.id)])).left],
  };
}

const removedText = (title: string): Text => ({
  en: `Removed, for a run before left it: ${title}`,
  zh: `已删除之前的运行遗留的公告：${title}`,
});

async function cleanUpAll(by: Sweeper, reportsDir: string, runs: readonly Unfinished[]) {
  const [removed, left]: [string[], Text[]] = [[], []];
  for (const each of runs) {
    const cleaned = await cleanUpAfter(by, reportsDir, each, atMost);
    removed.push(...cleaned.removed);
    left.push(...cleaned.left);
  }
  return { removed, left };
}
