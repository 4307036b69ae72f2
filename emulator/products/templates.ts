import { getTemplateByName, listTemplatesByUser } from '../../schemas/index';
import type { GetTemplateByNameResponse, ListTemplatesByUserResponse } from '../../schemas/types';
import { pageAt } from '../page';
import { unknownId, unknownPerson } from '../refusal';
import { present, route } from '../route';
import { existingPerson, type Template, type Tenant } from '../tenant';

/** The endpoints that look up report templates. */
export const routes = [
  route(getTemplateByName, (tenant, { userid, template_name: name }) => {
    const caller = { userid, user_name: existingPerson(tenant, userid).name };
    const template = templatesFor(tenant, userid).find((candidate) => candidate.name === name);
    if (template) return { result: { ...described(tenant, template), ...caller } };
    if (tenant.choice('report/unknown-name') === 'refused') throw unknownId('template_name');
    return { result: { id: '', name, fields: [], ...caller } };
  }),

  route(listTemplatesByUser, (tenant, { userid, offset = 0, size = defaultSize(tenant) }) => {
    const { rows, next } = pageAt(ordered(tenant, visibleTo(tenant, userid)), offset, size);
    return {
      result: present<Listed>({
        template_list: rows.map(({ name, icon, id }) => ({
          name,
          icon_url: `https://landray.dingtalkapps.com/alid/app/report/images/ico-png/${icon}.png`,
          report_code: id,
          url: `https://landray.dingtalkapps.com/alid/app/report/createReport_new.html?skip=0&corpid=${tenant.corpId}&id=${id}`,
        })),
        next_cursor: next,
      }),
    };
  }),
];

const defaultSize = ({ choice }: Tenant): number => Number(choice('report/templates-at-once'));

function visibleTo(tenant: Tenant, userid: string | undefined): Template[] {
  const isStranger = userid !== undefined && !tenant.people.has(userid);
  const ofStranger = tenant.choice('report/templates-of-stranger');
  if (isStranger && ofStranger === 'refused') throw unknownPerson();
  return isStranger && ofStranger === 'empty' ? [] : templatesFor(tenant, userid);
}

function ordered({ choice }: Tenant, templates: readonly Template[]): Template[] {
  const order = choice('report/templates-order');
  if (order === 'name') return [...templates].sort((a, b) => (a.name < b.name ? -1 : 1));
  return order === 'oldest' ? [...templates] : [...templates].reverse();
}

/** The templates that an employee sees, oldest first; all of the company's without one (documented). */
export function templatesFor({ templates }: Tenant, userid: string | undefined): Template[] {
  return templates.filter(
    ({ visibleTo }) => userid === undefined || visibleTo === undefined || visibleTo.has(userid),
  );
}

type Listed = ListTemplatesByUserResponse['result'];
type Described = Omit<GetTemplateByNameResponse['result'], 'userid' | 'user_name'>;

function described(tenant: Tenant, template: Template): Described {
  const groups = [...tenant.groups.values()]
    .filter(({ conversationId }) => template.defaultGroups.includes(conversationId))
    .map(({ conversationId, title }) => ({ conversation_id: conversationId, title }));
  const isShown =
    template.defaultReceivers.length > 0 || tenant.choice('report/no-default-receivers') === 'empty';
  return present<Described>({
    id: template.id,
    name: template.name,
    fields: template.fields.map(({ name, sort, type }) => ({ field_name: name, sort, type })),
    default_receivers: isShown
      ? template.defaultReceivers.map((userid) => ({
          userid,
          user_name: existingPerson(tenant, userid).name,
        }))
      : undefined,
    default_received_convs: groups.length === 0 ? undefined : groups,
  });
}
