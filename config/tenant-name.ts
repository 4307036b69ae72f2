import { createHash } from 'node:crypto';
import type { Config } from './config';
import type { LiveTenant } from './live-tenant';

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

/** A digest of all settings that the answers of a tenant depend on but the secrets: with another template, person or URL it may answer otherwise. */
export function settingsDigest({
  urls,
  app,
  people,
  deptId,
  templateName,
  unprivilegedApp,
}: LiveTenant): string {
  const settings = [
    [urls.oapi, urls.api, app.key, app.corpId, unprivilegedApp?.key],
    [people.operator, people.user, deptId, templateName],
  ];
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}
