import { joined, padded, same, told, type Language, type Text, type Told } from '../../config/language';
import { checkNames, type Check } from './check';
import { consoleAt, publishing } from './console';
import type { Diagnosis } from './diagnose';
import { missing, type Permission } from './permissions';

const indent = ' '.repeat(7);

/** Writes a diagnosis for a reader at a terminal: marks in plain ASCII, what to do under what is not well. */
export function diagnosisText(diagnosis: Diagnosis, language: Language): string {
  const { checks, permissions, calls } = diagnosis;
  return [
    ...told(checks, language).flatMap((check) => checkLines(check, language)),
    ...(permissions.some(({ status }) => status !== 'unknown') ? tableLines(permissions, language) : []),
    '',
    callsText(calls)[language],
    verdict(diagnosis)[language],
    '',
  ].join('\n');
}

const marks = { ok: '[ok]  ', problem: '[FIX] ', unknown: '[?]   ' };

function checkLines({ name, status, seen, todo }: Told<Check>, language: Language): string[] {
  const line = `${marks[status]} ${padded(language === 'zh' ? checkNames[name] : name, 14)} ${seen}`;
  const todos = todo?.split('\n').map((each, place) => `${indent}${place === 0 ? '->' : '  '} ${each}`) ?? [];
  return [line, ...todos];
}

/** How many permissions there are of each kind, as the title of what follows. */
export function permissionCounts(permissions: readonly Pick<Permission, 'status'>[]): Text {
  const count = (status: Permission['status']) => permissions.filter((row) => row.status === status).length;
  return {
    en: `Permissions: ${count('granted')} granted, ${count('refused')} refused, ${count('unknown')} unknown`,
    zh: `权限：已开通 ${count('granted')}，未开通 ${count('refused')}，未知 ${count('unknown')}`,
  };
}

const applying: Text = {
  en: `A permission that is missing: apply for it, ${publishing.en}.`,
  zh: `缺少的权限：先申请，${publishing.zh}。`,
};

function tableLines(permissions: readonly Permission[], language: Language): string[] {
  const width = Math.max(...permissions.map(({ endpoint }) => endpoint.length));
  const isAnyMissing = permissions.some(({ status, scopes }) => status === 'refused' && scopes.length > 0);
  const rows = permissions.flatMap((row) => rowLines(row, width, language));
  const after = isAnyMissing ? [indent + applying[language]] : [];
  return ['', permissionCounts(permissions)[language], ...rows, ...after];
}

const words = {
  en: {
    granted: 'granted',
    refused: 'refused',
    unknown: 'unknown',
    code: (code: string) => `code ${code}`,
    flow: (flow: string) => `flow ${flow}`,
    scope: (scopes: readonly string[]) => `scope: ${scopes.join(' or ')}`,
    affects: (specs: readonly string[]) => `affects: ${specs.join(', ')}`,
  },
  zh: {
    granted: '已开通',
    refused: '未开通',
    unknown: '未知',
    code: (code: string) => `错误码 ${code}`,
    flow: (flow: string) => `流程 ${flow}`,
    scope: (scopes: readonly string[]) => `权限点：${scopes.join(' 或 ')}`,
    affects: (specs: readonly string[]) => `影响：${specs.join('、')}`,
  },
};

function rowLines(row: Permission, width: number, language: Language): string[] {
  const { endpoint, status, code, subCode, scopes, note, flows } = row;
  const say = words[language];
  const refusal =
    code === undefined ? '' : `${say.code(code)}${subCode === undefined ? '' : `, sub_code ${subCode}`}`;
  const line = `${markOf(row)} ${endpoint.padEnd(width)}  ${padded(say[status], 7)}  ${refusal}`.trimEnd();
  if (status === 'granted') return [line];
  const specs = [`specs/${endpoint}.spec.ts`, ...flows.map(say.flow)];
  const details = [
    note?.[language],
    say.scope(scopes),
    status === 'refused' ? say.affects(specs) : undefined,
    whereToApply(row, language),
  ];
  return [line, ...details.filter((text) => text !== undefined).map((text) => indent + text)];
}

// Where no link can be made, the menu is named.
function whereToApply({ status, scopes, link }: Permission, language: Language): string | undefined {
  if (status !== 'refused' || scopes.length === 0) return undefined;
  return `-> ${link ?? consoleAt.permissions[language]}`;
}

function markOf({ status, needed }: Permission): string {
  if (status === 'granted') return marks.ok;
  if (status === 'unknown') return marks.unknown;
  return needed ? marks.problem : '[opt] ';
}

const callsText = ({ all, counted }: Diagnosis['calls']): Text => ({
  en: `${all} calls were made, ${counted} of them count against the monthly quota; none could change anything.`,
  zh: `共调用 ${all} 次，其中 ${counted} 次计入每月配额；都不会改动任何数据。`,
});

function verdict({ checks, permissions, exitStatus }: Diagnosis): Text {
  const problems = checks.filter(({ status }) => status === 'problem').length + missing(permissions).length;
  if (exitStatus === 2)
    return {
      en: `A run cannot start: ${problems} thing(s) to fix, marked [FIX].`,
      zh: `无法开始运行：有 ${problems} 处要处理，已标 [FIX]。`,
    };
  if (exitStatus === 1)
    return {
      en: `A run can start, but there are ${problems} thing(s) to fix, marked [FIX].`,
      zh: `可以运行，但有 ${problems} 处要处理，已标 [FIX]。`,
    };
  return nothingToMend(
    [...checks, ...permissions].filter(({ status }) => status === 'unknown').length,
    permissions.filter(({ status }) => status === 'refused').length,
  );
}

function nothingToMend(open: number, optional: number): Text {
  const optionals: Text = {
    en: `${optional} optional permission(s) are missing, marked [opt]`,
    zh: `有 ${optional} 个可选权限没有开通，已标 [opt]`,
  };
  const opens: Text = {
    en: `${open} ${open === 1 ? 'point' : 'points'} could not be told, marked [?]`,
    zh: `有 ${open} 处无法判断，已标 [?]`,
  };
  const said = joined([
    open === 0 && optional === 0
      ? { en: 'All is well', zh: '一切正常' }
      : { en: 'Nothing to mend', zh: '没有要处理的' },
    ...(open === 0 ? [] : [opens]),
    ...(optional === 0 ? [] : [optionals]),
  ]);
  return joined([said, { en: '.', zh: '。' }], same(''));
}
