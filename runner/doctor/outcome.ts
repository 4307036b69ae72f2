import { noAnswerReasons } from '../../client/no-answer';
import { same, type Text } from '../../config/language';

const known = new Map(Object.values(noAnswerReasons).map(({ en, zh }) => [en, zh]));

// What follows is named by the system, or by the contract, and stays as it is.
const forms: readonly (readonly [RegExp, string])[] = [
  [/^no answer within (\d+) ms$/, '已等待 $1 毫秒'],
  [/^the answer began, but was not whole within (\d+) ms$/, '响应已开始，但 $1 毫秒内没有传完'],
  [/^the answer could not be read to its end \((.*)\)$/s, '响应没有读完（$1）'],
  [/^the answer is not HTTP \((.*)\)$/s, '响应不是 HTTP（$1）'],
];

/** How a call ended (`outcome` of an exchange), for the user. */
export function outcomeText(outcome: string): Text {
  const [, kind, rest = ''] = /^(no answer|broken|refused):? (.*)$/s.exec(outcome) ?? [];
  if (kind === 'no answer') return { en: outcome, zh: `没有响应，${reasonText(rest)}` };
  if (kind === 'broken') return { en: outcome, zh: `响应不符合文档：${rest}` };
  return kind === 'refused' ? { en: outcome, zh: `被拒绝 ${rest}` } : same(outcome);
}

function reasonText(reason: string): string {
  const [form, inChinese] = forms.find(([pattern]) => pattern.test(reason)) ?? [];
  if (form !== undefined && inChinese !== undefined) return reason.replace(form, inChinese);
  return known.get(reason) ?? reason;
}
