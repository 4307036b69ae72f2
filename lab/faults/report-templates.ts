import type { Call, Layer } from '../../emulator/call';
import { faultsOf, inferred, lists, schema, state, validation, type Fault } from './fault';
import { asked, field, memory, parameter, type Fields } from './layers';

interface Page {
  readonly template_list: Fields[];
  readonly next_cursor?: number;
}

const sorts = '#result.fields[].sort';
const exactName = 'a template is looked up by its exact name';
const firstCallers = memory(() => new Map<unknown, Fields>());

/** Changes the page of templates. */
const listed = (change: (page: Page) => object): Layer => field('result', change);

/** Changes the template that is shown. */
const shown = (change: (template: Fields, call: Call) => Fields): Layer =>
  field<Fields>('result', (template, _, call) => change(template, call));

/** Finds a template where the name that is asked for only resembles its own. */
const byName = (matches: (asked: string, name: string) => boolean): Layer =>
  parameter('template_name', (given, _, { tenant: { templates } }) => {
    if (typeof given !== 'string' || given === '' || templates.some(({ name }) => name === given))
      return given;
    return templates.find(({ name }) => matches(given, name))?.name ?? given;
  });

/** Wrong ways of listing templates and of looking one up. */
export const faults: readonly Fault[] = [
  ...faultsOf('report/template-listbyuserid', [
    lists('ends after the first page', ['R2', 'R8'], {
      breaks: 'next_cursor leads on to the next page',
      layer: listed(({ template_list }) => ({ template_list })),
    }),
    lists('never ends', ['R2'], {
      breaks: 'next_cursor is missing at the end',
      layer: listed((page) => ({ next_cursor: 1000, ...page })),
    }),
    schema('adds has_more', ['R2'], {
      ...inferred('there is no has_more'),
      layer: listed((page) => ({ ...page, has_more: page.next_cursor !== undefined })),
    }),
    lists('ignores the size', ['?size'], {
      breaks: 'a page holds no more than was asked for',
      layer: parameter('size', () => 100),
    }),
    lists('ignores the offset', ['R8', '?offset'], {
      breaks: 'the next page begins where the last one ended',
      layer: parameter('offset', () => undefined),
    }),
    schema('template_id in place of report_code', ['#result.template_list[].report_code'], {
      breaks: 'the code of a template is called report_code',
      layer: field<Fields>('result.template_list[]', ({ report_code: template_id, ...template }) => ({
        ...template,
        template_id,
      })),
    }),
    state('swaps the codes of two templates', ['R4', 'report/template-getbyname/R8'], {
      breaks: 'report_code is the id of the template',
      layer: field<Fields[]>('result.template_list', (all) => {
        const codes = all.map(({ report_code }) => report_code).reverse();
        return all.map((one, place) => ({ ...one, report_code: codes[place] }));
      }),
    }),
    state('codes in upper case', ['R5'], {
      breaks: 'codes are lowercase hex characters',
      layer: field('result.template_list[].report_code', (code: string) => code.toUpperCase()),
    }),
    lists('shows to a user what only others see', ['?userid'], {
      breaks: 'every template that a user sees can be fetched by its name',
      layer: parameter('userid', () => undefined),
    }),
    lists('shows only public templates where no user is named', ['R6'], {
      breaks: 'without userid it lists the templates of everybody',
      layer: asked((values) => ({ userid: 'user123', ...values })),
    }),
  ]),
  ...faultsOf('report/template-getbyname', [
    validation('finds a template by the beginning of its name', ['R2', '?template_name'], {
      breaks: exactName,
      layer: parameter('template_name', (given, _, { tenant: { templates } }) => {
        const found = templates.find(
          ({ name }) => typeof given === 'string' && given && name.startsWith(given),
        );
        return found?.name ?? given;
      }),
    }),
    validation('finds a template by any part of its name', ['R2'], {
      breaks: exactName,
      layer: byName((given, name) => name.includes(given)),
    }),
    validation('finds a template whose name begins what is asked for', ['R2'], {
      breaks: exactName,
      layer: byName((given, name) => given.startsWith(name)),
    }),
    validation('reads a form body as Latin-1', ['G13'], {
      breaks: 'topapi accepts a form body, in which a name is written in UTF-8',
      layer: (_, call, next) => {
        if (call.body.kind !== 'form') return next(call);
        const read = Object.entries(call.body.values).map(([name, value]) => [name, latin(String(value))]);
        return next({ ...call, body: { kind: 'form', values: Object.fromEntries(read) as Fields } });
      },
    }),
    state('another id', ['R8', '#result.id'], {
      breaks: 'the id is the report_code of the list of templates',
      layer: field('result.id', () => 'e'.repeat(32)),
    }),
    state('its id in upper case', ['R5'], {
      breaks: 'a template id is 32 lowercase hex characters',
      layer: field('result.id', (id: string) => id.toUpperCase()),
    }),
    state('names another caller', ['R7', '#result.userid'], {
      breaks: 'userid is the caller',
      layer: field('result.userid', (_, __, { tenant }) => tenant.mainAdmin),
    }),
    state('names whoever asked for the template first', ['R7'], {
      breaks: 'userid and user_name of the result are the calling employee',
      layer: shown((template, call) => {
        const { id, userid, user_name } = template;
        const first = firstCallers(call).get(id) ?? { userid, user_name };
        firstCallers(call).set(id, first);
        return { ...template, ...first };
      }),
    }),
    state("the name of the administrator in place of the caller's", ['#result.user_name'], {
      ...inferred('user_name is the name of the caller'),
      layer: field('result.user_name', (_, __, { tenant }) => tenant.people.get(tenant.mainAdmin)?.name),
    }),
    state('the caller is a default receiver', ['#result.default_receivers'], {
      breaks: 'default receivers are those of the template',
      layer: field('result.default_receivers', (_, { userid, user_name }) => [{ userid, user_name }]),
    }),
    state('userids in place of the names of default receivers', ['#result.default_receivers[].user_name'], {
      breaks: 'user_name is the name of the default receiver',
      layer: field('result.default_receivers[].user_name', (_, { userid }) => userid),
    }),
    schema('an empty list of groups', ['R6'], {
      ...inferred('groups are left out where there are none'),
      layer: shown((template) => ({ default_received_convs: [], ...template })),
    }),
    state('other groups for other callers', ['#result.default_received_convs[].conversation_id'], {
      breaks: 'default groups are those of the template',
      layer: ofGroups(({ userid }) => ({ conversation_id: `$DD_${String(userid)}` })),
    }),
    state('other titles of groups for other callers', ['#result.default_received_convs[].title'], {
      breaks: 'default groups are those of the template',
      layer: ofGroups(({ user_name: name }, { title }) => ({ title: `${String(title)}（${String(name)}）` })),
    }),
    state('numbers the fields by their place', ['R9', 'report/create/R4', sorts], {
      breaks: 'sort is the field id that create needs',
      layer: field<Fields[]>('result.fields', (all) => all.map((one, sort) => ({ ...one, sort }))),
    }),
    state('every field has the same sort', [sorts, 'report/create/R3'], {
      breaks: 'sort tells the fields of a template apart',
      layer: field('result.fields[].sort', () => 0),
    }),
    state('every field is a number', ['#result.fields[].type'], {
      breaks: 'type is the type of the field',
      layer: field('result.fields[].type', () => 2),
    }),
  ]),
];

function ofGroups(change: (template: Fields, group: Fields) => Fields): Layer {
  return field<Fields[] | undefined>('result.default_received_convs', (groups, template) =>
    groups?.map((group) => ({ ...group, ...change(template, group) })),
  );
}

function latin(text: string): string {
  return Buffer.from(text).toString('latin1');
}
