import { table } from '../results/markdown';
import type { ToolTried } from './try-tools';

/** The page that shows what common tools make of the OpenAPI description. */
export function toolsPage(tried: readonly ToolTried[], day: string): string {
  return [
    '<!-- Written by `npm run openapi:tools`. Do not edit. -->',
    '',
    '# Tools on the OpenAPI description',
    '',
    `Each tool was installed at the version below on ${day} and run on what \`npm run openapi\` writes. \`npm run openapi:tools\` does it again. For an embedded tenant, or any other server, write the description with \`npm run openapi -- --server URL\`: then no call goes anywhere else.`,
    '',
    table(
      ['tool', 'version', 'what was done', 'result', 'what to know'],
      tried.map(({ tool, result, notTried }) => [
        tool.name,
        tool.version,
        tool.did,
        result ?? `not tried: ${notTried ?? ''}`,
        tool.know,
      ]),
    ),
    '',
  ].join('\n');
}
