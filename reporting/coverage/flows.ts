import type { Exchange } from '../../client/exchange';

/** A chain of operations that the docs describe; a step that two generations of an API offer names both. */
interface Flow {
  readonly id: string;
  readonly steps: readonly (readonly string[])[];
}

const chain = (name: string, ...steps: readonly string[]): Flow => ({
  id: `flow: ${name}`,
  steps: steps.map((step) => step.split(' or ')),
});

const read = 'blackboard/get or blackboard/get-blackboard';

/** The chains of the tutorials, each of which one case has to walk from its first step to its last. */
export const flows: readonly Flow[] = [
  chain('an announcement is created and found', 'blackboard/create', 'blackboard/listids', read),
  chain(
    'an announcement is created, changed and deleted',
    'blackboard/create',
    'blackboard/update',
    read,
    'blackboard/listids',
    'blackboard/delete',
    'blackboard/listids',
  ),
  chain(
    'an announcement stands among the newest of its receiver',
    'blackboard/create',
    'blackboard/listtopten',
  ),
  chain('an announcement is put into a category', 'blackboard/category-list', 'blackboard/create', read),
  chain('a template is found and written with', 'report/template-getbyname', 'report/create', 'report/list'),
  chain(
    'a template of the list is found by its name',
    'report/template-listbyuserid',
    'report/template-getbyname',
  ),
  chain(
    'a report is created and reaches its receivers',
    'report/create',
    'report/list',
    'report/receiver-list',
    'report/comment-list',
  ),
  chain('the statistics of a report', 'report/create', 'report/statistics-listbytype'),
  chain('a report in both lists', 'report/create', 'report/list', 'report/simplelist'),
];

/** The ids of the flows that the calls of one case walk: each step a success, in this order, others in between. */
export function flowsIn(exchanges: readonly Exchange[]): string[] {
  const walked = exchanges.filter(({ outcome }) => outcome === 'ok').map(({ endpoint }) => endpoint);
  return flows.filter(({ steps }) => isWalked(steps, walked)).map(({ id }) => id);
}

function isWalked(steps: Flow['steps'], walked: readonly string[]): boolean {
  let step = 0;
  for (const endpoint of walked) if (steps[step]?.includes(endpoint)) step += 1;
  return step === steps.length;
}
