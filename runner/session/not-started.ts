import type { Config } from '../../config/config';
import { root } from '../../config/root';
import { readSuiteVersion } from '../../config/suite-version';
import { tenantName } from '../../config/tenant-name';
import type { Environment } from '../../config/variables';
import type { RunInfo } from '../../reporting/records/run';

/**
 * What the reports tell of a run that did not start.
 * @param config undefined where that is the problem.
 * @param usual what holds without it.
 */
export function notStarted(
  env: Environment,
  config: Config | undefined,
  problem: string,
  usual: Pick<RunInfo, 'target' | 'profile'> = { target: 'emulator', profile: 'full' },
): RunInfo {
  const { target, profile } = config ?? usual;
  return {
    ...{ id: 'none', target, profile, strict: config?.strict ?? false, startedAt: Date.now() },
    ...{ rootDir: root, suite: readSuiteVersion(env), notStarted: problem },
    urls: config?.target === 'live' ? config.tenant.urls : { oapi: '', api: '' },
    ...(config === undefined ? {} : { tenant: tenantName(config) }),
  };
}
