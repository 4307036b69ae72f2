import type { Call, Layer } from '../../emulator/call';
import { faultsOf, lists, schema, state, validation, type Fault } from './fault';
import { asked, field, memory, parameter, type Fields } from './layers';

interface Page {
  readonly template_list: Fields[];
  readonly next_cursor?: number;
}

const sorts = '#result.fields[].sort';
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
    schema('adds has_more', ['R2'], {
      source: 'inferred',
      layer: listed((page) => ({ ...page, has_more: page.next_cursor !== undefined })),
    }),
    schema('template_id in place of report_code', ['#result.template_list[].report_code'], {
      layer: field<Fields>('result.template_list[]', ({ report_code: template_id, ...template }) => ({
        ...template,
        template_id,
      })),
    }),
    state('swaps the codes of two templates', ['R4', 'report/template-getbyname/R8'], {
      layer: field<Fields[]>('result.template_list', (all) => {
        const codes = all.map(({ report_code }) => report_code).reverse();
        return all.map((one, place) => ({ ...one, report_code: codes[place] }));
      }),
    }),
    state('codes in upper case', ['R5'], {
      layer: field('result.template_list[].report_code', (code: string) => code.toUpperCase()),
    }),
    lists('shows to a user what only others see', ['?userid'], {
      layer: parameter('userid', () => undefined),
    }),
    lists('shows only public templates where no user is named', ['R6'], {
      layer: asked((values) => ({ userid: 'user123', ...values })),
    }),
  ]),
  ...faultsOf('report/template-getbyname', [
    validation('finds a template by the beginning of its name', ['R2', '?template_name'], {
      layer: parameter('template_name', (given, _, { tenant: { templates } }) => {
        const found = templates.find(
          ({ name }) => typeof given === 'string' && given && name.startsWith(given),
        );
        return found?.name ?? given;
      }),
    }),
    validation('finds a template by any part of its name', ['R2'], {
      layer: byName((given, name) => name.includes(given)),
    }),
    validation('finds a template whose name begins what is asked for', ['R2'], {
      layer: byName((given, name) => given.startsWith(name)),
    }),
    validation('reads a form body as Latin-1', ['G13'], {
      layer: (_, call, next) => {
        if (call.body.kind !== 'form') return next(call);
        const read = Object.entries(call.body.values).map(([name, value]) => [name, latin(String(value))]);
        return next({ ...call, body: { kind: 'form', values: Object.fromEntries(read) as Fields } });
      },
    }),
    state('another id', ['R8', '#result.id'], { layer: field('result.id', () => 'e'.repeat(32)) }),
    state('its id in upper case', ['R5'], { layer: field('result.id', (id: string) => id.toUpperCase()) }),
    state('names another caller', ['R7', '#result.userid'], {
      layer: field('result.userid', (_, __, { tenant }) => tenant.mainAdmin),
    }),
    state('names whoever asked for the template first', ['R7'], {
      layer: shown((template, call) => {
        const { id, userid, user_name } = template;
        const first = firstCallers(call).get(id) ?? { userid, user_name };
        firstCallers(call).set(id, first);
        return { ...template, ...first };
      }),
    }),
    state("the name of the administrator in place of the caller's", ['#result.user_name'], {
      source: 'inferred',
      layer: field('result.user_name', (_, __, { tenant }) => tenant.people.get(tenant.mainAdmin)?.name),
    }),
    state('the caller is a default receiver', ['#result.default_receivers'], {
      layer: field('result.default_receivers', (_, { userid, user_name }) => [{ userid, user_name }]),
    }),
    state('userids in place of the names of default receivers', ['#result.default_receivers[].user_name'], {
      layer: field('result.default_receivers[].user_name', (_, { userid }) => userid),
    }),
    schema('an empty list of groups', ['R6'], {
      source: 'inferred',
      layer: shown((template) => ({ default_received_convs: [], ...template })),
    }),
    state('other groups for other callers', ['#result.default_received_convs[].conversation_id'], {
      layer: ofGroups(({ userid }) => ({ conversation_id: `$DD_${String(userid)}` })),
    }),
    state('other titles of groups for other callers', ['#result.default_received_convs[].title'], {
      layer: ofGroups(({ user_name: name }, { title }) => ({ title: `${String(title)}（${String(name)}）` })),
    }),
    state('numbers the fields by their place', ['R9', 'report/create/R4', sorts], {
      layer: field<Fields[]>('result.fields', (all) => all.map((one, sort) => ({ ...one, sort }))),
    }),
    state('every field has the same sort', [sorts, 'report/create/R3'], {
      layer: field('result.fields[].sort', () => 0),
    }),
    state('every field is a number', ['#result.fields[].type'], {
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
