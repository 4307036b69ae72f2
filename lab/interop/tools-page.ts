import { table } from '../results/markdown';
import type { Tool } from './tools/tool';
import type { ToolTried } from './try-tools';

/** The page that shows what common tools make of the OpenAPI description; results by the name of the tool. */
export function toolsPage(tools: readonly Tool[], results: Readonly<Record<string, ToolTried>>): string {
  return [
    '<!-- Written by `npm run openapi:tools`. Do not edit. -->',
    '',
    '# Tools on the OpenAPI description',
    '',
    'Each tool was installed at the version below and run on what `npm run openapi` writes; `npm run openapi:tools` does it again. For an embedded tenant, or any other server, write the description with `npm run openapi -- --server URL`: then no call goes anywhere else.',
    '',
    table(
      ['tool', 'version', 'tried on', 'what was done', 'result', 'what to know'],
      tools.map((tool) => row(tool, results[tool.name])),
    ),
    '',
  ].join('\n');
}

const never = { day: '', notTried: 'not yet' };

function row({ name, version, did, know }: Tool, tried: Partial<ToolTried> = never): string[] {
  const { day = '', result = `not tried: ${String(tried.notTried)}` } = tried;
  return [name, tried.version ?? version, day, did, result, know];
}
