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

/** The stay of a run on somebody's tenant: what killed runs left is removed before it, and what dead processes left after it. */
export class LiveSession {
  /** What was removed before the run, for the terminal; empty when nothing was. */
  readonly text: Text;
  readonly #end: () => Promise<readonly Text[]>;

  private constructor(text: Text, end: () => Promise<readonly Text[]>) {
    this.text = text;
    this.#end = end;
  }

  /** Begins a stay; the calls that it makes are added to `exchanges`. On an embedded tenant, and where nothing may be written, there is nothing to do. */
  static async begin(
    config: Config,
    run: Run,
    redactor: Redactor,
    exchanges: Exchange[],
    pacer: Pacer,
  ): Promise<LiveSession> {
    if (config.target !== 'live' || config.readOnly)
      return new LiveSession(same(''), () => Promise.resolve([]));
    const { reportsDir } = config;
    const clean = async (those: readonly Unfinished[]) => {
      const { client, exchanges: made } = await connect(config, redactor, pacer);
      const cleaned = await cleanUpAll(
        { client, operator: config.tenant.people.operator },
        reportsDir,
        those,
      );
      exchanges.push(...made);
      return cleaned;
    };
    const before = await clean(abandonedRuns(reportsDir, run.id));
    beginJournal(reportsDir, run.id);
    return new LiveSession(joined(before.removed.map(removedText), same('\n')), async () => [
      ...before.left,
      ...(await clean([unfinished(reportsDir, run.id)])).left,
    ]);
  }

  /** Ends it and returns what is still on the tenant and could not be removed, in words. */
  end(): Promise<readonly Text[]> {
    return this.#end();
  }
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
