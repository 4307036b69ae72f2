import { getTemplateByName, listCategories, listTemplatesByUser, listTopTen } from '../../schemas';
import type { GetTemplateByNameResponse, ListTemplatesByUserResponse } from '../../schemas/types';
import type { TenantProblem } from '../../config/capabilities';
import type { LiveTenant } from '../../config/live-tenant';
import { probeOf, refusalText, refusedAs, type Check, type Evidence } from './check';
import { meaningOf } from './codes';
import { consoleAt, publishing } from './console';

const textField = 1;
const userids = 'admin console > contacts > the person > employee UserID';

/** Whether the people, the department and the template that the configuration names are as a run needs them. */
export function tenantChecks(evidence: Evidence): Check[] {
  return [
    operator(evidence),
    user(evidence),
    department(evidence),
    template(evidence),
    ...contactScope(evidence),
  ];
}

/** What is wrong with the people and the template of a tenant, among the findings of a doctor. */
export function tenantProblems(
  { people, templateName }: LiveTenant,
  checks: readonly Check[],
): TenantProblem[] {
  const subjects = new Map(Object.entries({ ...people, template: templateName }));
  return checks.flatMap(({ name, status, seen, todo = '' }) => {
    const subject = status === 'problem' ? subjects.get(name) : undefined;
    return subject === undefined ? [] : [{ subject, text: `${name}: ${seen}; ${todo}` }];
  });
}

// Only administrators may list the categories (documented).
function operator(evidence: Evidence): Check {
  const { operator: person } = evidence.tenant.people;
  const todo = `let the main administrator of announcements (公告) add this person, or set DINGTALK_OPERATOR_USERID to one: ${userids}${unopened(evidence)}`;
  return judged(evidence, listCategories.id, 'operator', {
    well: () => `${person} is an announcement administrator`,
    ill: (refusal) => ({
      seen: `${person} is not taken for an announcement administrator: ${refusal}`,
      todo,
    }),
  });
}

// Documented of accessDenied: neither administrator nor sender, another company, or the app is not opened.
function unopened({ probes }: Evidence): string {
  const isDenied = probes.some((each) => each.outcome === 'refused' && each.code === 'accessDenied');
  return isDenied
    ? `; accessDenied may also mean that announcements (公告) are not opened to the company: ${consoleAt.products}`
    : '';
}

/** Whether the app may see the people and departments that it asks about; nothing where no call said otherwise. */
function contactScope(evidence: Evidence): Check[] {
  const refused = refusedAs(evidence, 'scope');
  const [first] = refused;
  if (first === undefined) return [];
  const { operator: one, user: other } = evidence.tenant.people;
  const isDisabled = refused.some(({ code }) => code.endsWith('50003'));
  const todo = [
    `widen the app's contact scope to ${one}, ${other} and their departments, whatever permissions it has: ${consoleAt.contactScope}`,
    publishing,
    ...(isDisabled
      ? [
          `the catalogue also calls 50003 an app that is disabled (应用已停用): enable it, ${consoleAt.versions}`,
        ]
      : []),
  ].join('; ');
  const ids = refused.map(({ endpoint }) => endpoint.id).join(', ');
  return [{ name: 'contact scope', status: 'problem', seen: `${refusalText(first)} (${ids})`, todo }];
}

function user(evidence: Evidence): Check {
  const { user: person } = evidence.tenant.people;
  const todo = `set DINGTALK_USERID to an employee: ${userids}`;
  return judged(evidence, listTopTen.id, 'user', {
    well: () => `${person} is an employee`,
    ill: (refusal) => ({ seen: `${person} is not taken for an employee: ${refusal}`, todo }),
  });
}

function department({ tenant: { deptId } }: Evidence): Check {
  const name = 'department';
  if (deptId === undefined)
    return { name, status: 'ok', seen: 'none is set: cases that address a department are skipped' };
  const seen = `${deptId}: no read among the endpoints of this suite tells whether it exists`;
  return { name, status: 'unknown', seen, todo: 'look it up: admin console > contacts > the department' };
}

function template(evidence: Evidence): Check {
  const { templateName: wanted, people } = evidence.tenant;
  const asked = probeOf(evidence, getTemplateByName.id);
  if (asked.outcome === 'answered') return fieldsOf(wanted, (asked.body as GetTemplateByNameResponse).result);
  return judged(evidence, getTemplateByName.id, 'template', {
    well: () => wanted,
    ill: (refusal) => ({
      seen: `no template '${wanted}' that ${people.user} may use: ${refusal}`,
      todo: `set DINGTALK_TEMPLATE_NAME to a template that this person sees${visible(evidence)}`,
    }),
  });
}

function fieldsOf(wanted: string, { fields }: GetTemplateByNameResponse['result']): Check {
  const others = fields
    .filter(({ type }) => type !== textField)
    .map(({ field_name: name, type }) => `${name} (type ${type})`);
  if (fields.length > 0 && others.length === 0)
    return { name: 'template', status: 'ok', seen: `'${wanted}' has ${fields.length} fields, all text` };
  const seen =
    fields.length === 0
      ? `'${wanted}' has no fields`
      : `'${wanted}' has fields that are not text: ${others.join(', ')}`;
  const todo =
    'reports can be made by API on text fields (type 1) only: set DINGTALK_TEMPLATE_NAME to another template';
  return { name: 'template', status: 'problem', seen, todo };
}

function visible(evidence: Evidence): string {
  const asked = probeOf(evidence, listTemplatesByUser.id);
  if (asked.outcome !== 'answered') return '';
  const names = (asked.body as ListTemplatesByUserResponse).result.template_list.map(({ name }) => name);
  const shown = [...new Set(names)].slice(0, 10).join(', ');
  return names.length === 0 ? ', who sees none yet' : `, such as: ${shown}`;
}

interface Wording {
  readonly well: () => string;
  readonly ill: (refusal: string) => { seen: string; todo: string };
}

/** A check by one endpoint: well when it answers, ill when the service refuses, unknown when it was not the service that refused. */
function judged(evidence: Evidence, id: string, name: string, { well, ill }: Wording): Check {
  const asked = probeOf(evidence, id);
  if (asked.outcome === 'answered') return { name, status: 'ok', seen: well() };
  if (asked.outcome !== 'refused') return { name, status: 'unknown', seen: `${id}: ${asked.reason}` };
  if (meaningOf(asked.endpoint, asked.code) === 'service')
    return { name, status: 'problem', ...ill(refusalText(asked)) };
  const why = meaningOf(asked.endpoint, asked.code) === 'scope' ? ', see the contact scope' : '';
  return { name, status: 'unknown', seen: `${id} cannot be asked: ${asked.code}${why}` };
}
