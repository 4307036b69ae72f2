/**
 * `npm run doctor`: examines the tenant that the configuration names and says what to fix and where; it changes nothing there.
 * `-- --live` examines the live tenant whatever DINGTALK_TARGET says, `-- --json` prints the same as data, `-- --brief` asks one endpoint of
 * each permission where that is granted. What it finds of a live tenant holds for the runs of the day.
 */
import { parseArgs } from 'node:util';
import { Redactor } from '../../client/redaction/redact';
import { ConfigError, readConfig, type Config } from '../../config/config';
import { environment } from '../../config/environment';
import { peopleKey, secretsIn } from '../../config/secrets';
import type { Check } from '../doctor/check';
import { diagnose, misconfigured, type Diagnosis } from '../doctor/diagnose';
import { clearCache, cacheCapabilities, cacheLimit } from '../doctor/capability-cache';
import { diagnosisText } from '../doctor/table';
import { tenantProblems } from '../doctor/tenant-checks';
import { connect } from '../session/connect';
import { checkReports } from '../session/reports-folder';
import { cacheKeyOf } from '../session/preflight';

const redactor = new Redactor(secretsIn(environment()), peopleKey(environment()));

const flag = { type: 'boolean', default: false } as const;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: flag, live: flag, brief: flag },
  });
  const diagnosis = await examine(values.live, values.brief);
  const text = values.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : diagnosisText(diagnosis);
  process.stdout.write(redactor.redact(text));
  return diagnosis.exitStatus;
}

async function examine(isLive: boolean, isBrief: boolean): Promise<Diagnosis> {
  let config: Config;
  try {
    config = readConfig({ ...environment(), ...(isLive ? { DINGTALK_TARGET: 'live' } : {}) });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return misconfigured(error.problems);
  }
  if (config.target === 'live') checkReports(config.reportsDir);
  const connection = await connect(config, redactor);
  try {
    const diagnosis = await diagnose(connection, { isBrief, readOnly: config.readOnly });
    keep(config, diagnosis);
    return { ...diagnosis, checks: [configuration(config), ...diagnosis.checks] };
  } finally {
    await connection.close();
  }
}

// A tenant with which no run could start is asked again by the next.
function keep(config: Config, { exitStatus, permissions: endpoints, checks, monthlyLimit }: Diagnosis): void {
  if (config.target !== 'live') return;
  if (monthlyLimit !== undefined) cacheLimit(cacheKeyOf(config), monthlyLimit, new Date().toISOString());
  if (exitStatus === 2) clearCache(cacheKeyOf(config));
  else
    cacheCapabilities(cacheKeyOf(config), {
      askedAt: new Date().toISOString(),
      endpoints,
      problems: tenantProblems(config.tenant, checks),
    });
}

function configuration({ target, profile, edition, maxRate }: Config): Check {
  const [name, status] = ['configuration', 'ok'] as const;
  if (target === 'live')
    return {
      name,
      status,
      seen: `complete, profile ${profile}, edition ${edition}, at most ${maxRate} calls a second to one API`,
    };
  const seen =
    'DINGTALK_TARGET is not live, so this is the embedded tenant (`npm run doctor -- --live` asks the other)';
  return { name, status, seen };
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(redactor.redact(`${error instanceof Error ? error.message : String(error)}\n`));
    process.exitCode = 2;
  },
);
