import { getTemplateByName } from '../../../schemas';
import type { Template } from '../../../fixtures/report/report';
import { covers } from '../coverage';
import type { Fetched } from './templates';
import { unordered } from '../unordered';
import { api, operator, skip, user } from '../tenant';

/**
 * Expects each listed template to have the same default receivers and groups whether the user or the operator looks at it, and the
 * run's people among the receivers to bear their own names. Skips the case where no template that both see has any.
 */
export async function expectSameDefaults(fetched: readonly Fetched[]): Promise<void> {
  const pairs = await Promise.all(
    fetched.map(async ({ listed: { name }, result }) => [result, await seen(name, operator)] as const),
  );
  const shared = pairs.flatMap(([mine, theirs]) => (theirs ? [{ mine, theirs }] : []));
  const defaults = shared.filter(({ mine, theirs }) => hasDefaults(mine) || hasDefaults(theirs));
  if (defaults.length === 0) skip('no template that both people see has default receivers or groups');
  expect(defaults.map(({ theirs }) => defaultsOf(theirs))).toEqual(
    defaults.map(({ mine }) => defaultsOf(mine)),
  );
  for (const { mine, theirs } of defaults) expectOwnNames(mine, theirs);
  covers(...defaults.flatMap(({ mine }) => coveredBy(mine)));
}

async function seen(name: string, userid: string): Promise<Template | undefined> {
  const reply = await api.send(getTemplateByName, { userid, template_name: name });
  return reply.refused ? undefined : reply.body.result;
}

const receiversOf = ({
  default_receivers: receivers = [],
}: Template): { userid: string; user_name: string }[] =>
  receivers.map(({ userid = '', user_name = '' }) => ({ userid, user_name }));
const groupsOf = ({
  default_received_convs: groups = [],
}: Template): { conversation_id: string; title: string }[] =>
  groups.map(({ conversation_id = '', title = '' }) => ({ conversation_id, title }));
const hasDefaults = (template: Template): boolean =>
  receiversOf(template).length + groupsOf(template).length > 0;

const defaultsOf = (template: Template): unknown =>
  unordered({ name: template.name, receivers: receiversOf(template), groups: groupsOf(template) });

// A template tells the name of whoever looks at it.
function expectOwnNames(template: Template, asOperator: Template): void {
  const names = new Map([
    [user, template.user_name],
    [operator, asOperator.user_name],
  ]);
  const ours = receiversOf(template).filter(({ userid }) => names.has(userid));
  const known = ours.map((one) => names.get(one.userid) ?? one.user_name);
  expect({ template: template.name, names: ours.map(({ user_name: name }) => name) }).toEqual({
    template: template.name,
    names: known,
  });
}

function coveredBy(template: Template): string[] {
  const result = 'report/template-getbyname#result';
  return [
    ...(receiversOf(template).length > 0
      ? [`${result}.default_receivers[].userid`, `${result}.default_receivers[].user_name`]
      : []),
    ...(groupsOf(template).length > 0
      ? [`${result}.default_received_convs[].conversation_id`, `${result}.default_received_convs[].title`]
      : []),
  ];
}
