import type { Client } from '../../client/client';
import type { Exchange } from '../../client/exchange';
import type { Text } from '../../config/language';
import type { LiveTenant } from '../../config/live-tenant';
import { bareAppCheck } from './unprivileged-app';
import { wrong, type Check, type Evidence } from './check';
import { foreignAnswer } from './foreign-answer';
import { gatewayChecks } from './gateway-checks';
import { ordinaryUserCheck } from './ordinary-user';
import { missing, permissionsOf, type Permission } from './permissions';
import { isGranted, notAsked, probeAll, type Probe, type Questions } from './probe';
import { learntLimit } from './quota-check';
import { startCheck } from './start-check';
import { tenantChecks } from './tenant-checks';
import { TokenDesk } from './token-desk';

/** What the doctor found, and what a program that called it is told: 0 nothing to mend, 1 something, 2 a run could not start. */
export interface Diagnosis {
  readonly exitStatus: 0 | 1 | 2;
  readonly checks: readonly Check[];
  readonly permissions: readonly Permission[];
  /** The counted calls of a month that the tenant said it has, where it said so. */
  readonly monthlyLimit?: number;
  /** Calls that were made, and how many of them the monthly quota counts. */
  readonly calls: { readonly all: number; readonly counted: number };
  /** Something else than a gateway answered: nothing is known of the tenant. */
  readonly isForeign?: true;
}

/** A tenant and a client that may speak to it. */
interface Examined {
  readonly client: Client;
  readonly tenant: LiveTenant;
  readonly exchanges: readonly Exchange[];
}

/** Examines a tenant by one harmless call to every endpoint in question; nothing is changed there. */
export async function diagnose(
  { client, tenant, exchanges }: Examined,
  questions: Questions = {},
): Promise<Diagnosis> {
  const foreign = (): Check | undefined => foreignAnswer(tenant, exchanges);
  const desk = await TokenDesk.open(client, tenant.app, () => foreign() !== undefined);
  const stranger = foreign();
  if (stranger)
    return { exitStatus: 2, checks: [stranger], permissions: [], calls: callsIn(exchanges), isForeign: true };
  const others = desk.isEmpty
    ? notAsked({ en: 'there is no token', zh: '没有 token' }, questions)
    : await probeAll(desk, tenant, questions);
  // A run that asks about its own endpoints finds it out by the cases about permissions.
  // Where tokens are refused as soon as they are given, its token would be as well, and cost as much.
  const isAsked = questions.endpoints === undefined && desk.troubles.every(({ takesOther }) => takesOther);
  const people = isAsked ? await ordinaryUserCheck(desk, tenant, others) : [];
  const unprivilegedApp = isAsked ? await bareAppCheck(client, tenant) : [];
  const probes = [...desk.probes, ...others];
  const evidence: Evidence = { tenant, probes, exchanges, tokenTroubles: desk.troubles };
  return conclusion(evidence, [...people, ...unprivilegedApp], !desk.isEmpty && mayStart(others));
}

function conclusion(evidence: Evidence, others: readonly Check[], canStart: boolean): Diagnosis {
  const { tenant, probes, exchanges } = evidence;
  const found = [...gatewayChecks(evidence), ...tenantChecks(evidence), ...others];
  const permissions = permissionsOf(probes, tenant.app.key);
  const checks = canStart ? found : [...found, ...startCheck(evidence, found, permissions)];
  const monthlyLimit = learntLimit(evidence);
  return {
    exitStatus: canStart ? statusOf(checks, permissions) : 2,
    checks,
    permissions,
    calls: callsIn(exchanges),
    ...(monthlyLimit === undefined ? {} : { monthlyLimit }),
  };
}

const callsIn = (exchanges: readonly Exchange[]): Diagnosis['calls'] => ({
  all: exchanges.length,
  counted: exchanges.filter(({ counted }) => counted).length,
});

// Whatever the reason, a run that is granted nothing could only skip; where nothing had to be asked, the run will see.
const mayStart = (asked: readonly Probe[]): boolean =>
  asked.some((each) => isGranted(each)) ||
  asked.every((each) => each.outcome === 'not asked' && each.isLeftToRun === true);

/** The diagnosis of a configuration with which nothing can be asked. */
export function misconfigured(problems: readonly Text[]): Diagnosis {
  const todo: Text = {
    en: 'set it in .env or in the environment; .env.example explains every variable',
    zh: '在 .env 或环境变量中设置；各变量的说明见 docs/guides/zh-CN/commands.md',
  };
  const checks = problems.map((seen) => wrong('configuration', seen, todo));
  return { exitStatus: 2, checks, permissions: [], calls: { all: 0, counted: 0 } };
}

const statusOf = (checks: readonly Check[], permissions: readonly Permission[]): 0 | 1 =>
  checks.some(({ status }) => status === 'problem') || missing(permissions).length > 0 ? 1 : 0;
