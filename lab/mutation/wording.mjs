import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

const refusals = new Set(['badParameter', 'Refusal', 'HttpRefusal', 'Error']);

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral';

/** Leaves alone how a refusal of the tenant is worded: the docs do not say it, and no test of it could know; and how a text is worded in Chinese, for that it is there is a matter of types. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording-of-refusals', {
    shouldIgnore({ node, parent }) {
      const isCall = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
      if (!isText(node) || !isCall || !refusals.has(parent.callee.name)) return undefined;
      return parent.arguments.at(-1) === node ? 'the wording of a refusal' : undefined;
    },
  }),
  declareValuePlugin(PluginKind.Ignore, 'wording-in-chinese', {
    shouldIgnore({ node, parent }) {
      const isChinese = parent?.type === 'ObjectProperty' && parent.key.name === 'zh' && isText(node);
      return isChinese ? 'the wording in Chinese' : undefined;
    },
  }),
];
