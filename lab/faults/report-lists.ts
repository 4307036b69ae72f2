import type { Call, Layer } from '../../emulator/call';
import { day } from '../../emulator/clock';
import { valuesOf, withValues } from '../../emulator/layers';
import { faultsOf, lists, schema, state, type Fault, type Row } from './fault';
import { amid, asked, everyNth, field, parameter, without, type Change, type Fields } from './layers';

const contents = '#result.data_list[].contents';
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
    source: 'inferred',
    layer: each('creator_name', (_, { creator_id: id }) => id),
  }),
  state('another department', ['#result.data_list[].dept_name'], {
    source: 'inferred',
    layer: each('dept_name', () => '全员'),
  }),
];

/** Wrong ways of listing reports, whole and in summary. */
export const faults: readonly Fault[] = [
  ...faultsOf('report/list', [
    ...ofBoth,
    state('cuts texts at 500 characters', ['report/create/R11', `${contents}[].value`], {
      layer: texts((text) => text.slice(0, 500)),
    }),
    state('cuts texts at 999 characters', ['report/create/R11', 'R14'], {
      layer: texts((text) => text.slice(0, 999)),
    }),
    state('strips Markdown', [`${contents}[].value`], {
      layer: texts((text) => text.replace(/[#*`>]/g, '')),
    }),
    state('drops characters outside the basic plane', [`${contents}[].value`], {
      layer: texts((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
    }),
    lists('reverses the contents', [contents], {
      source: 'inferred',
      layer: each('contents', (all: Fields[]) => all.reverse()),
    }),
    schema('gives sort as a number', [`${contents}[].sort`], { layer: each('contents[].sort', Number) }),
    lists('ignores the author', ['R2', 'R3', '?userid'], { layer: ignored('userid') }),
    lists('ignores the template', ['R3', 'R5', '?template_name'], { layer: ignored('template_name') }),
    lists('the filters count for the first page only', ['R3', 'R13'], {
      layer: asked((values) =>
        Number(values.cursor) > 0 ? without(values, 'userid', 'template_name') : values,
      ),
    }),
    lists('ignores the window', ['R10', '?start_time', '?end_time'], { layer: wrongWindow }),
    lists('a filter by modification replaces the one by creation', ['R10', 'R11'], {
      layer: modificationReplacesCreation,
    }),
    lists('start_time goes back to the beginning of its day', ['R10'], { layer: fromMidnight }),
    lists('repeats the first page', ['R13', '?cursor'], {
      layer: rows((all) => [...all, ...all.slice(0, 1)]),
    }),
    lists('leaves out the newest', ['report/create/R18', '#result.data_list'], {
      layer: rows((all) => all.slice(1)),
    }),
    lists('leaves out the last row of one page in seven', ['R13'], {
      layer: rows((all, call) => (seventh(call) ? all.slice(0, -1) : all)),
    }),
    state('names the wrong creator', ['report/create/R17', '#result.data_list[].creator_id'], {
      layer: each('creator_id', () => 'manager4220'),
    }),
    state('a row carries the name of the author of the row before', ['#result.data_list[].creator_name'], {
      source: 'inferred',
      layer: rows((all) =>
        all.map((row, place) => ({ ...row, creator_name: (all[place - 1] ?? row).creator_name })),
      ),
    }),
  ]),
  ...faultsOf('report/simplelist', [
    ...ofBoth,
    lists('ignores the author', ['R3', '?userid'], { layer: ignored('userid') }),
    lists('ignores the window', ['R5', '?start_time', '?end_time'], { layer: wrongWindow }),
    lists('ignores the template', ['R3', '?template_name'], { layer: ignored('template_name') }),
    lists('template_name may be a part of the name', ['?template_name'], { layer: partOfName }),
    schema('shows the contents', ['R2'], { source: 'inferred', layer: each('contents', () => []) }),
    state('a different time of creation', ['#result.data_list[].create_time'], {
      layer: each('create_time', (time) => Number(time) + 1000),
    }),
    lists('says a size of 20 whatever is asked for', ['#result.size'], {
      source: 'inferred',
      layer: field('result.size', () => 20),
    }),
  ]),
];
