import type { Client } from '../client/client';
import type { Exchange } from '../client/exchange';
import type { LiveTenant } from '../config/live-tenant';
import { getAccessToken, getToken } from '../schemas';
import { bareAppCheck } from './bare-app';
import type { Check, Evidence } from './check';
import { gatewayChecks } from './gateway-checks';
import { missing, permissionsOf, type Permission } from './permissions';
import { notAsked, probe, probeAll, type Probe, type Questions } from './probe';
import { tenantChecks } from './tenant-checks';

/** What the doctor found, and what a program that called it is told: 0 nothing to mend, 1 something, 2 a run could not start. */
export interface Diagnosis {
  readonly exitStatus: 0 | 1 | 2;
  readonly checks: readonly Check[];
  readonly permissions: readonly Permission[];
  /** Calls that were made, and how many of them the monthly quota counts. */
  readonly calls: { readonly all: number; readonly counted: number };
}

/** A tenant and a client that may speak to it. */
interface Patient {
  readonly client: Client;
  readonly tenant: LiveTenant;
  readonly exchanges: readonly Exchange[];
}

/** Examines a tenant by one harmless call to every endpoint in question; nothing is changed there. */
export async function diagnose(
  { client, tenant, exchanges }: Patient,
  questions: Questions = {},
): Promise<Diagnosis> {
  const { key, secret } = tenant.app;
  const current = await probe(client, getAccessToken, { appKey: key, appSecret: secret });
  const archived = await probe(client, getToken, { appkey: key, appsecret: secret });
  const token = tokenIn(current) ?? tokenIn(archived);
  const others =
    token === undefined
      ? notAsked('there is no token', questions)
      : await probeAll(client, tenant, token, questions);
  const evidence: Evidence = { tenant, probes: [current, archived, ...others], exchanges };
  // A run that asks about its own endpoints finds it out by the cases about permissions.
  const bareApp = questions.endpoints === undefined ? await bareAppCheck(client, tenant) : [];
  const checks = [...gatewayChecks(evidence), ...tenantChecks(evidence), ...bareApp];
  const permissions = permissionsOf(evidence.probes, key);
  const calls = { all: exchanges.length, counted: exchanges.filter(({ counted }) => counted).length };
  return { exitStatus: statusOf(checks, permissions), checks, permissions, calls };
}

// Both gateways take either token (documented), so a run needs one of the two.
function tokenIn(asked: Probe): string | undefined {
  const { accessToken, access_token: archived } = (asked.outcome === 'answered' ? asked.body : {}) as {
    accessToken?: string;
    access_token?: string;
  };
  return accessToken ?? archived;
}

/** The diagnosis of a configuration with which nothing can be asked. */
export function misconfigured(problems: readonly string[]): Diagnosis {
  const checks = problems.map((seen) => ({ name: 'configuration', status: 'problem', seen }) as const);
  return { exitStatus: 2, checks, permissions: [], calls: { all: 0, counted: 0 } };
}

function statusOf(checks: readonly Check[], permissions: readonly Permission[]): Diagnosis['exitStatus'] {
  // Whatever the reason, a run that is granted nothing could only skip.
  if (!permissions.some(({ status }) => status === 'granted')) return 2;
  return checks.some(({ status }) => status === 'problem') || missing(permissions).length > 0 ? 1 : 0;
}
