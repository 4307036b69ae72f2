import { createHash } from 'node:crypto';
import type { Config } from './config';

/**
 * A name that stays with a tenant from run to run and tells no secret: the embedded one is `emulator`, a live one has the host of its
 * gateway and a digest of the app's key.
 */
export function tenantName(config: Config): string {
  if (config.target === 'emulator') return 'emulator';
  const { urls, app } = config.tenant;
  const digest = createHash('sha256').update(app.key).digest('hex').slice(0, 8);
  return `${new URL(urls.oapi).host}-${digest}`;
}
