import type { Check } from './check';
import { consoleAt, publishing } from './console';
import type { Diagnosis } from './diagnose';
import { missing, type Permission } from './permissions';

const indent = ' '.repeat(7);

/** Writes a diagnosis for a reader at a terminal: marks in plain ASCII, what to do under what is not well. */
export function diagnosisText({ checks, permissions, calls, exitStatus }: Diagnosis): string {
  return [
    ...checks.flatMap(checkLines),
    ...(permissions.some(({ status }) => status !== 'unknown') ? tableLines(permissions) : []),
    '',
    `${calls.all} calls were made, ${calls.counted} of them count against the monthly quota; none could change anything.`,
    verdict(checks, permissions, exitStatus),
    '',
  ].join('\n');
}

const marks = { ok: '[ok]  ', problem: '[FIX] ', unknown: '[?]   ' };

function checkLines({ name, status, seen, todo }: Check): string[] {
  const line = `${marks[status]} ${name.padEnd(14)} ${seen}`;
  return todo === undefined ? [line] : [line, `${indent}-> ${todo}`];
}

function tableLines(permissions: readonly Permission[]): string[] {
  const count = (status: Permission['status']) => permissions.filter((row) => row.status === status).length;
  const title = `Permissions: ${count('granted')} granted, ${count('refused')} refused, ${count('unknown')} unknown`;
  const width = Math.max(...permissions.map(({ endpoint }) => endpoint.length));
  const isAnyMissing = permissions.some(({ status, scopes }) => status === 'refused' && scopes.length > 0);
  const after = isAnyMissing ? [`${indent}A permission that is missing: apply for it, ${publishing}.`] : [];
  return ['', title, ...permissions.flatMap((row) => rowLines(row, width)), ...after];
}

function rowLines(row: Permission, width: number): string[] {
  const { endpoint, status, code, subCode, scopes, note, flows } = row;
  const refusal =
    code === undefined ? '' : `code ${code}${subCode === undefined ? '' : `, sub_code ${subCode}`}`;
  const line = `${markOf(row)} ${endpoint.padEnd(width)}  ${status.padEnd(7)}  ${refusal}`.trimEnd();
  if (status === 'granted') return [line];
  const specs = [`specs/${endpoint}.spec.ts`, ...flows.map((flow) => `flow ${flow}`)];
  const details = [
    note,
    `scope: ${scopes.join(' or ')}`,
    status === 'refused' ? `affects: ${specs.join(', ')}` : undefined,
    whereToApply(row),
  ];
  return [line, ...details.filter((text) => text !== undefined).map((text) => indent + text)];
}

// Where no link can be made, the menu is named.
function whereToApply({ status, scopes, link }: Permission): string | undefined {
  if (status !== 'refused' || scopes.length === 0) return undefined;
  return `-> ${link ?? consoleAt.permissions}`;
}

function markOf({ status, needed }: Permission): string {
  if (status === 'granted') return marks.ok;
  if (status === 'unknown') return marks.unknown;
  return needed ? marks.problem : '[opt] ';
}

function verdict(checks: readonly Check[], permissions: readonly Permission[], exitStatus: number): string {
  const problems = checks.filter(({ status }) => status === 'problem').length + missing(permissions).length;
  if (exitStatus === 2) return `A run cannot start: ${problems} thing(s) to fix, marked [FIX].`;
  if (exitStatus === 1) return `A run can start, but there are ${problems} thing(s) to fix, marked [FIX].`;
  const optional = permissions.filter(({ status }) => status === 'refused').length;
  return optional === 0
    ? 'All is well.'
    : `All is well, ${optional} optional permission(s) are missing, marked [opt].`;
}
