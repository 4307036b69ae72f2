import { getTemplateByName, listTemplatesByUser } from '../schemas/index';
import type { GetTemplateByNameResponse, ListTemplatesByUserResponse } from '../schemas/types';
import { pageAt } from './page';
import { badParameter } from './refusal';
import { present, route } from './route';
import { existingPerson, type Template, type Tenant } from './tenant';

/** The endpoints that look up report templates. */
export const templateRoutes = [
  route(getTemplateByName, (tenant, { userid, template_name: name }) => {
    const caller = existingPerson(tenant, userid);
    const template = templatesFor(tenant, userid).find((candidate) => candidate.name === name);
    // Assumed: a name that nobody has, and a template that the employee does not see, are refused alike.
    if (!template) throw badParameter('template_name');
    return { result: { ...described(tenant, template), userid, user_name: caller.name } };
  }),

  route(listTemplatesByUser, (tenant, { userid, offset = 0, size = 100 }) => {
    if (userid !== undefined) existingPerson(tenant, userid);
    const { rows, next } = pageAt(templatesFor(tenant, userid), offset, size);
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
  return present<Described>({
    id: template.id,
    name: template.name,
    fields: template.fields.map(({ name, sort, type }) => ({ field_name: name, sort, type })),
    // Assumed: [] when there is nobody, while the docs say that the groups are left out.
    default_receivers: template.defaultReceivers.map((userid) => ({
      userid,
      user_name: existingPerson(tenant, userid).name,
    })),
    default_received_convs: groups.length === 0 ? undefined : groups,
  });
}
