import { UserError } from '../config/language';
import type { Redactor } from '../client/redaction/redact';
import { finish } from './finish';
import type { Summary } from './summary';
import { unfinishedIn } from './unfinished';

/**
 * Makes all reports of a run that was killed from what it has left; cases that were under way, or never began, are told as such.
 * @throws UserError where the folder holds no such run.
 */
export async function finishKilled(reportsDir: string, secrets: Redactor): Promise<Summary> {
  const found = unfinishedIn(reportsDir);
  if (!found)
    throw new UserError({
      en: `${reportsDir} holds no run that began and did not end.`,
      zh: `${reportsDir} 里没有开始了却没结束的运行。`,
    });
  const run = { ...found.run, stopped: 'it was killed, and finished afterwards by `npm run report:finish`' };
  return finish({ reportsDir, run, exit: { code: null, signal: 'SIGKILL' }, secrets });
}
