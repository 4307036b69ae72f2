import type { Exchange } from '../../client/exchange';
import type { Config } from '../../config/config';
import { tenantName } from '../../config/tenant-name';
import { addCalls } from '../../reporting/verdicts';

/** Has the next run know of counted calls of the month that no run has made: those of the doctor, or of a sweep. */
export function keepCalls(config: Config, exchanges: readonly Exchange[]): void {
  const [first] = exchanges;
  const counted = exchanges.filter((exchange) => exchange.counted).length;
  if (config.target !== 'live' || first === undefined || counted === 0) return;
  const startedAt = new Date(first.startedAt).toISOString();
  addCalls(config.reportsDir, { tenant: tenantName(config), startedAt, counted });
}
