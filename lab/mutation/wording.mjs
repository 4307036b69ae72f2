import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

const refusals = new Set(['badParameter', 'Refusal', 'HttpRefusal', 'Error']);

/** Leaves alone how a refusal of the tenant is worded: the docs do not say it, and no test of it could know. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording-of-refusals', {
    shouldIgnore({ node, parent }) {
      const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
      const isCall = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
      if (!isText || !isCall || !refusals.has(parent.callee.name)) return undefined;
      return parent.arguments.at(-1) === node ? 'the wording of a refusal' : undefined;
    },
  }),
];
