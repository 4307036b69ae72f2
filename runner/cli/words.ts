import type { Text } from '../../config/language';

/** What every command says alike. */
export const words = {
  help: { en: 'says what the command does, and ends', zh: '显示本说明' },
  examples: { en: 'Examples:', zh: '示例：' },
  statuses: { en: 'Exit statuses:', zh: '退出码：' },
  'Usage:': { en: 'Usage:', zh: '用法：' },
  'Options:': { en: 'Options:', zh: '选项：' },
  'Arguments:': { en: 'Arguments:', zh: '参数：' },
  fallback: { en: 'default', zh: '默认' },
  badUse: { en: 'the command was called wrongly', zh: '命令的用法有误' },
  json: { en: 'prints the result as JSON', zh: '以 JSON 输出结果' },
} as const satisfies Record<string, Text>;

/** What was wrong with a command line, by the codes of commander; `what` is the option or argument that it names. */
export const wrongs: Readonly<Record<string, (what: string) => Text>> = {
  'commander.unknownOption': (what) => ({ en: `there is no option ${what}`, zh: `没有 ${what} 这个选项` }),
  'commander.optionMissingArgument': (what) => ({ en: `${what} needs a value`, zh: `${what} 缺少值` }),
  'commander.missingArgument': (what) => ({ en: `${what} is missing`, zh: `缺少 ${what}` }),
  'commander.invalidArgument': (what) => ({
    en: `${what} is not one of its choices`,
    zh: `${what} 不在可选范围内`,
  }),
  'commander.excessArguments': () => ({ en: 'there are too many arguments', zh: '参数过多' }),
};

/** What the user may have meant instead. */
export const suggestion = (what: string): Text => ({
  en: ` (did you mean ${what}?)`,
  zh: `（是否想用 ${what}？）`,
});

/** That an option has a wrong value, and what the value has to be. */
export const misuse = {
  en: (name: string, given: string, says: string) => `${name} is '${given}': it ${says}`,
  zh: (name: string, given: string, says: string) => `${name} 的值是 '${given}'，${says}`,
};
