import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Capabilities } from '../../config/capabilities';
import type { Text } from '../../config/language';

const placeholder = '{app key}';

/** A tenant as it is remembered: its name (`tenantName`, which holds no key), the app's key, which is not written down, and what it was asked with. */
export interface CacheKey {
  readonly reportsDir: string;
  readonly tenant: string;
  readonly appKey: string;
  /** `settingsDigest` of the tenant: an answer to other settings is none. */
  readonly settings: string;
}

type Place = Pick<CacheKey, 'reportsDir' | 'tenant'>;

const fileOf = ({ reportsDir, tenant }: Place): string =>
  join(reportsDir, 'history', `capabilities-${tenant}.json`);

const dayOf = (iso: string): string => iso.slice(0, 10);

/** What was found of a tenant with these settings on the day (UTC) of `now`; undefined where nothing was. */
export function cachedCapabilities(of: CacheKey, now: string): Capabilities<Text> | undefined {
  try {
    const text = readFileSync(fileOf(of), 'utf8').replaceAll(placeholder, of.appKey);
    const { settings, ...read } = JSON.parse(text) as Capabilities<Text> & Pick<CacheKey, 'settings'>;
    return dayOf(read.askedAt) === dayOf(now) && settings === of.settings ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was found of a tenant; what is not known is asked again. */
export function cacheCapabilities(of: CacheKey, found: Capabilities<Text>): void {
  const endpoints = found.endpoints.filter(({ status }) => status !== 'unknown');
  const kept = { settings: of.settings, ...found, endpoints };
  mkdirSync(dirname(fileOf(of)), { recursive: true });
  writeFileSync(fileOf(of), `${JSON.stringify(kept, null, 1).replaceAll(of.appKey, placeholder)}\n`);
}

const limitFileOf = ({ reportsDir, tenant }: Place): string =>
  join(reportsDir, 'history', `quota-${tenant}.json`);

/** Keeps the counted calls of a month that a tenant was found to have, from its own refusal. */
export function cacheLimit(of: CacheKey, limit: number, now: string): void {
  mkdirSync(dirname(limitFileOf(of)), { recursive: true });
  writeFileSync(limitFileOf(of), `${JSON.stringify({ limit, month: now.slice(0, 7) })}\n`);
}

/** The counted calls of a month that a tenant was found to have in the month (UTC) of `now`; undefined where it was not. */
export function cachedLimit(of: Place, now: string): number | undefined {
  try {
    const read = JSON.parse(readFileSync(limitFileOf(of), 'utf8')) as { limit: number; month: string };
    return read.month === now.slice(0, 7) ? read.limit : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets a tenant: the next run asks anew. */
export function clearCache(of: CacheKey): void {
  rmSync(fileOf(of), { force: true });
}
