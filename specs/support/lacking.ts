import type { Exchange } from '../../client/exchange';

// What a tenant answers that has not granted the permission, on each gateway, or has not opened the app behind the API.
const lacking = new Set([
  '88/60011',
  '60011',
  'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  'corpNotOpenHrm',
]);

/** Whether a code says that the tenant lacks the permission or the app behind the API, whatever was asked. */
export function isLacking(code: string): boolean {
  return lacking.has(code);
}

/** The endpoint that the last of these calls found closed to the app, and the code of it; undefined where every one was open. */
export function lastLacking(exchanges: readonly Exchange[]): { endpoint: string; code: string } | undefined {
  return exchanges
    .map(({ endpoint, outcome }) => ({ endpoint, code: outcome.replace(/^refused /, '') }))
    .filter(({ code }) => isLacking(code))
    .at(-1);
}

/** Why a case is skipped that needs an endpoint which is closed to the app. */
export const lackingText = (endpoint: string, code: string): string =>
  `the tenant has not opened ${endpoint} to the app: it answers ${code}`;
