import type { Call, Layer } from '../../emulator/call';
import { day } from '../../emulator/clock';
import { valuesOf, withValues } from '../../emulator/layers';
import { faultsOf, inferred, lists, schema, state, type Fault, type Row } from './fault';
import { amid, asked, everyNth, field, parameter, without, type Change, type Fields } from './layers';

const contents = '#result.data_list[].contents';
const readBack = 'contents are read back as they were sent';
const eightHours = 8 * 3_600_000;
const longest = 180 * day;
const seventh = everyNth(7);

/** Changes the rows of every page. */
const rows = (change: (rows: Fields[], call: Call) => Fields[]): Layer =>
  field<Fields[]>('result.data_list', (all, _, call) => change(all, call));

/** Changes one member of every row. */
const each = <Value>(name: string, change: Change<Value>): Layer =>
  field(`result.data_list[].${name}`, change);

/** Changes the text of every content. */
const texts = (change: (text: string) => string): Layer =>
  each('contents[].value', (value) => change(String(value)));

const ignored = (name: string): Layer => parameter(name, () => undefined);

const wrongWindow = asked((values) => ({
  ...values,
  start_time: Number(values.end_time) - 40 * day,
  end_time: Date.now() + 60_000,
}));

const modificationReplacesCreation = asked((values, { tenant }) => {
  const { modified_start_time: from, modified_end_time: to, start_time: start, end_time: end } = values;
  const isValid = Number(start) <= Number(end) && Number(end) - Number(start) <= longest;
  if (!isValid || (from === undefined && to === undefined)) return values;
  return { ...values, start_time: tenant.clock.now() - longest, end_time: tenant.clock.now() };
});

const fromMidnight = asked((values) => {
  const start = Number(values.start_time);
  const midnight = start - ((start + eightHours) % day);
  const fits = start <= Number(values.end_time) && Number(values.end_time) - midnight <= longest;
  return fits ? { ...values, start_time: midnight } : values;
});

const partOfName: Layer = (_, call, next) => {
  const { template_name: name, ...others } = valuesOf(call);
  if (typeof name !== 'string' || name.trim() === '') return next(call);
  const reports = call.tenant.reports.filter(({ templateName }) => templateName.includes(name));
  return amid(call, { reports }, (given) => next(withValues(given, others)));
};

const ofBoth: readonly Row[] = [
  state('the userid in place of the name of the author', ['#result.data_list[].creator_name'], {
    ...inferred('creator_name is the name of the author'),
    layer: each('creator_name', (_, { creator_id: id }) => id),
  }),
  state('another department', ['#result.data_list[].dept_name'], {
    ...inferred('both lists name the same departments'),
    layer: each('dept_name', () => '全员'),
  }),
];

/** Wrong ways of listing reports, whole and in summary. */
export const faults: readonly Fault[] = [
  ...faultsOf('report/list', [
    ...ofBoth,
    state('cuts texts at 500 characters', ['report/create/R11', `${contents}[].value`], {
      breaks: 'up to 1000 characters are kept',
      layer: texts((text) => text.slice(0, 500)),
    }),
    state('cuts texts at 999 characters', ['report/create/R11', 'R14'], {
      breaks: 'up to 1000 characters are kept',
      layer: texts((text) => text.slice(0, 999)),
    }),
    state('strips Markdown', [`${contents}[].value`], {
      breaks: readBack,
      layer: texts((text) => text.replace(/[#*`>]/g, '')),
    }),
    state('drops characters outside the basic plane', [`${contents}[].value`], {
      breaks: readBack,
      layer: texts((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
    }),
    lists('reverses the contents', [contents], {
      ...inferred('contents stand in the order of the template, as in every sample'),
      layer: each('contents', (all: Fields[]) => all.reverse()),
    }),
    schema('gives sort as a number', [`${contents}[].sort`], {
      breaks: 'sort is a string in the list',
      layer: each('contents[].sort', Number),
    }),
    lists('ignores the author', ['R2', 'R3', '?userid'], {
      breaks: 'only reports of the user are listed',
      layer: ignored('userid'),
    }),
    lists('ignores the template', ['R3', 'R5', '?template_name'], {
      breaks: 'only reports of the template are listed',
      layer: ignored('template_name'),
    }),
    lists('the filters count for the first page only', ['R3', 'R13'], {
      breaks: 'cursor goes on with the list that template_name and userid select',
      layer: asked((values) =>
        Number(values.cursor) > 0 ? without(values, 'userid', 'template_name') : values,
      ),
    }),
    lists('ignores the window', ['R10', '?start_time', '?end_time'], {
      breaks: 'only reports of the window are listed',
      layer: wrongWindow,
    }),
    lists('a filter by modification replaces the one by creation', ['R10', 'R11'], {
      breaks: 'start_time and end_time filter by creation, beside the filters by modification',
      layer: modificationReplacesCreation,
    }),
    lists('start_time goes back to the beginning of its day', ['R10'], {
      breaks: 'start_time and end_time are moments in milliseconds that filter by creation',
      layer: fromMidnight,
    }),
    lists('repeats the first page', ['R13', '?cursor'], {
      breaks: 'pages follow one another',
      layer: rows((all) => [...all, ...all.slice(0, 1)]),
    }),
    lists('never ends', ['#result.has_more'], {
      breaks: 'has_more is false on the last page',
      layer: field('result.has_more', () => true),
    }),
    lists('leaves out the newest', ['report/create/R18', '#result.data_list'], {
      breaks: 'a report that was created is listed',
      layer: rows((all) => all.slice(1)),
    }),
    lists('leaves out the last row of one page in seven', ['R13'], {
      breaks: 'every report of the window is listed once, page by page',
      layer: rows((all, call) => (seventh(call) ? all.slice(0, -1) : all)),
    }),
    state('names the wrong creator', ['report/create/R17', '#result.data_list[].creator_id'], {
      breaks: 'creator_id is the author',
      layer: each('creator_id', () => 'manager4220'),
    }),
    state('a row carries the name of the author of the row before', ['#result.data_list[].creator_name'], {
      ...inferred('creator_name is the name of the person in creator_id'),
      layer: rows((all) =>
        all.map((row, place) => ({ ...row, creator_name: (all[place - 1] ?? row).creator_name })),
      ),
    }),
  ]),
  ...faultsOf('report/simplelist', [
    ...ofBoth,
    lists('ignores the author', ['R3', '?userid'], {
      breaks: 'only reports of the user are listed',
      layer: ignored('userid'),
    }),
    lists('ignores the window', ['R5', '?start_time', '?end_time'], {
      breaks: 'only reports of the window are listed',
      layer: wrongWindow,
    }),
    lists('ignores the template', ['R3', '?template_name'], {
      breaks: 'only reports of the template are listed',
      layer: ignored('template_name'),
    }),
    lists('template_name may be a part of the name', ['?template_name'], {
      breaks: 'template_name is matched exactly',
      layer: partOfName,
    }),
    schema('shows the contents', ['R2'], {
      ...inferred('a summary has no contents'),
      layer: each('contents', () => []),
    }),
    state('a different time of creation', ['#result.data_list[].create_time'], {
      breaks: 'list and simplelist agree',
      layer: each('create_time', (time) => Number(time) + 1000),
    }),
    lists('says a size of 20 whatever is asked for', ['#result.size'], {
      ...inferred('size is the size of the page that was asked for'),
      layer: field('result.size', () => 20),
    }),
  ]),
];
