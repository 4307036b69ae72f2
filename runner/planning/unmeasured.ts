import type { Text } from '../../config/language';
import { keyOf, plannedCases, type Costs } from './costs';
import { specFiles } from './named';

/**
 * What there is and has no measured cost: spec files, and cases of other files that the last run knows, by `keyOf`.
 * @param ran what was measured of the last run; nothing where there is none.
 */
export function unmeasuredIn(costs: Costs, ran: Costs = {}): string[] {
  const known = new Set(plannedCases(costs, 1).map(keyOf));
  const cases = plannedCases(ran, 1).filter((each) => costs[each.file] && !known.has(keyOf(each)));
  return [...specFiles().filter((file) => costs[file] === undefined), ...cases.map(keyOf)];
}

/** A line that says what a forecast knows nothing of; none where it knows all. */
export function unmeasuredText([first, ...others]: readonly string[]): Text[] {
  if (first === undefined) return [];
  const more = others.length;
  return [
    {
      en: `No cost is known yet of ${first}${more > 0 ? ` and ${more} more` : ''}: this forecast leaves that out. After a full \`npm test\`, run \`npm run plan -- --measure\`.`,
      zh: `${first}${more > 0 ? ` 等 ${more + 1} 项` : ''}还没有调用成本，本预测未计入：完整运行 \`npm test\` 之后，请运行 \`npm run plan -- --measure\`。`,
    },
  ];
}
